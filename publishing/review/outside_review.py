"""A step of a review that somebody without an account signs, through a link that a reviewer made.

Whoever makes the link could sign the step themselves, and answers for the signature instead: it counts as theirs when
it is asked who may sign another step. An edit leaves it without an object, like any signature; closing the link takes
it back.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from ..audit import auditing
from ..drafts.saving import open_draft
from ..models import PreviewLink, ReviewRequest, Signature
from . import outside_letters
from .reviewing import CannotReview, Stand, begin_round, locked, may_sign, sign, stand_of


@transaction.atomic
def invite(
    record, *, by, name: str, languages: list[str], lifetime: timedelta, seen: str = ""
) -> tuple[PreviewLink, str]:
    """A link through which ``name`` signs the step that waits, and its token, which is told once.

    Raises CannotReview when this person could not sign the step themselves.
    """
    record = locked(record)
    stand = stand_of(record)
    if seen and (stand.head is None or stand.head.fingerprint != seen):
        raise CannotReview(_("A newer version has since been saved. Check it first."))
    if not may_sign(by, stand):
        raise CannotReview(_("Only someone who may sign this step can let an outsider sign it."))
    stand.request.outside = name
    stand.request.save(update_fields=["outside"])
    link, token = PreviewLink.make(
        stand.head,
        languages=languages,
        by=by,
        lifetime=lifetime,
        recipient=name,
        may_approve=True,
        request=stand.request,
    )
    auditing.record("publishing.preview_link_made", subject=record, by=by, reason=name)
    return link, token


def counts(link: PreviewLink, stand: Stand) -> bool:
    """Whether a verdict through this link is a signature now; otherwise it is a remark."""
    return (
        link.request_id is not None
        and stand.request is not None
        and link.request_id == stand.request.pk
        and link.revision.fingerprint == stand.request.fingerprint
        and link.made_by is not None
        and may_sign(link.made_by, stand)
    )


def sign_by(link: PreviewLink, *, name: str, verdict: str, comment: str) -> Signature | None:
    """Sign the step of a link with the name that was typed; None when it does not wait for that any more."""
    record = link.revision.record
    if record is None or not counts(link, stand_of(record)):
        return None
    maker = link.made_by
    try:
        signature = sign(
            record,
            by=maker,
            seen=link.revision.fingerprint,
            verdict=verdict,
            comment=comment,
            reviewer_name=name,
            link=link,
            answered_by=maker.get_full_name() or maker.get_username(),
        )
    except CannotReview:
        # Somebody signed it in the same moment.
        return None
    outside_letters.tell_maker(signature)
    return signature


@transaction.atomic
def close(link: PreviewLink, *, by) -> bool:
    """Close a link; True when the review begins again, because a signature that came by it counts no longer."""
    record = link.revision.record
    link.revoke()
    auditing.record("publishing.preview_link_closed", subject=record, by=by, reason=link.recipient)
    if record is None:
        return False
    record = locked(record)
    stand = stand_of(record)
    given = next((one for one in (*stand.signed, stand.returned) if one and one.link_id == link.pk), None)
    is_published = record.was_ever_public and open_draft(record) is None
    if given is None or given.verdict == Signature.Verdict.RETURNED or is_published:
        return False
    before = ReviewRequest.objects.of(record).filter(round=given.round).order_by("pk").first()
    begin_round(
        stand,
        head=stand.head,
        since=before.since,
        asked_by=before.asked_by,
        note=before.note,
        due_on=before.due_on,
    )
    auditing.record(
        "publishing.signature_taken_back",
        subject=record,
        by=by,
        old={"step": given.step, "revision": stand.head.number},
        reason=given.reviewer_name,
    )
    return True


def may_close(user, link: PreviewLink, may_change: bool) -> bool:
    """Whether a person may close a link: who may change the record, and who made it."""
    return may_change or (link.made_by_id is not None and link.made_by_id == user.pk)
