"""What a page is on paper, and what a phone loses to the cookie notice."""

import pytest

PHONE = {"width": 390, "height": 844}
PAGES = (
    "enterprises/seres-group/",
    "enterprises/compare/?ids=seres-group,boe,hithium",
    "investing/projects/sany-crane-base/",
    "investing/policies/sample-first-plant-grant/",
    "investing/procedures/sample-land/",
    "figures/population/",
    "news/2026/11/four-ways-out-of-the-hills/",
)
FOR_THE_SCREEN = ".button, .menu, .search, .breadcrumbs, .cookie-notice, .footer__map, .tray, .ask, .related"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_paper_carries_no_buttons_and_says_where_it_comes_from(open_page, language):
    page = open_page(viewport={"width": 1000, "height": 900}, color_scheme="dark")
    page.emulate_media(media="print")
    for path in PAGES:
        page.goto(f"/{language}/{path}")
        shown = [one for one in page.locator(FOR_THE_SCREEN).all() if one.is_visible()]
        assert shown == [], path
        assert page.locator(".footer .print-only").inner_text().split("?")[0].endswith(path.split("?")[0])
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_cookie_notice_leaves_a_phone_its_page(open_page, language):
    page = open_page(viewport=PHONE, has_touch=True)
    page.goto(f"/{language}/")
    notice = page.locator(".cookie-notice")
    assert notice.bounding_box()["height"] <= PHONE["height"] / 7
    for button in notice.locator("button").all():
        assert button.bounding_box()["height"] >= 44
