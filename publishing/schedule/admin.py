"""Schedules in the newsroom: a panel beside the form, a page of each record, and the list of what waits."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import SuspiciousOperation
from django.db.models import Case, When
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from bilingual.languages import HTML_LANG, LANGUAGES, SIGNS, column
from bilingual.moments import moment_shown

from ..desk import Panel, page_of, panel, record_frame, record_page
from ..drafts.saving import head_of, open_draft
from ..models import Release, Revision, ScheduledPublication
from ..publication.actions import NotReady, publish
from ..publication.applying import CannotApply
from ..publication.states import edition_state
from ..release.gathering import gather_page
from ..review.reviewing import approval_missing
from ..rights.permissions import can
from ..rights.publisher_access import PublishersMayLook, must_publish
from . import clock, scheduling
from .form import ScheduleForm

REFUSALS = (scheduling.CannotSchedule, NotReady, CannotApply)
#: So many of the closed ones are told on the page of a record.
TOLD = 5
#: So many scheduled changes of one record are looked at, those that wait before all others.
MOST = 20


def signs_of(languages: list[str]) -> list[tuple[str, str]]:
    """(html language, sign) for each language code."""
    return [(HTML_LANG[code], SIGNS[code]) for code in languages if code in SIGNS]


def entries_of(record) -> list[ScheduledPublication]:
    """The scheduled changes of a record: those that wait, and the latest of those that are closed."""
    entries = ScheduledPublication.objects.of(record)
    return list(entries.order_by(Case(When(state="waiting", then=0), default=1), "-pk")[:MOST])


def plans_of(record, entries: list[ScheduledPublication]) -> list[dict]:
    """What is to come of each edition: its moments on the record, and the changes that wait."""
    now, plans = timezone.now(), []
    waiting = sorted((entry for entry in entries if entry.state == "waiting"), key=lambda entry: entry.at)
    for language in LANGUAGES:
        begin, end = (getattr(record, column(name, language)) for name in ("live_from", "live_until"))
        plans.append(
            {
                "language": language,
                "html_lang": HTML_LANG[language],
                "sign": SIGNS[language],
                "state": edition_state(record, language),
                "begin": begin,
                "end": end,
                "begins": begin if begin and begin > now else None,
                "ends": end if end and end > now else None,
                "changes": [entry.at for entry in waiting if language in entry.languages],
            }
        )
    for plan in plans:
        plan["has_plan"] = bool(plan["begins"] or plan["ends"] or plan["changes"])
    return plans


@panel
def schedule_panel(request, record, draft) -> Panel | None:
    if not can(request.user, "publish", record):
        return None
    entries = entries_of(record)
    plans = [plan for plan in plans_of(record, entries) if plan["has_plan"]]
    last = max(entries, key=lambda entry: entry.pk, default=None)
    has_failed = last is not None and last.reason and last.closed_at
    return Panel(
        "admin/publishing/schedule/panel.html",
        {
            "plans": plans,
            "failed": last if has_failed else None,
            "clock": clock.state() if any(plan["changes"] for plan in plans) else None,
            "releases": _releases_with(record),
            "schedule_url": page_of(record, "schedule"),
            "gather_url": gather_page(record._meta.label_lower, [record.pk]),
        },
    )


def _releases_with(record) -> list[Release]:
    kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
    releases = Release.objects.filter(items__content_type=kind, items__object_id=str(record.pk))
    return list(releases.order_by("-pk")[:TOLD])


@record_page("schedule", "schedule/", verb="publish")
@require_http_methods(["GET", "HEAD", "POST"])
def schedule_page(request, model_admin, record):
    """Say when each edition becomes public or ends, and take it back."""
    form = ScheduleForm(initial={"languages": list(LANGUAGES)})
    if request.method == "POST":
        deed = request.POST.get("deed", "")
        if deed not in DEEDS:
            raise SuspiciousOperation("This page has no such deed.")
        if deed == "withdraw_everywhere":
            _withdraw_everywhere(request, record)
            return HttpResponseRedirect(request.path)
        form = ScheduleForm(request.POST, needs_moment=deed in ("publish", "withdraw"))
        if form.is_valid() and _is_done(request, record, deed, form):
            return HttpResponseRedirect(request.path)
    entries, draft = entries_of(record), open_draft(record)
    context = {
        **record_frame(request, model_admin, record, _("Schedule")),
        "form": form,
        "plans": plans_of(record, entries),
        "draft": draft,
        "unsigned": approval_missing(record, draft),
        "review_url": page_of(record, "review"),
        "seen": head_of(record),
        "closed": [entry for entry in entries if entry.state != "waiting"][:TOLD],
        "clock": clock.state(),
        "releases": _releases_with(record),
        "gather_url": gather_page(record._meta.label_lower, [record.pk]),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/publishing/schedule/page.html", context, status=status)


def _is_done(request, record, deed: str, form: ScheduleForm) -> bool:
    """Do what the pressed button says; False when it is refused, with the reason in the form."""
    must_publish(request.user, record, form.cleaned_data["languages"])
    try:
        DEEDS[deed](request, record, **form.cleaned_data)
    except scheduling.MomentPassed as reason:
        form.offers_now = deed == "publish"
        form.add_error("at", str(reason))
    except REFUSALS as reason:
        form.add_error(None, str(reason))
    return form.is_valid()


def _withdraw_everywhere(request, record) -> None:
    must_publish(request.user, record, list(LANGUAGES))
    scheduling.withdraw_everywhere_now(record, by=request.user)
    messages.success(
        request, _("Withdrawn in every language. Everything scheduled for it has been cancelled.")
    )


def _expected(request, record) -> Revision | None:
    """The version that the page was opened on; whatever was saved since is not published unseen."""
    key = request.POST.get("seen", "")
    if not key:
        return None
    seen = Revision.objects.of(record).filter(pk=key).first() if key.isascii() and key.isdigit() else None
    if seen is None:
        raise SuspiciousOperation("The version that this page was opened on is gone.")
    return seen


def _publish(request, record, *, languages, at):
    waiting = scheduling.schedule(
        record, languages=languages, at=at, by=request.user, expected=_expected(request, record)
    )
    if waiting is None:
        text = _("Scheduled. The time has been set on the record and nothing else is needed.")
    else:
        text = _("Scheduled. The change to public content will be made at the set time.")
    messages.success(request, text)


def _publish_now(request, record, *, languages, at):
    expected = _expected(request, record)
    if expected is not None and expected != head_of(record):
        raise CannotApply(_("A newer version has since been saved. Check it before you publish."))
    for language in languages:
        publish(record, language=language, at=timezone.now(), by=request.user, expected=open_draft(record))
    messages.success(request, _("Published."))


def _withdraw(request, record, *, languages, at):
    scheduling.end_at(record, languages=languages, at=at, by=request.user)
    messages.success(request, _("The withdrawal has been scheduled."))


def _cancel(request, record, *, languages, at):
    if scheduling.cancel(record, languages=languages, by=request.user):
        messages.success(request, _("The scheduled change has been cancelled."))
    else:
        messages.info(request, _("Nothing is scheduled any more."))


DEEDS = {
    "publish": _publish,
    "publish_now": _publish_now,
    "withdraw": _withdraw,
    "cancel": _cancel,
    "withdraw_everywhere": None,
}


@admin.register(ScheduledPublication)
class ScheduledPublicationAdmin(PublishersMayLook, admin.ModelAdmin):
    """What waits, and what became of it. Each row leads to the record's own page, where it can be taken back."""

    list_display_links = None
    list_filter = ["state"]
    list_select_related = ["content_type", "by"]
    ordering = ["-at", "-pk"]
    change_list_template = "admin/publishing/schedule/change_list.html"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("record")

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"clock": clock.state(), **(extra_context or {})})

    def get_list_display(self, request):
        @admin.display(description=gettext_lazy("record"))
        def record_link(entry):
            record = entry.record
            if record is None:
                return _("Deleted record")
            if not can(request.user, "view", record):
                return _("A record you are not allowed to see")
            return format_html('<a href="{}">{}</a>', page_of(record, "schedule"), record)

        return [record_link, "kind", "signs", "moment", "state", "told", "by"]

    @admin.display(description=gettext_lazy("kind of record"))
    def kind(self, entry):
        return entry.content_type.name

    @admin.display(description=gettext_lazy("moment"), ordering="at")
    def moment(self, entry):
        return moment_shown(entry.at)

    @admin.display(description=gettext_lazy("languages"))
    def signs(self, entry):
        return " · ".join(sign for _lang, sign in signs_of(entry.languages))

    @admin.display(description=gettext_lazy("reason"))
    def told(self, entry):
        return entry.told_reason
