"""As much as a measure needs, made the first time and used again the next time."""

from __future__ import annotations

import time
from itertools import islice
from uuid import UUID, uuid5

from django.core.management import call_command
from django.db import connection
from django.utils import translation

from articles.models import Article, Column
from bilingual.periods import Period
from demo.loading.kinds import KINDS
from demo.loading.references import References
from demo.loading.rows import Writer
from demo.reading import CONTENT
from enterprises.directory.following import note
from enterprises.models import Award, Enterprise, Level
from tests.bench.undrawn import Undrawn

NAMESPACE = UUID("f3a0f2b4-4b77-4f0e-8a5b-0d1c53b3f0a2")


def fill(*, articles: int = 0, enterprises: int = 0, awards: int = 0) -> None:
    """The records of the demo, and generated ones until there are so many."""
    call_command("migrate", verbosity=0, interactive=False)
    if not Column.objects.exists():
        with translation.override("en"):
            writer = Writer(References(Undrawn()))
            for kind in KINDS:
                writer.write(kind, kind.read(CONTENT))
    generated = {"slug__startswith": "generated-"}
    for command, model, wanted in (
        ("generate_load", Article, articles),
        ("generate_enterprises", Enterprise, enterprises),
    ):
        if (missing := wanted - model.objects.filter(**generated).count()) > 0:
            began = time.monotonic()
            call_command(command, missing, without_index=True, verbosity=0)
            print(f"rows         {missing:,} by {command} in {time.monotonic() - began:.0f} s")
    if (missing := awards - Award.objects.count()) > 0:
        _award(missing)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _award(number: int) -> None:
    holders = list(Enterprise.objects.filter(slug__startswith="generated-").values_list("pk", flat=True))
    levels, first = list(Level.objects.order_by("pk")), Award.objects.count()
    made = (
        Award(
            pk=uuid5(NAMESPACE, str(index)),
            enterprise_id=holders[index % len(holders)],
            level=levels[index // len(holders) % len(levels)],
            status=["awarded", "awarded", "reviewed", "candidate"][index % 4],
            awarded=Period.parse(str(2012 + index % 14)),
        )
        for index in range(first, first + number)
    )
    while some := list(islice(made, 1000)):
        Award.objects.bulk_create(some)
    note(None)
