"""The handbook is the same book in both languages, and every picture in it can be taken again."""

import re

import pytest
from PIL import Image

from tests.handbook.make_pictures import LOCALES, MOST_BYTES, PICTURES, WIDTH
from tests.handbook.shots import SHOTS

MOST_BYTES_IN_ALL = 4 * 1024 * 1024
LEAST_CHAPTERS = 20
SHOWN = re.compile(r"!\[([^\]]+)\]\(pictures/([a-z-]+?)\.([a-z-]+)\.webp\)")
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
ANCHOR = re.compile(r"\]\(#([^)]+)\)")
HALF_WIDTH_MARK = re.compile(r"[\u4e00-\u9fff][,;:!?](?=[\u4e00-\u9fff\s])|[\u4e00-\u9fff] [\u4e00-\u9fff]")


def book(language: str) -> str:
    return (PICTURES.parent / f"{language}.md").read_text()


def test_both_languages_have_the_same_chapters_and_pictures_in_the_same_order():
    chapters = {language: HEADING.findall(book(language)) for language in LOCALES}
    assert len(chapters["en"]) == len(chapters["zh-hans"]) >= LEAST_CHAPTERS
    shown = {language: [name for _alt, name, _code in SHOWN.findall(book(language))] for language in LOCALES}
    assert shown["en"] == shown["zh-hans"]


@pytest.mark.parametrize("language", LOCALES)
def test_every_picture_of_the_script_is_shown_once_in_its_language(language):
    found = SHOWN.findall(book(language))
    assert sorted(name for _alt, name, _code in found) == sorted(SHOTS)
    assert {code for _alt, _name, code in found} == {language}


@pytest.mark.parametrize("language", LOCALES)
def test_every_entry_of_the_contents_leads_to_a_chapter(language):
    chapters = {
        re.sub(r"[^\w\- ]", "", name.lower()).replace(" ", "-") for name in HEADING.findall(book(language))
    }
    assert set(ANCHOR.findall(book(language))) == chapters


def test_the_pictures_are_small_and_none_is_left_over():
    files = {path.name: path for path in PICTURES.iterdir()}
    assert set(files) == {f"{name}.{language}.webp" for name in SHOTS for language in LOCALES}
    sizes = [path.stat().st_size for path in files.values()]
    assert max(sizes) <= MOST_BYTES
    assert sum(sizes) <= MOST_BYTES_IN_ALL
    for path in files.values():
        with Image.open(path) as picture:
            assert picture.width == WIDTH


def test_the_chinese_book_is_set_as_chinese():
    assert HALF_WIDTH_MARK.findall(book("zh-hans")) == []
