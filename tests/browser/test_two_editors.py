"""Two people with the same article open: both are heard, and neither has to know of the other."""

import itertools

import pytest

from tests.browser.writing import click_into
from tests.services.stories import publish_story

NUMBERS = itertools.count(1)
ENGLISH, CHINESE = ".cell.field-body_en .ProseMirror", ".cell.field-body_zh_hans .ProseMirror"


@pytest.fixture
def two(server, sign_in):
    """An English and a Chinese colleague, who have both just opened the form of one live article."""
    story = publish_story(server, f"open-twice-{next(NUMBERS)}")
    pages = sign_in("publisher"), sign_in("editor", locale="zh-CN")
    for page in pages:
        page.goto(story.page())
        page.locator(ENGLISH).wait_for()
    return *pages, story


def write_after(page, field: str, words: str) -> None:
    click_into(page.locator(field).locator("p").last)
    page.keyboard.press("End")
    page.keyboard.insert_text(words)


def save(page) -> None:
    """Press the button that keeps the draft open, and wait for the page that follows."""
    with page.expect_navigation():
        page.locator("[name=_continue]").click()


def test_one_writes_english_one_chinese_and_both_saves_stand_without_a_question(two):
    english, chinese, story = two
    asked = []
    for page in (english, chinese):
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    write_after(english, ENGLISH, " Said in English.")
    write_after(chinese, CHINESE, "用中文说的。")
    save(english)
    save(chinese)
    for page in (english, chinese):
        assert page.locator(".messagelist .success").count() >= 1
        assert page.locator(".errorlist").count() == 0
        page.goto(story.page())
        page.locator(ENGLISH).get_by_text("Said in English.").wait_for()
        page.locator(CHINESE).get_by_text("用中文说的。").wait_for()
    assert asked == []


def test_who_comes_second_in_the_same_field_sees_both_versions_and_keeps_the_own_words(two, screenshots):
    english, chinese, story = two
    english.locator("#id_headline_en").fill("A line rebuilt before Friday")
    chinese.locator("#id_headline_en").fill("A line rebuilt by night")
    write_after(chinese, CHINESE, "只有我改了这里。")
    save(english)
    save(chinese)
    chinese.screenshot(path=screenshots / "two-editors-same-field.png", full_page=True)
    told = chinese.locator(".cell.field-headline_en .errorlist").inner_text()
    assert "A line rebuilt before Friday" in told and "A line rebuilt by night" in told
    assert chinese.locator("#id_headline_en").input_value() == "A line rebuilt by night"
    chinese.locator(CHINESE).get_by_text("只有我改了这里。").wait_for()
    # Nothing is decided yet: the colleague's words stand until this page is saved again.
    english.goto(story.page())
    assert english.locator("#id_headline_en").input_value() == "A line rebuilt before Friday"
    save(chinese)
    english.goto(story.page())
    assert english.locator("#id_headline_en").input_value() == "A line rebuilt by night"
    english.locator(CHINESE).get_by_text("只有我改了这里。").wait_for()


def test_both_versions_of_a_long_text_are_shown_and_neither_is_lost(two, screenshots):
    english, chinese, _story = two
    write_after(english, ENGLISH, " Mine says Monday.")
    write_after(chinese, ENGLISH, " Mine says Sunday.")
    save(english)
    save(chinese)
    chinese.screenshot(path=screenshots / "two-editors-same-text.png", full_page=True)
    told = chinese.locator(".cell.field-body_en .errorlist").inner_text()
    assert "Mine says Monday." in told
    assert "<p>" not in told
    chinese.locator(ENGLISH).get_by_text("Mine says Sunday.").wait_for()
