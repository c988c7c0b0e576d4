"""What surrounds every page: menu, colours, cookies, language; with script and without."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.screen

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
HOMES = ["/en/", "/zh-hans/"]


def test_a_panel_of_the_menu_opens_closes_its_neighbour_and_heeds_escape(open_page):
    page = open_page(viewport=DESK)
    page.goto("/en/")
    first, second = page.locator(".menu__summary").nth(0), page.locator(".menu__summary").nth(1)
    first.click()
    second.click()
    expect(page.locator(".menu__group[open]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".menu__group[open]")).to_have_count(0)
    expect(second).to_be_focused()


@pytest.mark.parametrize("home", HOMES)
def test_the_menu_of_a_phone_is_one_sheet_over_a_page_that_keeps_still(open_page, home):
    page = open_page(viewport=PHONE)
    page.goto(home)
    page.locator("[aria-controls=menu]").click()
    expect(page.locator("#menu")).to_be_visible()
    assert page.evaluate("document.querySelector('main').inert")
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    expect(page.locator("[aria-controls=menu]")).to_be_focused()


def test_without_script_the_menu_of_a_phone_opens_and_every_group_can_be_read(open_page):
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto("/en/")
    page.locator("a[aria-controls=menu]").click()
    expect(page.locator("#menu")).to_be_visible()
    page.locator(".menu__summary").nth(1).click()
    expect(page.locator(".menu__link", has_text="Procedures")).to_be_visible()


def test_a_visitor_who_prefers_light_keeps_it_on_the_next_page(open_page):
    page = open_page(viewport=DESK, color_scheme="dark")
    page.goto("/en/")
    page.locator(".tool--theme:visible").click()
    page.goto("/en/news/")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 247)"


@pytest.mark.parametrize("choice", ["agree", "refuse"])
def test_the_cookie_notice_goes_for_good_after_either_choice_and_can_be_called_back(open_page, choice):
    page = open_page(viewport=PHONE)
    page.goto("/en/news/")
    with page.expect_navigation(url="**/en/news/"):
        page.locator(f".cookie-notice button[value={choice}]").click()
    assert page.locator(".cookie-notice").is_hidden()
    page.locator('.footer a[href="#cookies"]').click()
    expect(page.locator(".cookie-notice")).to_be_visible()


def test_agreeing_and_refusing_weigh_the_same(open_page):
    page = open_page(viewport=PHONE)
    page.goto("/en/")
    agree, refuse = (page.locator(f".cookie-notice button[value={word}]") for word in ("agree", "refuse"))
    assert agree.bounding_box()["width"] == refuse.bounding_box()["width"]
    assert agree.get_attribute("class") == refuse.get_attribute("class")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
@pytest.mark.parametrize("home", HOMES)
def test_no_page_is_wider_than_its_window(open_page, home, width):
    page = open_page(viewport={"width": width, "height": 800})
    for path in ("", "news/", "enterprises/", "about/introduction/", "sitemap/"):
        page.goto(f"{home}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_nothing_moves_when_the_headline_font_arrives(open_page):
    page = open_page(viewport=DESK)
    page.goto("/en/")
    page.evaluate("document.fonts.ready")
    moved = page.evaluate(
        """() => new Promise((done) => new PerformanceObserver((list) => done(
            list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
        )).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 500))"""
    )
    assert moved < 0.02
