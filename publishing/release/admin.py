"""Releases in the newsroom: their list, and the page of one with its pre-flight."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db.models import Count
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.languages import LANGUAGES
from bilingual.moments import moment_shown

from ..desk import page_of
from ..drafts.saving import heads_of
from ..models import Release, ReleaseItem
from ..publication.applying import CannotApply
from ..publication.states import edition_state
from ..rights.permissions import can
from ..rights.publisher_access import must_publish, publishes_something
from ..schedule import clock
from ..schedule.admin import signs_of
from ..schedule.form import ReleaseMomentForm
from ..schedule.scheduling import CannotSchedule
from . import releasing
from .gathering import gather, release_page
from .preflight import findings, items_of


@admin.register(Release)
class ReleaseAdmin(admin.ModelAdmin):
    list_display = ["name", "state_now", "moment", "number", "by"]
    list_filter = ["state"]
    list_select_related = ["by"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["name"]
    fields = ["name", "note"]
    actions = None

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(items_in_it=Count("items"))

    def get_urls(self):
        view = self.admin_site.admin_view(self.gather_view)
        return [path("gather/", view, name="publishing_release_gather"), *super().get_urls()]

    # Who may do what: whether each record may be published is asked again when it happens.

    def has_module_permission(self, request) -> bool:
        return publishes_something(request.user)

    def has_view_permission(self, request, obj=None) -> bool:
        return publishes_something(request.user)

    def has_add_permission(self, request) -> bool:
        return publishes_something(request.user)

    def has_change_permission(self, request, obj=None) -> bool:
        return publishes_something(request.user)

    def has_delete_permission(self, request, obj=None) -> bool:
        return publishes_something(request.user) and (obj is None or obj.may_be_edited)

    def response_add(self, request, obj, post_url_continue=None):
        return HttpResponseRedirect(release_page(obj))

    # The page of one release

    def change_view(self, request, object_id, form_url="", extra_context=None):
        release = self.get_object(request, object_id)
        if release is None:
            raise Http404
        if not self.has_change_permission(request, release):
            raise PermissionDenied
        form, told = ReleaseMomentForm(), []
        if request.method == "POST":
            deed = DEEDS.get(request.POST.get("deed", ""))
            if deed is None:
                raise SuspiciousOperation("This page has no such deed.")
            form = ReleaseMomentForm(request.POST if deed is _release_at else None)
            try:
                if deed is not _release_at or form.is_valid():
                    _must_publish_all(request.user, release)
                    messages.success(request, deed(request, release, form))
                    return HttpResponseRedirect(request.path)
            except releasing.NotReleasable as reason:
                told = [_("Nothing was changed, for these reasons:"), *_lines(reason)]
            except (CannotSchedule, CannotApply) as reason:
                told = [str(reason)]
            release.refresh_from_db()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "release": release,
            "title": release.name,
            "items": _items(request.user, release),
            "form": form,
            "told": told,
            "clock": clock.state(),
            "may_delete": self.has_delete_permission(request, release),
            **(extra_context or {}),
        }
        status = 422 if told or form.errors else 200
        return TemplateResponse(request, "admin/publishing/release/page.html", context, status=status)

    # Adding records to a release

    def gather_view(self, request):
        return gather(request, self)

    @admin.display(description=gettext_lazy("state"))
    def state_now(self, release):
        return Release.State.DONE.label if release.is_out else release.get_state_display()

    @admin.display(description=gettext_lazy("moment"), ordering="at")
    def moment(self, release):
        return moment_shown(release.at)

    @admin.display(description=gettext_lazy("records"))
    def number(self, release):
        return release.items_in_it


def _must_publish_all(user, release: Release) -> None:
    for item in release.items.all():
        if item.record is not None:
            must_publish(user, item.record, item.languages)


def _states(record) -> list[tuple[str, str, str]]:
    """(html language, sign, state) of each edition."""
    labels = [edition_state(record, language).label for language in LANGUAGES]
    return [(*sign, label) for sign, label in zip(signs_of(LANGUAGES), labels, strict=True)]


def _items(user, release: Release) -> list[dict]:
    """The rows of the page, each with what stands in its way. A record that this person may not see stays unnamed."""
    items, found = items_of(release), {}
    if release.may_be_edited or release.state == Release.State.WAITING:
        for finding in findings(release, items):
            found.setdefault(finding.item.pk, []).append(finding)
    heads = heads_of([item.record for item in items if item.record is not None])
    rows = []
    for item in items:
        record = item.record
        if record is not None and not can(user, "view", record):
            rows.append({"item": item, "record": None, "is_hidden": True})
            continue
        rows.append(
            {
                "item": item,
                "record": record,
                "url": record and page_of(record, "change"),
                "signs": signs_of(item.languages),
                "states": _states(record) if record else [],
                "findings": found.get(item.pk, []),
                "is_behind": record in heads and heads[record].pk != item.revision_id,
            }
        )
    return rows


def _lines(reason: releasing.NotReleasable) -> list[str]:
    return [
        _("“%(record)s”: %(reason)s") % {"record": one.item, "reason": one.text} for one in reason.findings
    ]


def _item(request, release: Release) -> ReleaseItem:
    key = request.POST.get("item", "")
    return get_object_or_404(release.items, pk=key if key.isascii() and key.isdigit() else None)


def _rename(request, release: Release, form) -> str:
    release.name = request.POST.get("name", "").strip()[:120] or release.name
    release.note = request.POST.get("note", "").strip()
    release.save(update_fields=["name", "note"])
    return _("Saved.")


def _remove(request, release: Release, form) -> str:
    releasing.remove(_item(request, release))
    return _("The record was removed from the release.")


def _take(request, release: Release, form) -> str:
    item = _item(request, release)
    if item.record is None:
        raise CannotApply(_("This record has since been deleted."))
    releasing.add(release, item.record, languages=item.languages)
    return _("The release now contains the newest version.")


def _release_at(request, release: Release, form) -> str:
    release = releasing.release_at(release, at=form.cleaned_data["at"], by=request.user)
    if release.state == Release.State.IN_PLACE:
        return _("Scheduled. The time has been set on every record and nothing else is needed.")
    return _("Scheduled. Everything will be published together at the set time.")


def _release_now(request, release: Release, form) -> str:
    releasing.release_now(release, by=request.user)
    return _("Released.")


def _cancel(request, release: Release, form) -> str:
    releasing.cancel(release, by=request.user)
    return _("The release time has been cancelled. The release can be changed again.")


def _undo(request, release: Release, form) -> str:
    releasing.undo(release, by=request.user)
    return _("The release has been undone: what was public before is public again.")


DEEDS = {
    "rename": _rename,
    "remove": _remove,
    "take": _take,
    "release_at": _release_at,
    "release_now": _release_now,
    "cancel": _cancel,
    "undo": _undo,
}
