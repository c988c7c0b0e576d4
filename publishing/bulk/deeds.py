"""What the lists offer for many records at once: publish, withdraw, schedule, and ask for a review."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.languages import CHINESE, ENGLISH, LANGUAGES, suffix

from ..drafts.merging import SHARED
from ..drafts.working_copies import load
from ..models import Revision
from ..publication import gates
from ..publication.actions import NotReady, publish, withdraw
from ..publication.applying import missing_targets
from ..publication.states import EditionState, edition_state
from ..review.reviewing import approval_missing, stand_of, submit
from ..review.reviewing import steps_of as review_steps_of
from ..rights.permissions import can
from ..schedule.form import ScheduleForm
from ..schedule.scheduling import end_at, schedule, with_changes
from .form import BulkSubmitForm
from .offering import Deed, Refused, list_deed

PUBLISH_TEXT = {ENGLISH: gettext_lazy("Publish English"), CHINESE: gettext_lazy("Publish Chinese")}
WITHDRAW_TEXT = {ENGLISH: gettext_lazy("Withdraw English"), CHINESE: gettext_lazy("Withdraw Chinese")}
RUNNING = (EditionState.LIVE, EditionState.SCHEDULED)


def check_ready(record, head, language: str) -> None:
    """Raise what would keep an edition from being published now. Looks only, and changes nothing."""
    draft = head if head is not None and head.kind == Revision.Kind.DRAFT else None
    version = load(record, draft.snapshot) if draft else record
    if missing := version.missing_for(language):
        raise NotReady(record, language, missing)
    if unsigned := approval_missing(record, draft):
        raise Refused(unsigned)
    gates.ask(record, version, language)
    if draft:
        for text in missing_targets(version):
            raise Refused(text)
        try:
            version.validate_unique()
            version.validate_constraints()
        except ValidationError as error:
            raise Refused(error.messages[0]) from error


class _Publish(Deed):
    verb = "publish"

    def outlook(self, record, head, request) -> str:
        draft = head if head is not None and head.kind == Revision.Kind.DRAFT else None
        state = edition_state(record, self.language)
        if not with_changes(record, draft, [self.language]):
            raise Refused(_("This is already public, and nothing in it has been changed."))
        check_ready(record, head, self.language)
        if state is EditionState.LIVE:
            return _("The changes in version %(number)s will become public.") % {"number": draft.number}
        if state is EditionState.SCHEDULED:
            return _("It stays scheduled for the same time, with the words as they are now.")
        return _("It becomes public now.")

    def do(self, record, request, **answers) -> None:
        publish(record, language=self.language, by=request.user)


class _Withdraw(Deed):
    verb = "publish"

    def outlook(self, record, head, request) -> str:
        state = edition_state(record, self.language)
        if state is EditionState.LIVE:
            return _("Readers can no longer open it.")
        if state is EditionState.SCHEDULED:
            return _("It will not become public at the scheduled time.")
        raise Refused(_("It is not public in this language."))

    def do(self, record, request, **answers) -> None:
        withdraw(record, language=self.language, by=request.user)


for _code in LANGUAGES:
    _publish_members = {"key": f"publish_{suffix(_code)}", "label": PUBLISH_TEXT[_code], "language": _code}
    _withdraw_members = {"key": f"withdraw_{suffix(_code)}", "label": WITHDRAW_TEXT[_code], "language": _code}
    list_deed(type("Publish", (_Publish,), _publish_members))
    list_deed(type("Withdraw", (_Withdraw,), _withdraw_members))


@list_deed
class Schedule(Deed):
    """Make the chosen languages public at one moment."""

    key, label, verb = "schedule", gettext_lazy("Schedule"), "publish"

    def form(self, request, data=None):
        return ScheduleForm(data, initial={"languages": list(LANGUAGES)})

    def outlook(self, record, head, request) -> str:
        draft = head if head is not None and head.kind == Revision.Kind.DRAFT else None
        wanted = with_changes(record, draft, list(LANGUAGES))
        if not wanted:
            raise Refused(_("This is already public, and nothing in it has been changed."))
        for language in wanted:
            check_ready(record, head, language)
        if draft is not None and SHARED in draft.pending:
            return _("The text and data of version %(number)s will become public at that time.") % {
                "number": draft.number
            }
        return _("It becomes public at the set time, in the languages chosen.")

    def do(self, record, request, *, languages, at, **answers) -> None:
        _must_publish_all(request, record, languages)
        schedule(record, languages=languages, at=at, by=request.user)


@list_deed
class EndAt(Deed):
    """Withdraw the chosen languages at one moment."""

    key, label, verb = "end_at", gettext_lazy("Withdraw at a set time"), "publish"

    def form(self, request, data=None):
        return ScheduleForm(data, initial={"languages": list(LANGUAGES)})

    def outlook(self, record, head, request) -> str:
        if not any(edition_state(record, language) in RUNNING for language in LANGUAGES):
            raise Refused(_("Only published or scheduled content can be withdrawn at a set time."))
        return _("Readers can open it until the set time.")

    def do(self, record, request, *, languages, at, **answers) -> None:
        _must_publish_all(request, record, languages)
        running = [language for language in languages if edition_state(record, language) in RUNNING]
        if not running:
            raise Refused(_("Only published or scheduled content can be withdrawn at a set time."))
        end_at(record, languages=running, at=at, by=request.user)


@list_deed
class SubmitForReview(Deed):
    key, label, verb = "submit_for_review", gettext_lazy("Submit for review"), "change"
    form_class = BulkSubmitForm

    def outlook(self, record, head, request) -> str:
        if not review_steps_of(record, head):
            raise Refused(_("This can be published without a review."))
        stand = stand_of(record)
        if stand.is_waiting:
            raise Refused(_("This version has already been submitted."))
        if stand.is_approved:
            raise Refused(_("This version has already been approved."))
        return _("Its newest version goes to the first review.")

    def do(self, record, request, *, due_on, note, **answers) -> None:
        submit(record, by=request.user, due_on=due_on, note=note)


def _must_publish_all(request, record, languages: list[str]) -> None:
    if not all(can(request.user, "publish", record, language) for language in languages):
        raise Refused(_("You do not have permission to do this."))
