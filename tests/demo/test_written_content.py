"""The words of the demo keep the rules of both languages."""

import re

import pytest

from demo.reading import CONTENT, read_table

HAN = "[\u4e00-\u9fff]"
TYPED_SPACE = re.compile(rf"{HAN} +[A-Za-z0-9]|[A-Za-z0-9%] +{HAN}|{HAN} +{HAN}")
HALF_WIDTH = re.compile(rf"{HAN}[,;:?!()]|[,;:?!()]{HAN}")
FULL_WIDTH = re.compile("[\u3000-\u303f\uff01-\uff5e]")
TAG = re.compile(r"<[^>]+>")
#: A spelling of a name that people type stands as they type it.
TYPED_NAME = "Chang'an"


def words(content, ending: str):
    """Every text of a file whose key has an ending, without its tags; lists of keywords are no texts."""
    if isinstance(content, list):
        for item in content:
            yield from words(item, ending)
    elif isinstance(content, dict):
        for key, value in content.items():
            if isinstance(value, str):
                if key.endswith(ending) and not key.startswith("keywords"):
                    yield TAG.sub("", value)
            else:
                yield from words(value, ending)


@pytest.fixture(scope="module")
def texts():
    """A function that gives every text of the demo in a language, by the ending of its key."""
    contents = [read_table(file) for file in sorted(CONTENT.rglob("*.toml"))]
    return lambda ending: [text for content in contents for text in words(content, ending)]


def test_no_space_is_typed_between_han_and_latin(texts):
    chinese = texts("_zh_hans")

    assert [found[0] for text in chinese if (found := TYPED_SPACE.search(text))] == []
    assert len(chinese) > 500


def test_chinese_text_has_full_width_marks(texts):
    assert [found[0] for text in texts("_zh_hans") if (found := HALF_WIDTH.search(text))] == []


def test_english_text_has_half_width_marks(texts):
    assert [text for text in texts("_en") if FULL_WIDTH.search(text)] == []


def test_english_text_has_curved_quotation_marks(texts):
    assert [text for text in texts("_en") if set("'\"") & set(text.replace(TYPED_NAME, ""))] == []
