"""What waits for a person's review, and where what the person submitted stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..desk import page_of
from ..models import ReviewRequest, Signature
from ..rights.permissions import can
from ..rights.publisher_access import publishable_models

PAGE = 25
#: Stands for a request without a day in the order of days.
SOME_DAY = date(9999, 12, 31)


@dataclass(frozen=True)
class Line:
    """One request with its record, which the reader of the list may see."""

    request: ReviewRequest
    record: object
    url: str
    is_overdue: bool = False
    signature: Signature | None = None

    @property
    def kind(self) -> str:
        return self.record._meta.verbose_name

    @property
    def is_outdated(self) -> bool:
        """Whether the record was edited after it had been submitted."""
        return self.request.newest != self.request.fingerprint


@dataclass(frozen=True)
class Queue:
    lines: list[Line]
    #: What leads to the next page, None on the last one.
    after: str | None = None


def is_overdue(request: ReviewRequest | None) -> bool:
    """Whether the day until which a review was asked for has passed in Beijing."""
    return request is not None and request.due_on is not None and request.due_on < timezone.localdate()


def reviews_something(user) -> bool:
    return any(can(user, "review", model) for model in publishable_models())


def works_on_something(user) -> bool:
    """Whether a person may review or change records of at least one kind."""
    return reviews_something(user) or any(can(user, "change", model) for model in publishable_models())


def waiting_for(user, after: str | None = None) -> Queue:
    """What this person may sign now, by due date, those without one last; ``after`` is that of the page before."""
    kinds = ContentType.objects.get_for_models(
        *[model for model in publishable_models() if can(user, "review", model)], for_concrete_models=True
    )
    rows = ReviewRequest.objects.open().current().for_person(user).filter(content_type__in=kinds.values())
    rows = rows.annotate(day=Coalesce("due_on", Value(SOME_DAY))).order_by("day", "pk")
    if place := _place(after):
        day, pk = place
        rows = rows.filter(Q(day__gt=day) | Q(day=day, pk__gt=pk))
    found = list(rows.select_related("asked_by", "assigned_to").prefetch_related("record")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Queue(
        _lines(user, found[:PAGE], verb="review"), f"{last.day.isoformat()}_{last.pk}" if last else None
    )


def submitted_by(user, after: str | None = None) -> Queue:
    """The newest request of each record that this person submitted, newest first."""
    newer = ReviewRequest.objects.filter(
        content_type=OuterRef("content_type"), object_id=OuterRef("object_id"), pk__gt=OuterRef("pk")
    )
    rows = ReviewRequest.objects.with_newest().filter(~Exists(newer), asked_by=user).order_by("-pk")
    if after and after.isascii() and after.isdigit():
        rows = rows.filter(pk__lt=int(after[:18]))
    found = list(rows.select_related("assigned_to").prefetch_related("record")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Queue(_lines(user, found[:PAGE], verb="view"), str(last.pk) if last else None)


def _lines(user, requests: list[ReviewRequest], *, verb: str) -> list[Line]:
    signatures = _signatures(requests)
    return [
        Line(
            request,
            request.record,
            page_of(request.record, "review"),
            is_overdue(request) and request.closed_at is None,
            signatures.get((request.content_type_id, request.object_id, request.round, request.step)),
        )
        for request in requests
        if request.record is not None and can(user, verb, request.record)
    ]


def _signatures(requests: list[ReviewRequest]) -> dict[tuple, Signature]:
    found = Signature.objects.filter(
        content_type__in={request.content_type_id for request in requests},
        object_id__in={request.object_id for request in requests},
        round__in={request.round for request in requests},
    )
    return {(s.content_type_id, s.object_id, s.round, s.step): s for s in found}


def _place(after: str | None) -> tuple[date, int] | None:
    """(day, key) after which a page begins; None for the first page, and for nonsense."""
    day, _, pk = (after or "").partition("_")
    if not (pk.isascii() and pk.isdigit()):
        return None
    try:
        return date.fromisoformat(day), int(pk[:18])
    except ValueError:
        return None
