"""Fill a database with articles to measure with: the same ones every time, never for a public site."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.models import Article, Column
from articles.months import month_of
from articles.paging import forget
from search_index.writing import index_keys

#: Moment of the newest generated article; the others follow every forty minutes before it.
NEWEST = datetime(2026, 11, 1, 4, 0, tzinfo=UTC)
APART = timedelta(minutes=40)
BATCH = 2000

SUBJECTS = (
    ("plant", "工厂"),
    ("port", "港口"),
    ("laboratory", "实验室"),
    ("road", "道路"),
    ("bridge", "大桥"),
    ("line", "生产线"),
    ("school", "学校"),
    ("park", "园区"),
    ("fleet", "车队"),
    ("fair", "展会"),
    ("depot", "仓库"),
)
DEEDS = (
    ("opens", "启用"),
    ("expands", "扩建"),
    ("reports on its year", "公布年度情况"),
    ("changes its hours", "调整时间"),
    ("tests new equipment", "测试新设备"),
    ("hires", "招聘"),
    ("moves", "搬迁"),
)
SENTENCES = (
    (
        "This text was generated to measure the site and says nothing about the world.",
        "本文为测试网站性能而自动生成，不反映任何事实。",
    ),
    ("Each generated article differs from the next in its number.", "各篇自动生成的文章以编号相互区别。"),
    ("Readers of a public site never see it.", "公开网站的读者不会看到本文。"),
)


class Command(BaseCommand):
    help = "Create N generated articles in both languages, deterministic, to measure with."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, metavar="N")
        parser.add_argument(
            "--without-index", action="store_true", help="leave the search index to rebuild_search_index"
        )

    def handle(self, *, number: int, without_index: bool, verbosity: int, **options):
        if not 0 < number <= 1_000_000:
            raise CommandError("N is a number from 1 to 1,000,000.")
        columns = list(Column.objects.exclude(display=Column.Display.SPECIALS).order_by("pk"))
        if not columns:
            raise CommandError("There are no columns. Run load_demo first.")
        first = Article.objects.filter(slug__startswith="generated-").count()
        articles = (_article(index, columns) for index in range(first, first + number))
        written = 0
        while batch := list(islice(articles, BATCH)):
            with transaction.atomic():
                made = Article.objects.bulk_create(batch)
                if not without_index:
                    index_keys(Article, [article.pk for article in made])
            written += len(batch)
            if verbosity:
                self.stdout.write(f"{written} of {number}", ending="\r")
        forget()
        self.stdout.write(f"{written} articles generated.")


def _article(index: int, columns: list[Column]) -> Article:
    """The generated article with a number; the same for the same number."""
    english, chinese = (SUBJECTS[index % len(SUBJECTS)][side] for side in (0, 1))
    deed_en, deed_zh = DEEDS[index % len(DEEDS)]
    body_en, body_zh = (
        "".join(f"<p>{sentence[side]} ({index})</p>" for sentence in SENTENCES * 4) for side in (0, 1)
    )
    moment = NEWEST - index * APART
    return Article(
        slug=f"generated-{index:07}",
        column=columns[index % len(columns)],
        headline_en=f"Generated {english} {deed_en}, number {index}",
        headline_zh_hans=f"自动生成：{chinese}{deed_zh}（第{index}号）",
        summary_en=SENTENCES[0][0],
        summary_zh_hans=SENTENCES[0][1],
        body_en=body_en,
        body_zh_hans=body_zh,
        dated_at=moment,
        month=month_of(moment),
        live_from_en=moment,
        live_from_zh_hans=moment,
    )
