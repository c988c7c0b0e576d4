"""What the tests of faults put on the stage of a running portal, and read from it; done in ``manage.py shell``."""

from __future__ import annotations

from datetime import date

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone

from articles.models import Article, Column, Correction
from bilingual.languages import LANGUAGES
from publishing.models import Revision
from publishing.publication.actions import publish

#: The words of the article: each place holds a mark that says who wrote it last.
PLACES = ("headline_en", "headline_zh_hans", "summary_en", "summary_zh_hans")
ROW = "corrections-0-text_en"


def call(portal, deed: str, **arguments) -> object:
    """Do one of the deeds below in a process of the portal's own; what it returns."""
    return portal.call(f"{__name__}:{deed}", **arguments)


def make_people(names: list[str], group: str, password: str) -> None:
    for name in names:
        person = get_user_model().objects.create_user(name, password=password, is_staff=True)
        person.groups.add(Group.objects.get(name=group))


def make_article(slug: str, mark: str) -> int:
    """A public article with a row, all of whose words are a mark; its key."""
    article = Article.objects.create(
        slug=slug,
        column=Column.objects.first(),
        body_en="<p>Test text.</p>",
        body_zh_hans="<p>测试正文。</p>",
        dated_at=timezone.now(),
        **dict.fromkeys(PLACES, mark),
    )
    day = date(2026, 5, 4)
    Correction.objects.create(article=article, corrected_on=day, text_en=mark, text_zh_hans=mark)
    for language in LANGUAGES:
        publish(article, language=language)
    return article.pk


def history(key: int) -> dict:
    """The marks of every version in order, of what was set aside, and of what is public."""
    article = Article.objects.get(pk=key)
    versions = [(one.number, _marks(one.snapshot)) for one in Revision.objects.of(article).order_by("pk")]
    return {
        "versions": [marks for _number, marks in sorted(pair for pair in versions if pair[0])],
        "aside": [marks for number, marks in versions if number is None],
        "published": [_marks(one.snapshot) for one in Revision.objects.of(article).filter(kind="live")],
        "is_sound": _is_sound(),
        "public": {name: getattr(article, name) for name in PLACES}
        | {ROW: article.corrections.get().text_en},
    }


def _marks(snapshot: dict) -> dict:
    (row,) = snapshot["c"]["corrections"]
    return {name: snapshot["f"][name] for name in PLACES} | {ROW: row["f"]["text_en"]}


def _is_sound() -> bool:
    """Whether the database finds nothing wrong with itself."""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
