"""The directory as people use it: with a mouse, a keyboard, a finger, and without script."""

import re

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


def total(page):
    return int(re.search(r"\d+", page.locator("#results").inner_text())[0])


def answered(page):
    """Wait until the parts of the new answer stand where those of the last one stood."""
    expect(page.locator("[data-component=directory]")).not_to_have_attribute("aria-busy", "true")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_facet_answers_at_once_and_can_be_taken_back(open_page, language):
    page = open_page(viewport=DESK)
    page.goto(f"/{language}/enterprises/")
    everybody = total(page)
    page.evaluate("window.isTheSamePage = true")
    page.locator("details[data-facet=ownership] > summary").click()
    page.locator("#facet-ownership-private").check()
    page.wait_for_url("**/enterprises/?ownership=private")
    answered(page)
    found = total(page)
    assert 0 < found < everybody
    # The same page still: the focus stays, the facet stays open, the number is said, the other language keeps up.
    assert page.evaluate("window.isTheSamePage && document.activeElement.id") == "facet-ownership-private"
    assert page.locator("details[data-facet=ownership]").get_attribute("open") is not None
    assert str(found) in page.locator("[role=status][data-directory]").inner_text()
    assert page.locator("a[data-component=language]").get_attribute("href").endswith("?ownership=private")
    page.go_back()
    page.wait_for_url(re.compile("enterprises/$"))
    expect(page.locator("#results")).to_contain_text(str(everybody))
    expect(page.locator("#facet-ownership-private")).not_to_be_checked()
    assert page.evaluate("window.isTheSamePage")


def test_a_name_is_looked_up_while_it_is_typed(browser_page):
    page = browser_page
    page.goto("/en/enterprises/?view=table")
    page.locator(".finder__input").press_sequentially("chang'an", delay=20)
    page.wait_for_url("**/enterprises/?q=chang%27an&view=table")
    answered(page)
    assert page.locator("tbody th").count() == total(page) > 0
    assert page.locator(".finder__input").input_value() == "chang'an"
    page.locator(".chip").first.click()
    page.wait_for_url("**/enterprises/?view=table")
    page.get_by_role("columnheader", name="Designations").get_by_role("link").click()
    page.wait_for_url("**/enterprises/?sort=designation&view=table")
    page.locator("th[aria-sort=descending]").wait_for()
    assert page.evaluate("document.activeElement.id") == "results"


def test_contradicting_filters_lead_out(browser_page):
    page = browser_page
    page.goto("/en/enterprises/?ownership=private&origin=JP")
    assert total(page) == 0
    page.locator(".ways-out__list a").first.click()
    expect(page.locator(".ways-out")).to_have_count(0)
    assert total(page) > 0


def test_everything_works_without_script(open_page):
    page = open_page(viewport=DESK, java_script_enabled=False)
    page.goto("/zh-hans/enterprises/")
    everybody = total(page)
    page.locator("details[data-facet=ownership] > summary").click()
    page.locator("#facet-ownership-private").check()
    page.locator(".facets__actions button").click()
    page.wait_for_url("**ownership=private**")
    assert 0 < total(page) < everybody
    page.fill(".finder__input", "changan")
    page.locator(".finder button").click()
    page.wait_for_url("**q=changan**")
    assert "ownership=private" in page.url


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_phone_shows_the_sheet_and_no_sideways_page(open_page, language):
    page = open_page(viewport=PHONE, has_touch=True)
    page.goto(f"/{language}/enterprises/?standing=candidate&on=2021-12-31")
    found = total(page)
    assert found > 0
    page.locator(".filters__summary").click()
    page.locator("#facet-standing-candidate").uncheck()
    answered(page)
    page.wait_for_url(re.compile(r"enterprises/\?on=2021-12-31$"))
    page.locator(".facets__actions button").click()
    page.locator(".facet").first.wait_for(state="hidden")
    answered(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
