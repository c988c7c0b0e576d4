"""What one person has in hand: the rows that their first page tells about, one query for each sort of work."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models import Article
from publishing.models import AuditEntry, ReviewRemark, ReviewRequest, Revision, Scratch, Signature
from publishing.review.queue import reviews_something, works_on_something
from publishing.rights.permissions import can
from publishing.rights.publisher_access import publishes_something
from translation_desk.models import TranslationTask
from translation_desk.queue_filters import QueueFilters

from .calendar import key_of
from .items import SHOWN
from .names import Key, seen_models

#: So far back unfinished work and remarks are looked for.
BACK, REMARKS_BACK = timedelta(days=120), timedelta(days=14)
#: So many rows are read to find these lines: some turn out to be finished.
READ = 40


def _only_translates(user) -> bool:
    """Whether a person changes articles and begins none."""
    return can(user, "change", Article) and not can(user, "add", Article)


class InHand:
    """Rows about records, read at once; whose names are asked for afterwards by their ``keys``."""

    def __init__(self, user):
        self.user, self.now = user, timezone.now()
        works = works_on_something(user)
        self.reviews = self._reviews() if reviews_something(user) else []
        self.returned = self._returned() if works else []
        self.tasks = self._tasks() if works else []
        self.offered = self._offered() if _only_translates(user) else []
        self.revisions = self._revisions() if works else []
        self.scratches = self._scratches() if works else []
        self.scheduled = self._scheduled() if publishes_something(user) else []
        self.remarks = self._remarks() if works else []

    def keys(self) -> set[Key]:
        rows = (
            *self.reviews,
            *self.returned,
            *self.tasks,
            *self.offered,
            *self.revisions,
            *(scratch for scratch in self.scratches if scratch.object_id),
            *(remark.revision for remark in self.remarks),
        )
        return {key_of(row) for row in rows} | {(entry.kind, entry.object_id) for entry in self.scheduled}

    def _reviews(self) -> list[ReviewRequest]:
        kinds = ContentType.objects.get_for_models(*seen_models(self.user)).values()
        rows = ReviewRequest.objects.open().current().for_person(self.user).filter(content_type__in=kinds)
        return list(rows.select_related("content_type", "asked_by").order_by("due_on", "pk")[: SHOWN + 1])

    def _returned(self) -> list[ReviewRequest]:
        """The newest requests of this person that were returned, and of which nothing newer was written."""
        mine = {"content_type": OuterRef("content_type"), "object_id": OuterRef("object_id")}
        newer = ReviewRequest.objects.filter(**mine, pk__gt=OuterRef("pk"))
        answers = Signature.objects.filter(
            **mine,
            round=OuterRef("round"),
            step=OuterRef("step"),
            verdict=Signature.Verdict.RETURNED,
        ).order_by("-pk")
        rows = ReviewRequest.objects.current().filter(~Exists(newer), Exists(answers), asked_by=self.user)
        rows = rows.annotate(
            reviewer=Subquery(answers.values("reviewer_name")[:1]),
            comment=Subquery(answers.values("comment")[:1]),
        )
        return list(rows.select_related("content_type").order_by("-pk")[: SHOWN + 1])

    def _tasks(self) -> list[TranslationTask]:
        wanted = Q(owner=self.user) | ~Q(question="")
        rows = TranslationTask.objects.filter(wanted, is_open=True).select_related("content_type")
        return list(rows.order_by("sort_on", "pk")[:READ])

    def _offered(self) -> list[TranslationTask]:
        """Translations that nobody has taken, in the language of who writes only one."""
        rows = QueueFilters(self.user, {"who": "nobody"}).tasks().select_related("content_type")
        return list(rows.order_by("sort_on", "pk")[: SHOWN + 1])

    def _revisions(self) -> list[Revision]:
        """The newest versions of records where this person wrote them, and saves that were set aside."""
        newer = Revision.objects.numbered().filter(
            content_type=OuterRef("content_type"), object_id=OuterRef("object_id"), pk__gt=OuterRef("pk")
        )
        mine_since = newer.filter(author=self.user)
        is_newest = Q(number__isnull=False) & ~Exists(newer)
        is_aside = Q(kind=Revision.Kind.PARKED) & ~Exists(mine_since)
        rows = Revision.objects.filter(
            is_newest | is_aside, author=self.user, created_at__gt=self.now - BACK
        ).select_related("content_type")
        return list(rows.defer("snapshot", "conflicts").order_by("-pk")[:READ])

    def _scratches(self) -> list[Scratch]:
        rows = Scratch.objects.filter(user=self.user).select_related("content_type").defer("fields")
        return list(rows[: SHOWN + 1])

    def _scheduled(self) -> list[AuditEntry]:
        rows = AuditEntry.objects.filter(
            person=self.user, action="publishing.scheduled", at__gt=self.now - BACK
        )
        return list(rows[:READ])

    def _remarks(self) -> list[ReviewRemark]:
        rows = ReviewRemark.objects.filter(link__made_by=self.user, created_at__gt=self.now - REMARKS_BACK)
        return list(
            rows.select_related("revision__content_type")
            .defer("revision__snapshot", "revision__conflicts")
            .order_by("-pk")[: SHOWN + 1]
        )
