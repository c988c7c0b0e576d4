"""Whether people find what they look for, in the content of the demo."""

import tomllib
from pathlib import Path

import pytest

from bilingual.languages import LANGUAGES
from search_index.finding import find
from search_index.models import Name, PublicEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

SETS = tomllib.loads(Path(__file__).with_name("judged.toml").read_text("utf-8"))["set"]
#: Of all questions, those whose page has to be among the first three.
ENOUGH = 0.97


def first(text: str, language: str, number: int = 3) -> list[PublicEntry]:
    keys = find(text, language).keys[:number]
    entries = PublicEntry.objects.in_bulk(keys)
    return [entries[key] for key in keys]


def test_the_set_is_large_and_asks_in_both_languages():
    asked = [(language, text) for one in SETS for language, text, *_ in one["queries"]]
    assert len(asked) == len(set(asked)) >= 200
    assert min(sum(language == code for language, _ in asked) for code in LANGUAGES) >= 90


def test_the_right_page_is_among_the_first_three():
    asked, missed = 0, []
    for one in SETS:
        for language, text, *ends in one["queries"]:
            asked += 1
            found = first(text, language)
            if not any(entry.address.endswith(tuple(ends)) for entry in found):
                missed.append((one["of"], language, text, [entry.address for entry in found]))
    assert 1 - len(missed) / asked >= ENOUGH, missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_enterprise_is_first_by_every_name_and_code(language):
    names = Name.objects.filter(entry__kind="enterprise", entry__language=language, is_its_own=True)
    pairs = {(name.text, name.entry_id) for name in names.select_related("entry")}
    shared = {text.casefold() for text, _ in pairs if len({e for t, e in pairs if t == text}) > 1}
    wrong = [
        (text, [entry.title for entry in first(text, language, 1)])
        for text, entry in sorted(pairs)
        if text.casefold() not in shared and find(text, language).keys[:1] != [entry]
    ]
    assert len(pairs) > 100
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_edition_is_found_by_its_title(language):
    missed = [
        entry.title
        for entry in PublicEntry.objects.filter(language=language)
        if not any(
            other.title == entry.title or other.address == entry.address
            for other in first(entry.title, language)
        )
    ]
    assert missed == []
