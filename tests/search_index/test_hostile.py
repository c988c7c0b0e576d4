"""Whatever is typed is words or nothing: no sign of a query language, no error page, no long wait."""

import time
from urllib.parse import urlencode

import pytest

from search_index.finding import find
from search_index.suggesting import suggest
from tests.factories import make_article, make_enterprise

pytestmark = pytest.mark.django_db
#: Seconds that the worst may take on a busy machine; it takes a hundredth of that on a quiet one.
PATIENCE = 5

HOSTILE = [
    '"',
    "'",
    "''",
    '""" OR """',
    "*",
    "a*",
    "plant*",
    "^plant",
    "(",
    ")",
    "((((((((((",
    "NEAR(plant factory)",
    "plant NEAR/2 factory",
    "plant AND",
    "AND",
    "OR OR OR",
    "NOT plant",
    "-plant",
    "+plant -factory",
    "title:plant",
    "{names title} : plant",
    "kind:article",
    "section:'x'",
    "names : plant",
    "~chang ~an",
    "^lj ^jx",
    "n/plant",
    "h/plant:*",
    "plant:*",
    "plant:ABCD",
    "a & b | !c <-> d",
    "\\",
    "\\'",
    "%",
    "%s %(x)s {0}",
    "_",
    "'; DROP TABLE search_index_publicentry; --",
    '" UNION SELECT password FROM auth_user --',
    "1 OR 1=1",
    "\x00",
    "pl\x00ant",
    "\x1a\x1b\x7f",
    "\ud7ff\ue000\ufffe\uffff",
    "🚗🏭",
    "👩‍👩‍👧‍👦",
    "\u202eplant\u202c",
    "مصنع",
    "עִבְרִית",
    "한국어 공장",
    "カタカナ工場",
    "ß ﬃ İ ı",
    "e" + "\u0301" * 500,
    "\U0010ffff",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "../../etc/passwd",
    "a-" * 500,
    "a'" * 500,
    "汉" * 10_000,
    "汉字" * 5_000,
    "plant " * 2_000,
    "an" * 5_000,
    "1,111" * 2_000,
    "x" * 10_000,
    "'" * 10_000,
    " " * 10_000,
    "的" * 200,
    "zh" * 100,
    "in the of a to " * 30,
]


@pytest.fixture(autouse=True)
def something_to_find():
    make_enterprise(short_name_en="Plant factory", short_name_zh_hans="汉字工厂")
    make_article(headline_en="A plant opens", headline_zh_hans="工厂启用")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:16]))
def test_any_text_is_answered_soon_with_a_page(visitor, language, text):
    began = time.monotonic()
    for path, kind in (("search/", "text/html"), ("search/suggestions/", "application/json")):
        response = visitor.get(f"/{language}/{path}?{urlencode({'q': text})}")
        assert response.status_code == 200
        assert response["Content-Type"].startswith(kind)
    find(text, language)
    suggest(text, language)
    assert time.monotonic() - began < PATIENCE


@pytest.mark.parametrize(
    "query",
    [
        "q=%ff%fe%00",
        "q=%ED%A0%80",
        "q=plant&kind='&section=%00&since=%00&until=9999-99-99&sort='",
        "q=plant&page=-1",
        "q=plant&page=99999999999999999999",
        "q=plant&page=%00",
        "q=plant&since=0001-01-01&until=9999-12-31",
        "q=plant&q=factory&kind=article&kind=park",
        "q[]=plant",
        "q=plant&kind=" + "x" * 5000,
        "&&&===",
    ],
)
def test_no_address_is_an_error_page(visitor, query):
    for path in ("/en/search/", "/zh-hans/search/", "/en/search/suggestions/"):
        assert visitor.get(f"{path}?{query}").status_code in (200, 404)


def test_signs_of_a_query_language_are_no_signs():
    assert find("plant*", "en").keys == find("plant", "en").keys
    assert find("NOT plant", "en").keys != []
    assert find("kind:article", "en").keys == []
    assert find('"factory plant"', "en").keys == find("factory plant", "en").keys


def test_marks_of_the_index_cannot_be_typed():
    assert find("~gong ~chang", "en").keys == find("gong chang", "en").keys
