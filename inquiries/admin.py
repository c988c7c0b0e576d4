"""The desk in the newsroom: the queue by its clock, one page for one message, the templates of replies."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import FileResponse, Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext, pgettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from bilingual.moments import moment_shown
from bilingual.regions import region_name
from publishing.audit import auditing

from . import actions
from .desk import exporting, handling, history
from .desk.case_page import CasePage
from .desk.placeholders import KNOWN
from .desk.queue_filters import AssigneeFilter, ClockFilter
from .models import Inquiry, ReplyTemplate

#: Kept in English in the audit log, and translated where it is shown.
BY_HAND = gettext_noop("erased by hand")
COLUMNS = ["state", "topic", "language", "project_size", "may_forward"]
FILTERS = {*COLUMNS, ClockFilter.parameter_name, AssigneeFilter.parameter_name}


@admin.register(Inquiry)
class InquiryAdmin(admin.ModelAdmin):
    """The desk reads what visitors wrote and answers; it changes no word of theirs.

    The list shows no personal data, so that each look at some is an opening, and each opening is on record.
    """

    list_display = [
        "clock",
        "number",
        "subject",
        "region",
        "state",
        "assignee",
        "received",
    ]
    list_display_links = ["number"]
    list_filter = [ClockFilter, AssigneeFilter, *COLUMNS]
    list_select_related = ["assigned_to"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["number"]
    search_help_text = gettext_lazy("Tracking number")
    change_list_template = "admin/inquiries/queue.html"
    when_empty = gettext_lazy("No message has come yet. What visitors write to the desk stands here.")
    actions = ["take"]

    def get_urls(self):
        guard = self.admin_site.admin_view
        return [
            path("export/", guard(self.export_view), name="inquiries_inquiry_export"),
            path("<int:pk>/file/", guard(self.file_view), name="inquiries_inquiry_file"),
            *super().get_urls(),
        ]

    def get_ordering(self, request):
        return [F("due_at").asc(nulls_last=True), "-received_at", "-pk"]

    def lookup_allowed(self, lookup, value, request):
        """Only the filters of the list: a filter by a sender would tell who wrote without opening anything."""
        return lookup.partition("__")[0] in FILTERS

    def has_add_permission(self, request):
        return False

    # The queue

    @admin.action(description=gettext_lazy("Take on the selected messages"), permissions=["change"])
    def take(self, request, queryset):
        taken = 0
        for inquiry in queryset:
            try:
                handling.assign(inquiry, to=request.user, by=request.user, seen=None)
                taken += 1
            except handling.TakenMeanwhile as reason:
                text = _("%(number)s: %(reason)s") % {"number": inquiry.number, "reason": reason}
                messages.warning(request, text)
        if taken:
            text = ngettext("%(number)s message is now yours.", "%(number)s messages are now yours.", taken)
            messages.success(request, text % {"number": taken})

    @admin.display(description=gettext_lazy("time limit"), ordering="due_at")
    def clock(self, inquiry):
        if inquiry.due_at is None:
            return "–"
        mark = "late" if inquiry.due_at < timezone.now() else "runs"
        words = {"late": _("overdue"), "runs": _("due")}[mark]
        if inquiry.first_reply_at is None:
            words = {"late": _("first reply overdue"), "runs": _("first reply")}[mark]
        return format_html(
            '<span class="due due--{}"><span class="due__word">{}</span> <time datetime="{}">{}</time></span>',
            mark,
            words,
            inquiry.due_at.isoformat(),
            moment_shown(inquiry.due_at),
        )

    @admin.display(description=gettext_lazy("topic"), ordering="topic")
    def subject(self, inquiry):
        return format_html(
            '{}<br><span class="quiet">{}</span>',
            inquiry.get_topic_display(),
            inquiry.get_project_size_display(),
        )

    @admin.display(description=gettext_lazy("country/region"), ordering="country_or_region")
    def region(self, inquiry):
        return format_html(
            '{}<br><span class="quiet">{}</span>',
            region_name(inquiry.country_or_region),
            inquiry.get_language_display(),
        )

    @admin.display(description=gettext_lazy("assigned to"), ordering="assigned_to__username")
    def assignee(self, inquiry):
        return inquiry.assigned_to.get_username() if inquiry.assigned_to else "–"

    @admin.display(description=pgettext_lazy("moment", "received"), ordering="received_at")
    def received(self, inquiry):
        return moment_shown(inquiry.received_at)

    # One message

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None:
            raise PermissionDenied
        inquiry = self.get_object(request, object_id)
        wanted = self.has_change_permission if request.method == "POST" else self.has_view_permission
        if not wanted(request, inquiry):
            raise PermissionDenied
        if inquiry is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return sensitive_post_parameters()(lambda _request: CasePage(self, request, inquiry).answer())(
            request
        )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("industry", "enterprise", "assigned_to")

    def file_view(self, request, pk):
        """One file of a message, as a download whatever it is; each is on record."""
        inquiry = self.get_object(request, str(pk))
        if inquiry is None or not self.has_view_permission(request, inquiry):
            raise Http404
        key = request.GET.get("key", "")
        attachment = next((file for file in inquiry.attachments.all() if str(file.pk) == key), None)
        if attachment is None:
            raise Http404
        auditing.record("inquiries.file_opened", subject=inquiry, by=request.user)
        response = FileResponse(
            attachment.file.open("rb"),
            as_attachment=True,
            filename=attachment.name,
            content_type="application/octet-stream",
        )
        response["Cache-Control"] = "private, no-store"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response

    def history_view(self, request, object_id, extra_context=None):
        inquiry = self.get_object(request, object_id)
        if not self.has_view_permission(request, inquiry):
            raise PermissionDenied
        if inquiry is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %(number)s") % {"number": inquiry.number},
            "opts": self.opts,
            "object": inquiry,
            "entries": history.of(inquiry),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/inquiries/history.html", context)

    def delete_model(self, request, obj):
        actions.erase(obj, by=request.user, reason=BY_HAND)

    def delete_queryset(self, request, queryset):
        for inquiry in queryset:
            actions.erase(inquiry, by=request.user, reason=BY_HAND)

    # The list as a file

    def export_view(self, request):
        """The list as it is filtered. Without names and addresses unless they are asked for; always on record."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            raise Http404
        queryset = self.get_changelist_instance(request).get_queryset(request)
        return exporting.answer(
            queryset,
            form=request.POST.get("form", ""),
            with_senders=request.POST.get("senders") == "yes",
            by=request.user,
        )


@admin.register(ReplyTemplate)
class ReplyTemplateAdmin(admin.ModelAdmin):
    list_display = ["name", "topic", "step"]
    list_filter = ["topic", "step"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["name", "body_en", "body_zh_hans"]
    when_empty = gettext_lazy("No template has been written yet. Templates begin a reply in either language.")
    # The address of a template is its form.
    view_on_site = False
    fieldsets = [(None, {"fields": ["name", ("topic", "step"), ("body_en", "body_zh_hans")]})]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        known = ", ".join(f"{{{name}}} {meaning}" for name, meaning in KNOWN.items())
        for name in ("body_en", "body_zh_hans"):
            if name in form.base_fields:
                form.base_fields[name].help_text = _("Placeholders: %(known)s") % {"known": known}
        return form
