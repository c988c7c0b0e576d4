"""The first page of the newsroom in a browser: planned by hand, begun with one click, readable on a phone."""

import re
from datetime import date, timedelta

import pytest

SUBJECT = "果园港夜班二十四小时"


def wide_as_the_window(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_editor_plans_a_subject_and_begins_it_from_the_calendar(sign_in, screenshots):
    page = sign_in("editor", locale="zh-CN")
    day = date.today() + timedelta(days=3)
    with page.expect_navigation():
        page.locator(f'a.day__add[href$="planned_on={day.isoformat()}"]').click()
    assert page.locator("[name=planned_on]").input_value() == day.isoformat()
    page.locator("[name=title]").fill(SUBJECT)
    page.locator("[name=column]").select_option(index=1)
    page.locator("[name=_save]").click()
    page.wait_for_url("**/admin/newsroom/plan/")
    page.goto("/admin/#calendar")
    entry = page.locator(".mark--planned", has_text=SUBJECT)
    assert entry.count() == 1
    page.screenshot(path=screenshots / "newsroom-home-zh.png")
    entry.locator("button").click()
    page.wait_for_url(re.compile(r"/articles/article/\d+/change/"))
    assert page.locator("[name=headline_zh_hans]").input_value() == SUBJECT
    page.goto("/admin/")
    assert page.locator(".waiting__group--drafts", has_text=SUBJECT).count() == 1
    assert page.locator(".mark--planned", has_text=SUBJECT).locator("button").count() == 0


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_the_first_page_is_an_agenda_on_a_phone(sign_in, screenshots, locale):
    page = sign_in("publisher", locale=locale)
    assert wide_as_the_window(page)
    first, second = (page.locator(".day").nth(number).bounding_box() for number in (0, 1))
    assert first["y"] == second["y"], "the days of a week stand beside each other on a desk"
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("innerWidth === 390")
    assert wide_as_the_window(page)
    shown = page.locator(".day:visible")
    assert 0 < shown.count() < 35 and page.locator(".day--empty:visible:not(.day--today)").count() == 0
    assert page.locator(".health, .findings").first.is_visible()
    page.screenshot(path=screenshots / f"newsroom-home-{locale}-phone.png", full_page=True)
