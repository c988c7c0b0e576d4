"""How fast the search answers, with many readers at once, over as much as is asked for.

    python -m tests.bench.search --articles 200000 --enterprises 20000

The database is that of PORTAL_VAR or DATABASE_URL; it is filled the first time and used again the next time. Under
``python -m tests.services.run --`` it is a PostgreSQL that is thrown away afterwards.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import time
from dataclasses import dataclass

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liangjiang_portal.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles.models import Article, Column  # noqa: E402
from publishing.publication.actions import publish  # noqa: E402
from search_index.backends import backend  # noqa: E402
from search_index.finding import Filters, find  # noqa: E402
from search_index.models import PublicEntry  # noqa: E402
from search_index.suggesting import suggest  # noqa: E402
from tests.bench.filling import fill  # noqa: E402
from tests.bench.timing import Answered, tell, timed  # noqa: E402

#: What readers wait for at most, in 95 of 100 questions.
ALLOWED_MS = 50
#: From the click that publishes to the first hit, in seconds.
ALLOWED_LAG = 1.0


@dataclass(frozen=True)
class Question:
    kind: str
    language: str
    texts: tuple[str, ...]
    filters: Filters = Filters()


QUESTIONS = (
    Question("1 Han character", "zh-hans", ("港", "桥", "校", "仓")),
    Question("2 Han characters", "zh-hans", ("工厂", "大桥", "园区", "招聘")),
    Question("4 Han characters", "zh-hans", ("调整时间", "自动生成", "测试网站", "年度情况")),
    Question("a rare word", "en", tuple(str(number) for number in range(1007, 2007, 97))),
    Question("a very common word", "en", ("generated", "site", "world", "public")),
    Question("two words, one kind", "en", ("plant opens", "bridge hires"), Filters(kind="article")),
    Question("two words, one column", "zh-hans", ("港口 扩建", "道路 搬迁"), Filters(section="local")),
    Question("newest first", "en", ("generated school",), Filters(newest_first=True)),
    Question("a name", "en", tuple(f"Generated North Gears {number}" for number in range(0, 700, 35))),
    Question("a name by its sound", "zh-hans", ("beichilun", "dongruanjian")),
    Question("a mistyped word", "en", ("labratory", "Genarated")),
    Question("a sentence", "zh-hans", ("哪些学校正在调整招聘时间", "怎样到港口的仓库去")),
)


def main() -> None:
    options = _options()
    fill(articles=options.articles, enterprises=options.enterprises)
    if options.rebuild or not PublicEntry.objects.filter(address__contains="generated-").exists():
        began = time.monotonic()
        call_command("rebuild_search_index", verbosity=1)
        print(f"build        {time.monotonic() - began:.0f} s")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    print(f"database     {connection.vendor}, {PublicEntry.objects.count():,} editions")
    print(f"index        {backend().size() / 1e6:,.0f} MB")
    failed = _measure(options.readers, options.seconds)
    raise SystemExit(1 if failed else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--enterprises", type=int, default=20_000)
    parser.add_argument("--readers", type=int, default=2, help="processes that ask at once")
    parser.add_argument("--seconds", type=int, default=30, help="how long they ask")
    parser.add_argument("--rebuild", action="store_true", help="write the index again, and time it")
    return parser.parse_args()


def _measure(readers: int, seconds: int) -> bool:
    """Print the figures; whether one of them is worse than allowed."""
    # Every process has to open a connection of its own.
    connection.close()
    with multiprocessing.get_context("fork").Pool(readers) as pool:
        waiting = pool.map_async(_read, [(number, seconds) for number in range(readers)])
        lags = _publish_now_and_then(seconds)
        answers = [answer for found in waiting.get() for answer in found]
    failed = tell(answers, readers, lambda kind: ALLOWED_MS)
    print(f"published to searchable   {max(lags):.2f} s at most, {len(lags)} times")
    return failed or max(lags) > ALLOWED_LAG


def _read(order: tuple[int, int]) -> list[Answered]:
    """Ask by chance until the time is over."""
    number, seconds = order
    chance, answers = random.Random(number), []
    for question in QUESTIONS:
        find(question.texts[0], question.language, question.filters)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        question = chance.choice(QUESTIONS)
        text = chance.choice(question.texts)
        answers.append(timed(question.kind, find, text, question.language, question.filters))
        answers.append(timed("suggestions while typing", suggest, text[:6], question.language))
    return answers


def _publish_now_and_then(seconds: int) -> list[float]:
    """Publish an article every few seconds; how long until it was found, in seconds.

    The first one does not count: it reads the code in, as the first question of each reader does.
    """
    column, lags = Column.objects.first(), []
    end = time.monotonic() + seconds
    while len(lags) < 2 or time.monotonic() < end:
        word = f"bench{time.time_ns()}"
        article = Article.objects.create(
            slug=word,
            column=column,
            headline_en=f"Published by the {word}",
            summary_en="Published to measure the site.",
            body_en="<p>Published to measure the site.</p>",
            dated_at=timezone.now(),
        )
        began = time.monotonic()
        publish(article, language="en")
        while not find(word, "en").keys:
            time.sleep(0.01)
        lags.append(time.monotonic() - began)
        article.delete()
        time.sleep(2)
    return lags[1:]


if __name__ == "__main__":
    main()
