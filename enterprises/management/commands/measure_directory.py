"""How long the directory takes to count, and its files to be made, on this machine and this database."""

from __future__ import annotations

import tracemalloc
from contextlib import closing
from functools import partial
from itertools import product
from statistics import median, quantiles
from time import perf_counter

from django.core.management.base import BaseCommand
from django.db import connection
from django.http import QueryDict
from django.utils import timezone, translation

from bilingual.languages import LANGUAGES
from enterprises.directory.answers import Answer
from enterprises.directory.following import current, forget, note
from enterprises.exports.formats import FORMATS
from enterprises.exports.rows import columns, read
from enterprises.exports.terms import terms_of
from enterprises.filters import EnterpriseFilters
from enterprises.models import Enterprise

#: What analysts ask: nothing, one facet, several, a name, a day in the past, orders other than by name.
PARTS = (
    ("", "ownership=private", "ownership=foreign&ownership=joint", "q=river"),
    ("", "size=large", "exporter=yes&listed=yes"),
    (
        "",
        "standing=valid",
        "standing=lapsed&on=2022-06-30",
        "since=2026-01-01&sort=verified",
        "sort=designation",
    ),
)


class Command(BaseCommand):
    help = "Measure the counts and the exports of the directory. Nothing is changed but one row of a log."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=5)
        parser.add_argument("--exports", action="store_true", help="Make the files too: takes a while.")

    def handle(self, *, rounds: int, exports: bool, **options):
        self.stdout.write(f"{Enterprise.objects.live_anywhere().count()} enterprises, {connection.vendor}")
        forget()
        self._say("read everything", [_timed(current)])
        self._say("read one change", [_change() for _round in range(10)])
        questions = ["&".join(filter(None, parts)) for parts in product(*PARTS)]
        taken = []
        for language in LANGUAGES:
            with translation.override(language):
                for question in questions:
                    _ask(question)
                for _round, question in product(range(rounds), questions):
                    taken.append(_timed(partial(_ask, question)))
        self._say(f"count all facets, {len(taken)} questions", taken)
        if exports:
            for kind in FORMATS:
                self._export(kind)

    def _say(self, what: str, seconds: list[float]) -> None:
        worst = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
        self.stdout.write(f"{what}: median {median(seconds) * 1000:.1f} ms, p95 {worst * 1000:.1f} ms")

    def _export(self, kind: str) -> None:
        with translation.override("en"):
            filters, told = EnterpriseFilters(QueryDict("")), columns()
            answer = Answer(filters)

            tracemalloc.start()
            begun = perf_counter()
            response = FORMATS[kind]("enterprises", told, read(answer, told), terms_of(filters, "/"))
            with closing(response):
                size = sum(map(len, response.streaming_content))
            taken, peak = perf_counter() - begun, tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        self.stdout.write(
            f"{kind}: {answer.total} rows, {size / 1e6:.1f} MB in {taken:.1f} s (traced), "
            f"peak {peak / 1e6:.1f} MB of memory"
        )


def _ask(question: str) -> int:
    answer = Answer(EnterpriseFilters(QueryDict(question)))
    answer.count()
    return len(answer.keys)


def _change() -> float:
    key = Enterprise.objects.live_anywhere().order_by("?").values_list("pk", flat=True).first()
    note(key)

    def follow() -> None:
        shelf = current()
        shelf.live("en", timezone.now())
        shelf.order("name", "en")

    return _timed(follow)


def _timed(deed) -> float:
    begun = perf_counter()
    deed()
    return perf_counter() - begun
