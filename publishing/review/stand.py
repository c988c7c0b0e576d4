"""Where the newest version of a record stands in its review: which steps it needs, and which are signed."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from ..columns import content_columns
from ..drafts.saving import head_of
from ..models import Publishable, ReviewRequest, Revision, Signature, Step
from ..models.review import STEPS


@dataclass(frozen=True)
class Stand:
    """Where the newest version of a record stands in its review."""

    record: Publishable
    head: Revision | None
    steps: tuple[Step, ...]
    #: The approvals that count, in the order in which they were given.
    signed: tuple[Signature, ...] = ()
    #: The question that waits for an answer.
    request: ReviewRequest | None = None
    #: The verdict that sent this very version back.
    returned: Signature | None = None
    #: The newest signature of any version, as far as it was read.
    last: Signature | None = None

    @property
    def missing(self) -> tuple[Step, ...]:
        done = {signature.step for signature in self.signed}
        return tuple(step for step in self.steps if step not in done)

    @property
    def next_step(self) -> Step | None:
        return self.missing[0] if self.missing else None

    @property
    def is_waiting(self) -> bool:
        return self.request is not None and self.request.step == self.next_step

    @property
    def is_approved(self) -> bool:
        return not self.missing


def steps_of(record: Publishable, head: Revision | None) -> tuple[Step, ...]:
    """The steps that the newest version needs. A draft cannot lower what the live record asks for."""
    number = record.review_steps
    if head is not None and head.kind == Revision.Kind.DRAFT:
        number = max(number, _as_drafted(record, head).review_steps)
    return STEPS[number]


def _as_drafted(record: Publishable, draft: Revision) -> Publishable:
    """The record with the columns of its draft, for looking up a fact: nothing is read, and parts stay as they are."""
    twin = copy.copy(record)
    for name, column in content_columns(type(record)).items():
        if name in draft.snapshot["f"]:
            setattr(twin, name, column.field.to_python(draft.snapshot["f"][name]))
    return twin


def stand_of(record: Publishable) -> Stand:
    head = head_of(record)
    steps = steps_of(record, head)
    latest = ReviewRequest.objects.of(record).order_by("-pk").first()
    if head is None or latest is None or latest.fingerprint != head.fingerprint:
        return Stand(record, head, steps)
    signatures = list(Signature.objects.of(record).select_related("reviewer").order_by("pk"))
    given = [one for one in signatures if (one.round, one.fingerprint) == (latest.round, head.fingerprint)]
    returned = next((s for s in given if s.verdict == Signature.Verdict.RETURNED), None)
    signed = () if returned else tuple(given)
    waiting = latest if latest.closed_at is None else None
    return Stand(record, head, steps, signed, waiting, returned, signatures[-1] if signatures else None)


def earlier_return(stand: Stand) -> Signature | None:
    """The verdict that sent an earlier version back, as long as nobody has signed anything since.

    Its comment is what the author works by, and what the next reviewer asks about: an edit does not answer it.
    """
    if stand.head is None or stand.returned or stand.signed:
        return None
    last = stand.last or (
        None if stand.request else Signature.objects.of(stand.record).order_by("-pk").first()
    )
    return last if last and last.verdict == Signature.Verdict.RETURNED else None


def version_signed(signature: Signature, record: Publishable) -> int | None:
    """The number of the newest version that a signature is about; None when it is kept no longer."""
    versions = Revision.objects.of(record).numbered().filter(fingerprint=signature.fingerprint)
    return versions.order_by("-number").values_list("number", flat=True).first()
