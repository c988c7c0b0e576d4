"""Fill a directory with enterprises to measure with: the same ones every time, never for a public site."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice
from uuid import UUID, uuid5

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from bilingual.periods import Period
from enterprises.directory.following import note
from enterprises.models import Award, Enterprise, Facility, Industry, Level, Listing, Park
from enterprises.sort_keys import chinese_key, english_key
from search_index.writing import index_keys

BATCH = 1000
LIVE_FROM = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
NAMESPACE = UUID("6f0c2f3e-2f3b-4a51-9a70-5a4b8c0f6d11")
ORIGINS = ("CN", "CN", "CN", "CN", "JP", "DE", "US", "FR", "KR", "SG", "GB", "")
PLACES = (
    ("North", "北"),
    ("South", "南"),
    ("East", "东"),
    ("West", "西"),
    ("River", "江"),
    ("Hill", "山"),
    ("Cloud", "云"),
)
TRADES = (
    ("Gears", "齿轮"),
    ("Sensors", "传感"),
    ("Castings", "铸造"),
    ("Software", "软件"),
    ("Optics", "光学"),
)


class Command(BaseCommand):
    help = "Create N generated enterprises with facilities and designations, deterministic, to measure with."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, metavar="N")
        parser.add_argument(
            "--without-index", action="store_true", help="leave the search index to rebuild_search_index"
        )

    def handle(self, *, number: int, without_index: bool, **options):
        if not 0 < number <= 200_000:
            raise CommandError("N is a number from 1 to 200,000.")
        parks, industries, levels = (list(kind.objects.order_by("pk")) for kind in (Park, Industry, Level))
        if not (parks and industries and levels):
            raise CommandError("There are no parks, industries or levels. Run load_demo first.")
        first = Enterprise.objects.filter(slug__startswith="generated-").count()
        numbers = iter(range(first, first + number))
        through = Enterprise.industries.through
        while batch := list(islice(numbers, BATCH)):
            with transaction.atomic():
                made = Enterprise.objects.bulk_create(_enterprise(index) for index in batch)
                pairs = list(zip(batch, made, strict=True))
                Facility.objects.bulk_create(
                    _facility(index, one, parks) for index, one in pairs if index % 5
                )
                Award.objects.bulk_create(
                    award for index, one in pairs for award in _awards(index, one, levels)
                )
                Listing.objects.bulk_create(_listing(index, one) for index, one in pairs if index % 25 == 0)
                through.objects.bulk_create(
                    through(enterprise_id=one.pk, industry_id=industry.pk)
                    for index, one in pairs
                    for industry in {
                        industries[index % len(industries)],
                        industries[index // 3 % len(industries)],
                    }
                )
                if not without_index:
                    index_keys(Enterprise, [one.pk for one in made])
        # So many rows were not noted one by one.
        note(None)
        self.stdout.write(f"{number} enterprises generated.")


def _enterprise(index: int) -> Enterprise:
    """The generated enterprise with a number; the same for the same number."""
    (place_en, place_zh), (trade_en, trade_zh) = PLACES[index % 7], TRADES[index // 7 % 5]
    english, chinese = f"Generated {place_en} {trade_en} {index}", f"{place_zh}{trade_zh}示例{index}号"
    return Enterprise(
        slug=f"generated-{index:06}",
        short_name_en=english,
        short_name_zh_hans=chinese,
        legal_name_en=f"{english} Co",
        legal_name_zh_hans=f"{chinese}有限公司",
        sort_key_en=english_key(english),
        sort_key_zh_hans=chinese_key(chinese),
        activity_en="Generated to measure the site; says nothing about the world",
        activity_zh_hans="为测试网站性能而自动生成，不反映任何事实",
        ownership=Enterprise.Ownership.values[index % 7],
        size_band=["large", "medium", "small", "small", "micro", ""][index % 6],
        origin=ORIGINS[index % len(ORIGINS)],
        is_exporter=[True, False, None][index % 3],
        founded=Period.parse(str(1980 + index % 46)),
        verified_on=date(2020 + index % 7, 1 + index % 12, 1 + index % 28) if index % 4 else None,
        live_from_en=LIVE_FROM,
        live_from_zh_hans=LIVE_FROM,
    )


def _facility(index: int, enterprise: Enterprise, parks: list[Park]) -> Facility:
    key = uuid5(NAMESPACE, f"facility {index}")
    return Facility(
        pk=key, enterprise=enterprise, name_en="Plant", name_zh_hans="工厂", park=parks[index % len(parks)]
    )


def _awards(index: int, enterprise: Enterprise, levels: list[Level]) -> list[Award]:
    """None for half of them; valid, lapsed, candidates for the others."""
    return [
        Award(
            pk=uuid5(NAMESPACE, f"award {index} {turn}"),
            enterprise=enterprise,
            level=levels[(index + turn) % len(levels)],
            status=["awarded", "awarded", "reviewed", "candidate", "lapsed"][(index + turn) % 5],
            awarded=Period.parse(str(2017 + (index + turn) % 9)),
            valid_until=date(2020 + (index + turn) % 10, 12, 31) if turn else None,
        )
        for turn in range(index % 4 if index % 2 else 0)
    ]


def _listing(index: int, enterprise: Enterprise) -> Listing:
    return Listing(
        pk=uuid5(NAMESPACE, f"listing {index}"), enterprise=enterprise, exchange="SZ", code=f"{index:06}"
    )
