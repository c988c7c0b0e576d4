"""Three reviews 三审: asking for them, signing a version, and what still keeps a record from being published.

A signature is for one version, by its fingerprint: an edit leaves it without an object, and the review begins again.
Who wrote what is reviewed does not sign it, and nobody signs two steps of it.
"""

from __future__ import annotations

from datetime import date

from django.contrib.auth import get_user_model
from django.db import IntegrityError, models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from ..audit import auditing
from ..drafts.drafters import authors_of, begins_after
from ..drafts.saving import first_revision, head_of
from ..models import Publishable, ReviewRequest, Revision, Signature
from ..publication.applying import CannotApply
from ..rights.permissions import can
from . import letters
from .stand import Stand, stand_of, steps_of

#: So many people get a letter about a step that anybody may sign.
MOST_TOLD = 30


class CannotReview(Exception):
    """The deed is not possible now; ``str()`` says why to a person, in the language active then."""


class NotApproved(CannotApply):
    """A step of the review has not been signed for the version that was to be published."""


_step_unsigned = lazy(
    lambda step: str(_("This version has not yet completed its review: %(step)s.")) % {"step": step.label},
    str,
)


def approval_missing(record: Publishable, draft: Revision | None) -> str | None:
    """Why the newest version may not be published yet, as a sentence in the language active when it is shown.

    ``draft`` is the open draft of the record, None when there is none. None: every step is signed, or none is asked.
    """
    if not steps_of(record, draft):
        return None
    step = stand_of(record).next_step
    return None if step is None else _step_unsigned(step)


def may_sign(user, stand: Stand) -> bool:
    """Whether this person may answer the question that waits."""
    request = stand.request
    return (
        stand.is_waiting
        and request.assigned_to_id in (None, user.pk)
        and can(user, "review", stand.record)
        and user.pk not in authors_of(stand.record, request.since)
        and user.pk not in {signature.reviewer_id for signature in stand.signed}
    )


def possible_reviewers(record: Publishable, *, since: int) -> models.QuerySet:
    """Accounts that may sign the next step, without those who wrote or signed; administrators only by choice."""
    options = record._meta
    people = get_user_model().objects.with_perm(
        f"{options.app_label}.review_{options.model_name}",
        backend="django.contrib.auth.backends.ModelBackend",
    )
    stand = stand_of(record)
    barred = authors_of(record, since) | {signature.reviewer_id for signature in stand.signed}
    return people.filter(is_staff=True, is_active=True).exclude(pk__in=barred).order_by("username")


# Deeds


@transaction.atomic
def submit(
    record: Publishable,
    *,
    by,
    seen: str = "",
    assigned_to=None,
    due_on: date | None = None,
    note: str = "",
    outside: str = "",
) -> ReviewRequest:
    """Ask for the first step of the review of the newest version.

    ``outside`` names somebody without an account who is to sign it (``outside_review``). ``seen`` is the fingerprint
    of the version that was looked at, empty for the newest. Raises CannotReview.
    """
    record = locked(record)
    head = head_of(record) or first_revision(record)
    stand = stand_of(record)
    _check_seen(head, seen)
    _check_open(stand)
    since = begins_after(record, head)
    if assigned_to is not None and not (
        can(assigned_to, "review", record)
        and possible_reviewers(record, since=since).filter(pk=assigned_to.pk).exists()
    ):
        raise CannotReview(_("This person cannot review it. Choose someone else."))
    request = begin_round(
        stand,
        head=head,
        since=since,
        asked_by=by,
        note=note,
        due_on=due_on,
        assigned_to=assigned_to,
        outside=outside.strip(),
    )
    auditing.record(
        "publishing.submitted", subject=record, by=by, new={"revision": head.number}, reason=note[:300]
    )
    return request


def _check_open(stand: Stand) -> None:
    """Raises CannotReview when there is nothing to submit the version for."""
    if not stand.steps:
        raise CannotReview(_("This can be published without a review."))
    if stand.is_waiting:
        raise CannotReview(_("This version has already been submitted."))
    if stand.is_approved:
        raise CannotReview(_("This version has already been approved."))


