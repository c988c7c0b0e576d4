"""What was looked for in vain is remembered; who looked for it is not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search import misses
from search.misses import KEPT_FOR, forget_old_misses, remember
from search.models import Miss
from tests.factories import make_enterprise


def test_a_search_in_vain_is_counted_once_for_every_spelling(visitor, db):
    for text in ("Quantum Kangaroo", "quantum  kangaroo", "ＱＵＡＮＴＵＭ kangaroo"):
        visitor.get("/en/search/", {"q": text})
    assert list(Miss.objects.values_list("text", "language", "count")) == [("quantum kangaroo", "en", 3)]


def test_a_search_that_found_something_or_was_narrowed_is_no_miss(visitor):
    make_enterprise(short_name_en="Confluence Works")
    visitor.get("/en/search/", {"q": "confluence"})
    visitor.get("/en/search/", {"q": "confluence", "since": "2050-01-01"})
    visitor.get("/en/search/", {"q": "kangaroo", "kind": "article"})
    visitor.get("/en/search/", {"q": ""})
    assert not Miss.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "someone@example.org",
        "someone＠example.org",
        "+86 23 6780 0000",
        "023-6780.0000",
        "１３８ ０００ ００００",
        "11010119900307123X",
        "E12345678",
        "https://example.org/?me",
        "I would like to know whether my own company may come to you next year",
        "x" * 61,
    ],
)
def test_what_may_be_about_a_person_is_not_kept(db, text):
    remember(text, "en")
    assert not Miss.objects.exists()


def test_what_nobody_asks_for_any_more_is_forgotten(db):
    remember("old", "en")
    remember("new", "en")
    old_day = timezone.localdate() - KEPT_FOR - timedelta(days=1)
    Miss.objects.filter(text="old").update(last_on=old_day)
    assert forget_old_misses() == 1
    assert [miss.text for miss in Miss.objects.all()] == ["new"]


def test_a_flood_of_nonsense_does_not_fill_the_table(db, monkeypatch):
    monkeypatch.setattr(misses, "MOST", 2)
    for text in ("one", "two", "three", "one"):
        remember(text, "en")
    assert set(Miss.objects.values_list("text", "count")) == {("one", 2), ("two", 1)}
