"""Writing the whole index again, and what is written by the thousand."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from enterprises.models import Enterprise
from search_index.backends import Stored, backend
from search_index.documents import KINDS, kinds
from search_index.finding import find
from search_index.models import Name, PublicEntry
from search_index.writing import index_keys
from tests.factories import make_article, make_column, make_enterprise, make_industry, make_level, make_park

pytestmark = pytest.mark.django_db


def rebuild(**options) -> str:
    said = StringIO()
    call_command("rebuild_search_index", stdout=said, **options)
    return said.getvalue()


def content() -> set:
    """The index without its keys' last bits, which depend on the order of writing."""
    entries = PublicEntry.objects.values_list("kind", "object_id", "language", "title", "text", "address")
    return {*entries, *Name.objects.values_list("text", "key", "sound", "initials", "entry__object_id")}


def test_a_new_index_says_what_the_old_one_said():
    make_enterprise(short_name_en="Quokka Works", short_name_zh_hans="短尾工厂")
    make_article(headline_en="Quokka ferry")
    before = content()
    said = rebuild()
    assert content() == before
    assert "4 editions indexed" in said
    assert "article: 1 of 1" in said
    assert len(find("quokka", "en").keys) == 2


def test_what_changed_behind_the_back_of_all_signals_is_put_right():
    gone, renamed = make_article(headline_en="Quokka ferry"), make_article(headline_en="Wombat ferry")
    Article.objects.filter(pk=gone.pk)._raw_delete("default")
    Article.objects.filter(pk=renamed.pk).update(headline_en="Numbat ferry")
    assert find("quokka", "en").keys and find("wombat", "en").keys
    rebuild()
    assert find("quokka", "en").keys == find("wombat", "en").keys == []
    assert len(find("numbat", "en").keys) == 1


def test_a_kind_that_is_known_no_longer_leaves_the_index(monkeypatch):
    make_enterprise(short_name_en="Quokka Works")
    make_article(headline_en="Quokka ferry")
    monkeypatch.delitem(KINDS, Enterprise)
    rebuild()
    assert set(PublicEntry.objects.values_list("kind", flat=True)) == {"article"}


def test_the_site_answers_while_the_index_is_written(monkeypatch):
    for number in range(3):
        make_article(headline_en=f"Quokka ferry {'abc'[number]}")
    answers = []

    def look(*arguments):
        answers.append(len(find("quokka", "en").keys))
        return index_keys(*arguments)

    monkeypatch.setattr("search_index.management.commands.rebuild_search_index.index_keys", look)
    monkeypatch.setattr("search_index.management.commands.rebuild_search_index.BATCH", 1)
    rebuild()
    assert answers and set(answers) == {3}


def test_only_what_is_missing_can_be_written():
    make_enterprise(short_name_en="Quokka Works")
    article = make_article(headline_en="Quokka ferry")
    keys = PublicEntry.objects.filter(kind="article").values_list("pk", flat=True)
    for language in ("en", "zh-hans"):
        backend().erase(language, list(keys))
    Name.objects.filter(entry__in=keys).delete()
    PublicEntry.objects.filter(pk__in=list(keys)).delete()
    assert "2 editions indexed" in rebuild(missing=True)
    assert PublicEntry.objects.filter(kind="article", object_id=article.pk).count() == 2
    assert rebuild(missing=True) == ""


@pytest.mark.parametrize("make", [make_article, make_enterprise, make_park])
def test_the_price_of_a_batch_does_not_grow_with_it(make):
    pks = [make().pk for _ in range(6)]
    model = type(make())

    def price(number: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            index_keys(model, pks[:number])
        return len(queries)

    price(1)
    assert price(2) == price(6)


def test_generated_articles_are_found(capsys):
    make_column()
    call_command("generate_load", 12, verbosity=0)
    assert PublicEntry.objects.filter(kind="article").count() == 24
    assert len(find("number 11", "en").keys) == 1
    assert len(find("第7号", "zh-hans").keys) == 1


def test_generated_enterprises_are_found(capsys):
    make_park()
    make_industry()
    make_level()
    call_command("generate_enterprises", 10, verbosity=0)
    first = PublicEntry.objects.get(pk=find("generated north gears 0", "en").keys[0])
    assert first.address == "/en/enterprises/generated-000000/"
    assert find("北齿轮示例0号", "zh-hans").keys


def test_every_kind_says_which_rows_it_reads():
    assert all(list(kind.records()) == [] for kind in kinds())


def test_words_of_an_edition_may_be_longer_than_a_database_likes():
    moment = make_article().live_from_en
    words = [f"w{number}" for number in range(30_000)] + ["again"] * 5_000
    backend().write("en", [Stored(7, moment, None, [], [], words, [], ["kind:article"])])
    backend().erase("en", [7])
