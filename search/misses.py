"""Remembering what was not found, without remembering people."""

from __future__ import annotations

import re
from datetime import timedelta

from django.core.cache import cache
from django.db.models import F
from django.utils import timezone

from publishing.chores import daily
from search_index.folding import folded

from .models import Miss

LONGEST, MOST_WORDS = 60, 8
#: Looks like an address, a telephone or an identity number: never kept.
_PERSONAL = re.compile(r"@|(?:\d[\s\-./]?){7,}|https?:")
KEPT_FOR = timedelta(days=180)
#: What the first page of the newsroom tells, and for how many seconds without asking again.
LATELY, TOLD, KEPT_SECONDS = timedelta(days=30), 5, 300
#: A flood of nonsense does not fill the table.
MOST = 5000


def remember(text: str, language: str) -> None:
    """Count a search that found nothing, unless its words could be about a person, or are a text rather than a
    question."""
    words = " ".join(folded(text).split())
    if not words or len(words) > LONGEST or words.count(" ") >= MOST_WORDS or _PERSONAL.search(words):
        return
    today = timezone.localdate()
    known = Miss.objects.filter(text=words, language=language)
    if not known.update(count=F("count") + 1, last_on=today) and Miss.objects.count() < MOST:
        Miss.objects.get_or_create(text=words, language=language, defaults={"last_on": today})


def most_missed() -> list[Miss]:
    """What was looked for in vain most often in the last 30 days, as it was some minutes ago at most."""
    return cache.get_or_set("search-most-missed", _most_missed, KEPT_SECONDS)


def _most_missed() -> list[Miss]:
    since = timezone.localdate() - LATELY
    return list(Miss.objects.filter(last_on__gt=since).order_by("-count", "-last_on", "pk")[:TOLD])


@daily
def forget_old_misses() -> int:
    """Drop what nobody has looked for in half a year."""
    return Miss.objects.filter(last_on__lt=timezone.localdate() - KEPT_FOR).delete()[0]
