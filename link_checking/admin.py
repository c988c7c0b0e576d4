"""Dead links in the newsroom: their list, and the page of one with the places where it stands."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from bilingual.languages import SIGNS
from bilingual.moments import moment_shown
from publishing.audit import auditing

from . import inside
from .access import may_tend, sees_links, tends_links, visible_links, visible_uses
from .finding import place_anchor, place_label
from .forms import IgnoreForm
from .models import Link
from .tasks import order_check

#: How the state of a link looks: by shape and word, as the health of the site does.
LEVELS = {
    Link.Status.WORKING: "good",
    Link.Status.CLOSED: "good",
    Link.Status.UNCHECKED: "warn",
    Link.Status.FAILING: "warn",
    Link.Status.NOT_LIVE: "bad",
    Link.Status.MISSING: "bad",
    Link.Status.PRIVATE: "bad",
    Link.Status.DEAD: "bad",
}
SHOWN_USES = 100


class CareFilter(admin.SimpleListFilter):
    """Begins with what is to be mended; everything is one click away."""

    title = gettext_lazy("action taken")
    parameter_name = "care"

    def lookups(self, request, model_admin):
        return [
            ("failing", _("failing, tried again")),
            ("closed", _("blocks robots")),
            ("left", _("left as they are")),
            ("all", _("All")),
        ]

    def choices(self, changelist):
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("To be fixed"),
        }
        for key, text in self.lookup_choices:
            yield {
                "selected": self.value() == key,
                "query_string": changelist.get_query_string({self.parameter_name: key}),
                "display": text,
            }

    def queryset(self, request, queryset):
        questions = {
            "failing": Q(status=Link.Status.FAILING, ignored_at=None),
            "closed": Q(status=Link.Status.CLOSED),
            "left": Q(ignored_at__isnull=False),
            "all": Q(),
        }
        if self.value() in questions:
            return queryset.filter(questions[self.value()])
        return queryset.troubled()


class KindFilter(admin.SimpleListFilter):
    title = gettext_lazy("leads to")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return Link.Kind.choices

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() in Link.Kind else queryset


@admin.register(Link)
class LinkAdmin(admin.ModelAdmin):
    """Nobody writes links here: they are read from the records. What becomes of a dead one is decided here."""

    list_display = ["address_shown", "state", "why", "places", "since"]
    list_filter = [CareFilter, KindFilter]
    search_fields = ["address"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    when_empty = gettext_lazy("No text has a link that leads nowhere.")

    def get_queryset(self, request):
        links = visible_links(request.user, super().get_queryset(request))
        return links.annotate(number_of_uses=Count("uses"))

    def has_module_permission(self, request) -> bool:
        return sees_links(request.user)

    def has_view_permission(self, request, obj=None) -> bool:
        return sees_links(request.user)

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    @admin.display(description=gettext_lazy("address"), ordering="address")
    def address_shown(self, link):
        return link.address if len(link.address) < 90 else f"{link.address[:88]}…"

    @admin.display(description=pgettext_lazy("links", "state"), ordering="status")
    def state(self, link):
        return format_html(
            '<span class="level level--{}">{}</span>', LEVELS[link.status], link.get_status_display()
        )

    @admin.display(description=gettext_lazy("problem"))
    def why(self, link):
        return link.get_problem_display() or "–"

    @admin.display(description=pgettext_lazy("links", "places"))
    def places(self, link):
        return link.number_of_uses

    @admin.display(description=gettext_lazy("failing since"), ordering="failing_since")
    def since(self, link):
        return moment_shown(link.failing_since)

    # The page of one link

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path(
                f"<int:object_id>/{word}/",
                self.admin_site.admin_view(getattr(self, f"{word}_view")),
                name=f"{name}_{word}",
            )
            for word in ("ignore", "watch", "check")
        ]
        return [*own, *super().get_urls()]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None or not self.has_view_permission(request):
            raise PermissionDenied
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        link = self.get_object(request, object_id)
        if link is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return self._page(request, link, IgnoreForm())

    def _page(self, request, link: Link, form: IgnoreForm) -> TemplateResponse:
        uses = visible_uses(request.user, link.uses.select_related("content_type"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Link"),
            "subtitle": link,
            "link": link,
            "level": LEVELS[link.status],
            "checked": moment_shown(link.checked_at),
            "since": moment_shown(link.failing_since),
            "uses": [self._place(use) for use in uses.prefetch_related("record")[:SHOWN_USES] if use.record],
            "may_tend": may_tend(request.user, link),
            "form": form,
        }
        return TemplateResponse(request, "admin/link_checking/link.html", context)

    def _place(self, use) -> dict:
        record = use.record
        options = record._meta
        try:
            url = reverse(
                f"{self.admin_site.name}:{options.app_label}_{options.model_name}_change",
                args=[quote(record.pk)],
            )
        except NoReverseMatch:
            url = ""
        return {
            "use": use,
            "record": record,
            "kind": capfirst(options.verbose_name),
            "place": place_label(type(record), use.path),
            "sign": SIGNS.get(use.language, ""),
            "url": f"{url}#{place_anchor(use.path)}" if url else "",
        }

    # Deeds

    def _tended(self, request, object_id: int) -> Link:
        """The link that a person wants to decide about. It is not found where it may not be seen."""
        if not sees_links(request.user):
            raise PermissionDenied
        link = get_object_or_404(visible_links(request.user, Link.objects.all()), pk=object_id)
        if not tends_links(request.user) or not may_tend(request.user, link):
            raise PermissionDenied
        return link

    def _back(self, link: Link) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:link_checking_link_change", args=[link.pk]))

    @method_decorator([csrf_protect, require_POST])
    def ignore_view(self, request, object_id):
        link = self._tended(request, object_id)
        form = IgnoreForm(request.POST)
        if not form.is_valid():
            return self._page(request, link, form)
        reason = form.cleaned_data["reason"]
        with transaction.atomic():
            link.ignored_reason, link.ignored_by, link.ignored_at = reason, request.user, timezone.now()
            link.save(update_fields=["ignored_reason", "ignored_by", "ignored_at"])
            auditing.record("links.ignored", subject=link, by=request.user, reason=reason)
        messages.success(request, _("The link stays as it is and is no longer reported as dead."))
        return self._back(link)

    @method_decorator([csrf_protect, require_POST])
    def watch_view(self, request, object_id):
        link = self._tended(request, object_id)
        with transaction.atomic():
            link.ignored_reason, link.ignored_by, link.ignored_at = "", None, None
            link.save(update_fields=["ignored_reason", "ignored_by", "ignored_at"])
            auditing.record("links.watched", subject=link, by=request.user)
        messages.success(request, _("Checks of this link have resumed."))
        return self._back(link)

    @method_decorator([csrf_protect, require_POST])
    def check_view(self, request, object_id):
        link = self._tended(request, object_id)
        if link.kind == Link.Kind.INSIDE:
            inside.judge([link])
            messages.success(request, _("The link has been checked again."))
            return self._back(link)
        Link.objects.filter(pk=link.pk).update(next_check_at=timezone.now())
        if order_check():
            messages.success(request, _("The link will be checked shortly. Reload this page in a moment."))
        else:
            messages.info(
                request, _("The link will be checked with the next batch, if link checking is switched on.")
            )
        return self._back(link)
