"""Noticing that an edition begins or ends by itself, when its moment passes.

Pages decide when they are read and need none of this. Caches and indexes do: they hear of it by ``edition_changed``,
sent by the clock, once for each moment, also after a stop.
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from bilingual.languages import LANGUAGES, column

from .. import chores
from ..models import EditionMoment, Publishable
from ..rights.publisher_access import publishable_models
from ..signals import edition_changed

log = logging.getLogger(__name__)

MOMENTS = ("live_from", "live_until")


def note(record: Publishable, language: str) -> None:
    """Remember the moments that lie ahead of an edition. Call it in the transaction that puts them on the record."""
    now, kind = timezone.now(), ContentType.objects.get_for_model(record, for_concrete_model=True)
    for moment in _moments(record, language):
        if moment > now:
            EditionMoment.objects.get_or_create(
                content_type=kind, object_id=str(record.pk), language=language, at=moment
            )


def note_all() -> int:
    """Remember what lies ahead of every edition, also where it was put on a record by other ways; how many."""
    now, found = timezone.now(), 0
    for model in publishable_models():
        for language in LANGUAGES:
            names = [column(name, language) for name in MOMENTS]
            ahead = Q(**{f"{names[0]}__gt": now}) | Q(**{f"{names[1]}__gt": now})
            for record in model._base_manager.filter(ahead).only("pk", *names):
                note(record, language)
                found += 1
    return found


def pass_over(now: datetime) -> int:
    """Tell of every edition that began or ended up to a moment; how many. Done twice, it tells nothing twice."""
    told = 0
    for moment in list(EditionMoment.objects.filter(at__lte=now)):
        try:
            told += _pass(moment)
        except Exception:  # noqa: BLE001
            # A receiver that fails must not keep the others from hearing; the moment stays and is told again.
            log.exception("Nobody could be told of %s", moment)
    return told


@transaction.atomic
def _pass(moment: EditionMoment) -> bool:
    """Tell of one, unless another process has, or the edition has another moment by now."""
    deleted, _rows = EditionMoment.objects.filter(pk=moment.pk).delete()
    record = moment.record
    if not deleted or record is None or moment.at not in _moments(record, moment.language):
        return False
    edition_changed.send(type(record), record=record, language=moment.language)
    return True


@chores.daily
def tidy() -> int:
    """Find what lies ahead, and forget the moments that mean nothing any more; how many."""
    note_all()
    stale = [
        moment.pk
        for moment in EditionMoment.objects.prefetch_related("record").iterator(chunk_size=1000)
        if moment.record is None or moment.at not in _moments(moment.record, moment.language)
    ]
    EditionMoment.objects.filter(pk__in=stale).delete()
    return len(stale)


def next_moment() -> models.Subquery:
    """The next moment at which an edition begins or ends, as a column of any query."""
    ahead = EditionMoment.objects.filter(at__gt=timezone.now()).order_by("at")
    return models.Subquery(ahead.values("at")[:1])


def seconds_until(moment: datetime | None, most: int) -> float:
    """How long what was counted now stays true: until this next moment, and at most so many seconds."""
    return most if moment is None else max(min((moment - timezone.now()).total_seconds(), most), 0)


def _moments(record: Publishable, language: str) -> list[datetime]:
    found = [getattr(record, column(name, language)) for name in MOMENTS]
    return [moment for moment in found if moment is not None]
