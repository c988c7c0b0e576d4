"""The drawing of parks by keyboard and on a phone; parks and chains without barriers."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe


def test_the_keyboard_walks_the_drawing_and_opens_a_park(server, open_page):
    page = open_page(locale="en-GB", viewport={"width": 1280, "height": 900})
    page.goto(f"{server.url}/en/parks/")
    drawn = page.locator("svg.schematic__drawing--wide a")
    assert drawn.count() > 8
    page.locator(".schematic__choice a").last.focus()
    page.keyboard.press("Tab")
    address = page.evaluate("document.activeElement.getAttribute('href')")
    assert address == drawn.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(address)))


def test_a_phone_shows_the_high_drawing_within_its_width(server, open_page):
    page = open_page(locale="zh-CN", viewport={"width": 390, "height": 844})
    page.goto(f"{server.url}/zh-hans/parks/?to=guoyuan-port")
    assert page.locator("svg.schematic__drawing--high").is_visible()
    assert not page.locator("svg.schematic__drawing--wide").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(
    "path", ["parks/?kind=zone", "parks/shuitu/", "industries/integrated-circuits/chain/"]
)
def test_parks_and_chains_put_up_no_barriers(server, open_page, path):
    page = open_page(locale="en-GB", viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page.goto(f"{server.url}/en/{path}")
    assert Axe().run(page).response["violations"] == []