def begin_round(stand: Stand, *, head: Revision, **fields) -> ReviewRequest:
    """Ask for the first step anew: what was signed before counts no longer. Call it with the record held."""
    requests = ReviewRequest.objects.of(stand.record)
    requests.open().update(closed_at=timezone.now())
    last = requests.aggregate(last=Max("round"))["last"] or 0
    request = ReviewRequest.objects.create(
        record=stand.record, fingerprint=head.fingerprint, step=stand.steps[0], round=last + 1, **fields
    )
    letters.ask(request, _people_of(request))
    return request


def _people_of(request: ReviewRequest) -> list:
    """Who is told that a step waits: the chosen reviewer, else everybody who could sign it."""
    if request.assigned_to is not None:
        return [request.assigned_to]
    everybody = possible_reviewers(request.record, since=request.since)
    return list(everybody.filter(is_superuser=False)[:MOST_TOLD])


def approve(record: Publishable, *, by, seen: str = "", comment: str = "") -> Signature:
    """Sign the step that waits; the next one is asked for. Raises CannotReview."""
    return _sign(record, by, seen, Signature.Verdict.APPROVED, comment)


def send_back(record: Publishable, *, by, comment: str, seen: str = "") -> Signature:
    """Return the newest version to who submitted it, with a comment. Raises CannotReview."""
    if not comment.strip():
        raise CannotReview(_("Say what needs to be changed."))
    return _sign(record, by, seen, Signature.Verdict.RETURNED, comment)


def _sign(record: Publishable, by, seen: str, verdict: str, comment: str) -> Signature:
    name = by.get_full_name() or by.get_username()
    return sign(record, by=by, seen=seen, verdict=verdict, comment=comment, reviewer_name=name)


def sign(record: Publishable, *, by, seen: str, verdict: str, comment: str, **fields) -> Signature:
    """Answer the step that waits, as the account ``by``; ``fields`` are others of the signature.

    Raises CannotReview.
    """
    try:
        with transaction.atomic():
            return _sign_once(locked(record), by, seen, verdict, comment, fields)
    except IntegrityError as error:
        raise CannotReview(_("Somebody else has just signed this step.")) from error


def _sign_once(record: Publishable, by, seen: str, verdict: str, comment: str, fields: dict) -> Signature:
    stand = stand_of(record)
    if stand.head is not None:
        _check_seen(stand.head, seen)
    if not stand.is_waiting:
        raise CannotReview(_("This version is not waiting for review."))
    if not may_sign(by, stand):
        raise CannotReview(
            _("Someone else must review this step: authors and people who have already signed cannot.")
        )
    request = stand.request
    request.closed_at = timezone.now()
    request.save(update_fields=["closed_at"])
    signature = Signature.objects.create(
        record=record,
        fingerprint=request.fingerprint,
        step=request.step,
        round=request.round,
        reviewer=by,
        verdict=verdict,
        comment=comment.strip(),
        **fields,
    )
    is_approval = verdict == Signature.Verdict.APPROVED
    auditing.record(
        "publishing.approved" if is_approval else "publishing.returned",
        subject=record,
        by=by,
        new={"revision": stand.head.number, "step": request.step, **_by_link(signature)},
        reason=comment.strip(),
    )
    left = stand.missing[1:]
    if is_approval and left:
        _ask_for(left[0], request)
    else:
        letters.answer(signature, request.asked_by)
    return signature


def _ask_for(step: str, before: ReviewRequest) -> None:
    """Ask for the next step of a round, with the note and the day of the step before."""
    following = ReviewRequest.objects.create(
        record=before.record,
        fingerprint=before.fingerprint,
        step=step,
        round=before.round,
        since=before.since,
        asked_by=before.asked_by,
        note=before.note,
        due_on=before.due_on,
    )
    letters.ask(following, _people_of(following))


def _by_link(signature: Signature) -> dict:
    return {"by_link": signature.reviewer_name} if signature.link_id else {}


def locked(record: Publishable) -> Publishable:
    """The record as it is now, held until the end of the transaction."""
    found = type(record)._base_manager.select_for_update().filter(pk=record.pk).first()
    if found is None:
        raise CannotReview(_("This record has since been deleted."))
    return found


def _check_seen(head: Revision, seen: str) -> None:
    if seen and seen != head.fingerprint:
        raise CannotReview(_("A newer version has since been saved. Check it first."))
