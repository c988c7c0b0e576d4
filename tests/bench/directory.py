"""How fast the directory counts its facets, and the ledger opens, with several readers at once.

    python -m tests.bench.directory --enterprises 20000 --awards 50000

The database is that of PORTAL_VAR or DATABASE_URL; it is filled the first time and used again the next time. Under
``python -m tests.services.run --`` it is a PostgreSQL that is thrown away afterwards.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import time
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liangjiang_portal.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import translation  # noqa: E402

from enterprises.directory.answers import Answer  # noqa: E402
from enterprises.filters import EnterpriseFilters  # noqa: E402
from enterprises.models import Award, Enterprise, Scheme  # noqa: E402
from tests.bench.filling import fill  # noqa: E402
from tests.bench.timing import Answered, tell, timed  # noqa: E402

#: Milliseconds that readers wait for at most, in 95 of 100 questions.
ALLOWED_MS = {"facet counts": 50}
ALLOWED_PAGE_MS = 100
LANGUAGES = ("en", "zh-hans")


def main() -> None:
    options = _options()
    fill(enterprises=options.enterprises, awards=options.awards)
    call_command("collectstatic", interactive=False, verbosity=0)
    numbers = f"{Enterprise.objects.count():,} enterprises, {Award.objects.count():,} awards"
    print(f"database     {connection.vendor}, {numbers}")
    settings.ALLOWED_HOSTS = ["*"]
    # Every process has to open a connection of its own.
    connection.close()
    with multiprocessing.get_context("fork").Pool(options.readers) as pool:
        found = pool.map(_read, [(number, options.seconds) for number in range(options.readers)])
    answers = [answer for some in found for answer in some]
    failed = tell(answers, options.readers, lambda kind: ALLOWED_MS.get(kind, ALLOWED_PAGE_MS))
    raise SystemExit(1 if failed else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--enterprises", type=int, default=20_000)
    parser.add_argument("--awards", type=int, default=50_000)
    parser.add_argument("--readers", type=int, default=2, help="processes that ask at once")
    parser.add_argument("--seconds", type=int, default=30, help="how long they ask")
    return parser.parse_args()


def _read(order: tuple[int, int]) -> list[Answered]:
    """Ask by chance until the time is over."""
    number, seconds = order
    chance, client = random.Random(number), Client()
    schemes = list(Scheme.objects.live().values_list("slug", flat=True))
    for language in LANGUAGES:
        client.get(f"/{language}/enterprises/"), client.get(f"/{language}/designations/ledger/")
    answers, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        language, question = chance.choice(LANGUAGES), _question(chance, schemes)
        with translation.override(language):
            answers.append(timed("facet counts", _count, question))
        day = chance.choice(("", "", f"?on={date(chance.randint(2016, 2026), 6, 30)}"))
        for kind, path in (
            ("page of the directory", f"enterprises/?{question}"),
            ("page of the ledger", f"designations/ledger/{day}"),
            ("page of a scheme", f"designations/{chance.choice(schemes)}/{day}"),
            ("list of schemes", f"designations/{day}"),
        ):
            answers.append(timed(kind, _open, client, f"/{language}/{path}"))
    return answers


def _question(chance: random.Random, schemes: list[str]) -> str:
    parts = {
        "ownership": ("private", "foreign", "state"),
        "size": ("large", "medium", "small"),
        "scheme": schemes,
        "standing": ("valid", "candidate", "lapsed"),
        "q": ("Gears", "齿轮", "chilun"),
        "sort": ("name", "designation", "verified"),
    }
    query = QueryDict(mutable=True)
    for name in chance.sample(list(parts), chance.randint(0, 4)):
        query[name] = chance.choice(parts[name])
    return query.urlencode()


def _count(question: str) -> None:
    Answer(EnterpriseFilters(QueryDict(question))).count()


def _open(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200, address


if __name__ == "__main__":
    main()
