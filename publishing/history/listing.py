"""The history of a record as a list: newest first, a page at a time, without the contents."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils import timezone

from bilingual.languages import LANGUAGES, column

from ..models import Revision

PAGE = 50
#: What a list does not read.
HEAVY = ("snapshot", "conflicts")
#: Saves that could not be merged and wait for their author: so many are shown.
PARKED = 20


@dataclass
class Listing:
    """``before`` is the number from which the next page goes on, None on the last one."""

    revisions: list[Revision]
    before: int | None
    is_first: bool
    #: Numbers of the newest revision and of the one that is on the row now.
    newest: int | None
    stored: int | None
    #: The first revision that visitors could see; None when none ever was.
    first_public: int | None

    def is_public(self, revision: Revision) -> bool:
        """Whether visitors saw this revision, or see it now."""
        return (
            revision.kind == Revision.Kind.LIVE
            and self.first_public is not None
            and revision.number >= self.first_public
        )


def list_revisions(record: models.Model, before: int | None = None) -> Listing:
    """One page of the history, older than revision number ``before``. Three queries, whatever there is."""
    known = Revision.objects.of(record).numbered()
    rows = known.select_related("author", "parent__author").defer(
        *HEAVY, *(f"parent__{name}" for name in HEAVY)
    )
    if before is not None:
        rows = rows.filter(number__lt=before)
    found = list(rows[: PAGE + 1])
    public_since = _public_since(record)
    numbers = known.aggregate(
        newest=models.Max("number"),
        stored=models.Max("number", filter=models.Q(kind=Revision.Kind.LIVE)),
        first_public=models.Max(
            "number", filter=models.Q(kind=Revision.Kind.LIVE, created_at__lte=public_since or timezone.now())
        ),
        first_stored=models.Min("number", filter=models.Q(kind=Revision.Kind.LIVE)),
    )
    first_public = (numbers["first_public"] or numbers["first_stored"]) if public_since else None
    return Listing(
        found[:PAGE],
        found[PAGE - 1].number if len(found) > PAGE else None,
        before is None,
        numbers["newest"],
        numbers["stored"],
        first_public,
    )


def parked(record: models.Model) -> list[Revision]:
    """The newest saves that could not be merged with another's."""
    rows = Revision.objects.of(record).filter(kind=Revision.Kind.PARKED).order_by("-pk")
    return list(rows.defer(*HEAVY).select_related("author")[:PARKED])


def _public_since(record: models.Model):
    """The first moment at which any edition was visible; None when that is still to come, or never was."""
    moments = [getattr(record, column("live_from", code)) for code in LANGUAGES]
    past = [moment for moment in moments if moment and moment <= timezone.now()]
    return min(past, default=None)
