from django.contrib import admin, messages
from django.contrib.admin.utils import flatten
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from bilingual.moments import moment_shown
from publishing.audit import auditing

from .. import attendees, registering
from ..models import Event, Registration

FILTERS = {"event", "state", "language", "id"}


@admin.register(Registration)
class RegistrationAdmin(admin.ModelAdmin):
    """The desk sees who comes. The list names nobody; each look at a person, and each file, is on record."""

    list_display = ["key", "event", "state", "language", "registered", "erased"]
    list_filter = [("event", admin.RelatedOnlyFieldListFilter), "state", "language"]
    list_select_related = ["event"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/investment/registrations.html"
    change_form_template = "admin/investment/registration.html"
    when_empty = _(
        "Nobody has registered yet. An event takes registrations once “People can register” is ticked."
    )
    fields = [
        ("guests_of", "state", "language"),
        ("name", "organisation", "email"),
        ("created_at", "confirmed_at"),
        ("placed_at", "cancelled_at"),
        "consent",
        "erase_on",
    ]
    readonly_fields = flatten(fields)
    actions = ["promote", "cancel"]

    def get_urls(self):
        guard = self.admin_site.admin_view
        return [
            path("export/", guard(self.export_view), name="investment_registration_export"),
            *super().get_urls(),
        ]

    def lookup_allowed(self, lookup, value, request):
        """Only the filters of the list: a filter by a person would tell who comes without opening anything."""
        return lookup.partition("__")[0] in FILTERS

    def has_add_permission(self, request):
        return False

    @admin.display(description=_("event"))
    def guests_of(self, registration):
        """Leads to the other guests: the form of the event is not for the desk."""
        url = reverse("admin:investment_registration_changelist")
        return format_html(
            '<a href="{}?event__id__exact={}">{}</a>', url, registration.event_id, registration.event
        )

    @admin.display(description=_("registration"))
    def key(self, registration):
        return str(registration.pk)[:8]

    @admin.display(description=pgettext_lazy("moment", "registered"), ordering="created_at")
    def registered(self, registration):
        return moment_shown(registration.created_at)

    @admin.display(description=_("erased on"), ordering="erase_on")
    def erased(self, registration):
        return registration.erase_on.isoformat()

    @admin.action(description=_("Give a place to the chosen who wait"), permissions=["change"])
    def promote(self, request, queryset):
        number = sum(registering.promote(registration, by=request.user) for registration in queryset)
        text = ngettext(
            "%(number)s place was given, beyond the limit if the event is full. The guest is told by e-mail.",
            "%(number)s places were given, beyond the limit if the event is full. The guests are told by e-mail.",
            number,
        )
        if number:
            messages.success(request, text % {"number": number})
        else:
            messages.warning(request, _("Nobody of the chosen waits for a place."))

    @admin.action(description=_("Cancel the chosen registrations"), permissions=["change"])
    def cancel(self, request, queryset):
        number = sum(registering.cancel(registration, by=request.user) for registration in queryset)
        text = ngettext(
            "%(number)s registration was cancelled.", "%(number)s registrations were cancelled.", number
        )
        if number:
            messages.success(request, text % {"number": number})
        else:
            messages.warning(request, _("Everything chosen had been cancelled already."))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        registration = self.get_object(request, object_id)
        if registration is not None and self.has_view_permission(request, registration):
            auditing.record("investment.registration_opened", subject=registration, by=request.user)
        # There is nothing to write in it, so it has nothing to save.
        buttons = {"show_save": False, "show_save_and_continue": False, "show_close": True}
        return super().change_view(request, object_id, form_url, {**buttons, **(extra_context or {})})

    def changelist_view(self, request, extra_context=None):
        events = Event.objects.filter(pk__in=Registration.objects.values("event")).order_by("starts_on", "pk")
        shown = {"export_events": events, "export_event": request.GET.get("event__id__exact", "")}
        return super().changelist_view(request, {**shown, **(extra_context or {})})

    def delete_model(self, request, obj):
        registering.erase(obj, by=request.user)

    def delete_queryset(self, request, queryset):
        for registration in queryset:
            registering.erase(registration, by=request.user)

    def export_view(self, request):
        """The people of one event as a file; always on record."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        key = request.POST.get("event", "")
        event = Event.objects.filter(pk=key).first() if key.isdecimal() else None
        if request.method != "POST" or (key and event is None):
            raise Http404
        return attendees.answer(event, form=request.POST.get("form", ""), by=request.user)
