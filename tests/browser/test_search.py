"""Searching as people do it: with keys, a mouse, a finger, a Chinese keyboard, and without script."""

from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.writing import pass_time

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
#: The checker writes styles into the page, which the policy of the portal refuses.
OF_THE_CHECKER = "Applying inline style violates"


def field_of(page):
    return page.locator("#page-search")


def options_of(page):
    return page.locator(".page-head [role=option]")


def type_into(field, words):
    """Type all of it before anything is asked: a slow hand would be told of each beginning, in its own time."""
    field.press("ControlOrMeta+a")
    field.page.keyboard.insert_text(words)


def test_suggestions_are_a_list_that_keys_walk_through(browser_page):
    page = browser_page
    page.goto("/en/search/")
    field = field_of(page)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("role", "combobox")
    type_into(field, "chang'an")
    expect(field).to_have_attribute("aria-expanded", "true")
    number = options_of(page).count()
    assert number > 1
    assert str(number) in page.locator(".page-head [role=status]").inner_text()
    page.keyboard.press("ArrowDown")
    first = options_of(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id"))
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(options_of(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.input_value() == "chang'an"
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/enterprises/*/")


def test_enter_searches_for_what_was_typed(browser_page):
    page = browser_page
    page.goto("/en/")
    page.locator("#site-search").fill("lighthouse")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=lighthouse")
    assert page.locator(".hit").count() > 1
    assert page.locator(".hit mark").count() > 1


def test_a_suggestion_is_taken_with_the_mouse_and_leaves_with_the_focus(browser_page):
    page = browser_page
    page.goto("/en/search/")
    type_into(field_of(page), "boe")
    expect(options_of(page).first).to_be_visible()
    page.locator("h1").click()
    expect(options_of(page).first).to_be_hidden()
    field_of(page).press_sequentially(" ", delay=15)
    expect(options_of(page).first).to_be_visible()
    options_of(page).first.click()
    page.wait_for_url("**/en/enterprises/*/")


def test_letters_on_their_way_to_chinese_are_no_question_yet(open_page):
    page = open_page(viewport=DESK, locale="zh-CN")
    asked = []
    page.on("request", lambda request: "suggestions/" in request.url and asked.append(request.url))
    page.goto("/zh-hans/search/")
    expect(field_of(page)).to_be_focused()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "chang'an", "selectionStart": 8, "selectionEnd": 8})
    pass_time(page, 400)
    assert asked == []
    keyboard.send("Input.insertText", {"text": "长安"})
    expect(options_of(page).first).to_be_visible()
    assert len(asked) == 1 and asked[0].endswith("?q=%E9%95%BF%E5%AE%89")
    assert "长安" in options_of(page).first.inner_text()


def test_searching_needs_no_script(open_page):
    page = open_page(viewport=DESK, java_script_enabled=False)
    page.goto("/en/")
    page.locator("#site-search").fill("lighthouse")
    page.locator(".header .search__button").click()
    page.wait_for_url("**/en/search/?q=lighthouse")
    everything = page.locator("#results").inner_text()
    page.locator(".narrow__choice").first.click()
    page.wait_for_url("**&kind=*")
    assert page.locator("#results").inner_text() != everything
    page.locator("input[name=since]").fill("2021-01-01")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**since=2021-01-01*")
    assert "kind=" in page.url
    with page.expect_navigation():
        page.locator(".chip").first.click()
    assert "kind=" not in page.url and "since=2021-01-01" in page.url


def test_the_header_of_a_phone_opens_its_own_field(open_page):
    page = open_page(viewport=PHONE, has_touch=True)
    page.goto("/en/")
    glass = page.locator(".header .tool--narrow", has_text="Search")
    glass.tap()
    field = page.locator("#site-search")
    expect(field).to_be_focused()
    expect(glass).to_have_attribute("aria-expanded", "true")
    type_into(field, "boe")
    option = page.locator(".header [role=option]").first
    expect(option).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(glass).to_be_focused()
    glass.tap()
    type_into(field, "hkc")
    expect(option).to_contain_text("HKC")
    option.tap()
    page.wait_for_url("**/en/enterprises/*/")


def test_on_a_phone_the_filters_are_folded(open_page):
    page = open_page(viewport=PHONE)
    page.goto("/en/search/?q=lighthouse")
    expect(page.locator(".narrow__choice").first).to_be_hidden()
    expect(page.locator(".hit").first).to_be_in_viewport()
    page.locator(".filters__summary").click()
    page.locator(".narrow__choice").first.click()
    page.wait_for_url("**&kind=*")
    assert page.locator(".chip").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_on_the_page_of_results_is_a_barrier(open_page, language, viewport):
    page = open_page(viewport=viewport)
    axe = Axe()
    for query in ("q=changan", "q=changan&kind=enterprise&sort=newest", "q=qwqwqw", ""):
        page.goto(f"/{language}/search/?{query}")
        assert axe.run(page).response["violations"] == [], query
    type_into(field_of(page), "chang")
    expect(options_of(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert axe.run(page).response["violations"] == []


def test_keys_lead_to_the_search_of_the_newsroom(sign_in, watch):
    watch.allow(OF_THE_CHECKER)
    page = sign_in("editor", at="/admin/articles/article/")
    page.keyboard.press("Alt+q")
    expect(page.locator("#newsroom-search")).to_be_focused()
    page.keyboard.type("changan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/search/?q=changan")
    assert page.locator(".find").count() > 3
    assert Axe().run(page).response["violations"] == []
    page.locator(".find__title a").first.click()
    page.wait_for_url("**/change/")


@pytest.mark.parametrize("text", ["x" * 10_000, "汇" * 10_000])
def test_ten_thousand_characters_get_a_page_and_no_refusal(server, text):
    with urlopen(f"{server.url}/zh-hans/search/?{urlencode({'q': text})}") as answer:
        assert answer.status == 200
