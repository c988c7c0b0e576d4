"""A sentence of a live Chinese article changes: the English edition says so at once, and says no more than that."""

import itertools

import pytest

from tests.browser.writing import click_into
from tests.services.stories import publish_story

NUMBERS = itertools.count(1)
CHINESE = ".cell.field-body_zh_hans .ProseMirror"


@pytest.fixture
def opened(server, sign_in):
    """A publisher has the form of a live article open, whose translation is up to date."""
    story = publish_story(server, f"changed-source-{next(NUMBERS)}")
    page = sign_in("publisher", at=story.page())
    page.locator(CHINESE).wait_for()
    assert page.locator(".tstate--outdated").count() == 0
    return page, story


def rewrite(page, paragraph: int, words: str) -> None:
    """Put other words into one paragraph of the Chinese text, and save."""
    place = page.locator(CHINESE).locator("p").nth(paragraph)
    click_into(place)
    place.select_text()
    page.keyboard.insert_text(words)
    with page.expect_navigation():
        page.locator("[name=_continue]").click()


def test_one_changed_sentence_makes_english_outdated_with_just_that_change_marked(opened, screenshots):
    page, story = opened
    rewrite(page, 1, "改造后每天可装配340台电机。")
    panel = page.locator(".translation-panel")
    assert panel.locator(".tstate--outdated").inner_text().split() == ["EN", "Outdated"]
    assert panel.locator(".changes__one").count() == 1
    assert panel.locator("del.diff").evaluate("(one) => one.lastChild.data") == "320"
    assert panel.locator("ins.diff").evaluate("(one) => one.lastChild.data") == "340"
    page.screenshot(path=screenshots / "changed-source-form.png", full_page=True)
    # What readers see is neither changed nor withdrawn by it.
    assert page.locator(".bar__edition .state--live").count() == 2
    page.goto(story.page("translation"))
    assert page.locator(".pair .changes__one").count() == 1
    page.screenshot(path=screenshots / "changed-source-translation.png", full_page=True)


def test_a_change_of_punctuation_is_dismissed_once_and_stays_dismissed(opened):
    page, story = opened
    rewrite(page, 0, "两江新区的一条装配线，本周完成了改造。")
    with page.expect_navigation():
        page.get_by_role("link", name="Dismiss or translate").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Only punctuation: dismiss").click()
    assert page.locator(".tstate--outdated").count() == 0
    page.goto(story.page())
    assert page.locator(".tstate--outdated").count() == 0
    with page.expect_navigation():
        page.locator("[name=_publish_zh_hans]").click()
    page.locator("#id_summary_en").fill("The works has a new line for assembly.")
    with page.expect_navigation():
        page.locator("[name=_continue]").click()
    assert page.locator(".tstate--outdated").count() == 0
    page.goto("/admin/translation_desk/translationtask/?language=en")
    assert page.locator(f"a[href*='/articles/article/{story.pk}/']").count() == 0
