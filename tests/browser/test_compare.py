"""Comparing and keeping a shortlist: with script, without, and on a phone."""

import re

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


def number(page):
    return page.locator(".tray__number")


@pytest.mark.screen
def test_a_list_is_kept_in_the_browser_and_follows_from_page_to_page(open_page):
    page = open_page(viewport=PHONE)
    page.goto("/en/enterprises/seres-group/")
    assert page.locator(".tray").is_hidden()
    page.locator(".page-deeds [data-shortlist]").click()
    expect(page.locator(".page-deeds [data-shortlist]")).to_contain_text("On the shortlist")
    expect(number(page)).to_have_text("1")
    assert page.url.endswith("/enterprises/seres-group/")
    page.goto("/zh-hans/parks/longxing/")
    page.locator(".page-deeds [data-shortlist]").click()
    expect(number(page)).to_have_text("2")
    page.locator(".tray").click()
    page.wait_for_url("**/zh-hans/shortlist/?items=enterprise:seres-group,park:longxing")
    assert page.locator(".kept__item").count() == 2
    page.locator(".kept__away").first.click()
    page.wait_for_url("**/shortlist/?items=park:longxing")
    page.goto("/en/shortlist/")
    page.wait_for_url("**/en/shortlist/?items=park:longxing")


def test_rows_that_arrive_by_script_know_the_list_too(open_page):
    page = open_page(viewport=DESK)
    page.goto("/en/enterprises/?q=seres")
    page.locator("[data-shortlist='enterprise:seres-group']").click()
    page.locator(".chip").first.click()
    page.wait_for_url("**/en/enterprises/")
    expect(page.locator("[data-shortlist='enterprise:seres-group']")).to_contain_text("On the shortlist")
    page.locator("[data-shortlist='enterprise:seres-group']").click()
    expect(page.locator("[data-shortlist='enterprise:seres-group']")).to_contain_text("Add to the shortlist")
    expect(page.locator(".tray")).to_be_hidden()


def test_the_list_of_somebody_else_is_kept_only_when_asked(open_page):
    page = open_page(viewport=DESK)
    page.goto("/en/shortlist/?items=park:longxing,park:yufu")
    page.goto("/en/parks/")
    assert page.locator(".tray").is_hidden()
    page.goto("/en/shortlist/?items=park:longxing,park:yufu")
    page.locator("[data-kept=keep]").click()
    page.goto("/en/parks/")
    expect(number(page)).to_have_text("2")


@pytest.mark.parametrize("has_script", [True, False])
def test_a_list_is_emptied_at_once_and_stays_empty(open_page, has_script):
    page = open_page(viewport=PHONE, java_script_enabled=has_script)
    page.goto("/en/shortlist/?items=park:longxing,park:yufu")
    if has_script:
        page.locator("[data-kept=keep]").click()
        page.goto("/en/shortlist/")
        page.wait_for_url("**/shortlist/?items=park:longxing,park:yufu")
    page.locator("[data-kept=empty]").click()
    page.wait_for_url("**/shortlist/?items=")
    page.goto("/en/shortlist/")
    assert page.locator(".kept__item").count() == 0


def test_the_list_of_somebody_else_cannot_empty_the_own_one(open_page):
    page = open_page(viewport=PHONE)
    page.goto("/en/shortlist/?items=park:longxing")
    expect(page.locator("[data-kept=empty]")).to_be_hidden()


@pytest.mark.screen
def test_what_a_browser_kept_is_nonsense_and_does_no_harm(open_page):
    page = open_page(viewport=DESK)
    page.goto("/en/")
    page.evaluate("localStorage.setItem('shortlist', '[\"<b>\", 3, \"park:longxing\"]')")
    page.goto("/en/shortlist/")
    page.wait_for_url("**/en/shortlist/?items=park:longxing")


@pytest.mark.screen
@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize(
    "address", ["enterprises/compare/?ids={four}", "shortlist/?items=park:longxing", "shortlist/"]
)
def test_no_page_is_wider_than_a_phone(open_page, language, address):
    page = open_page(viewport=PHONE, has_touch=True)
    four = "seres-group,changan-automobile,boe,fanuc-chongqing"
    page.goto(f"/{language}/{address.format(four=four)}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.screen
def test_columns_are_swiped_under_a_first_column_that_stays(open_page):
    page = open_page(viewport=PHONE, has_touch=True)
    page.goto("/en/enterprises/compare/?ids=seres-group,changan-automobile,boe,fanuc-chongqing")
    label = page.locator(".compare__label").first
    before = label.bounding_box()["x"]
    page.locator(".compare").evaluate("one => one.scrollTo({left: 400, behavior: 'instant'})")
    assert abs(label.bounding_box()["x"] - before) < 2
    assert page.locator(".compare__head").first.bounding_box()["x"] < before


@pytest.mark.screen
def test_what_is_the_same_unfolds_and_paper_shows_it_unfolded(open_page):
    page = open_page(viewport=DESK)
    page.goto("/en/enterprises/compare/?ids=seres-group,changan-automobile")
    same = page.locator(".compare-same .facts")
    assert same.is_hidden()
    page.locator(".compare-same summary").click()
    expect(same).to_be_visible()


def test_an_enterprise_is_looked_up_and_added_without_script(open_page):
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto("/zh-hans/enterprises/compare/?ids=seres-group")
    page.fill(".compare-add .finder__input", "changan qiche")
    page.locator(".compare-add button").click()
    page.locator(".compare-add .tag").first.click()
    page.wait_for_url(re.compile(r"ids=seres-group,"))
    assert page.locator(".compare__head").count() == 2
