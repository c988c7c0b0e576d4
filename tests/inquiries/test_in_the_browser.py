"""The form in a real browser: with and without script, by double click, on a phone."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from inquiries.sending.tickets import SHORTEST

PHONE = {"width": 390, "height": 844}


def write(page, home):
    page.goto(f"{home}inquiries/new/?topic=site")
    page.fill("#id_message", f"Sample message. {uuid.uuid4()}")
    page.fill("#id_name", "Sample")
    page.fill("#id_email", "sample@example.com")
    page.select_option("#id_country_or_region", "DE")
    page.check("#id_consent")
    page.wait_for_timeout(SHORTEST * 1000)


@pytest.mark.parametrize("home", ["/en/", "/zh-hans/"])
@pytest.mark.parametrize("has_script", [True, False])
def test_a_message_is_sent_from_a_phone_by_a_double_click(open_page, home, has_script):
    page = open_page(viewport=PHONE, java_script_enabled=has_script)
    write(page, home)
    page.locator(".inquiry [type=submit]").dblclick()
    page.wait_for_url("**/inquiries/sent/**")
    assert re.fullmatch(r"LJ-\d{4}-\w{4}-\w{4}", page.locator(".inquiry__number").inner_text())


def test_after_a_refusal_the_summary_has_the_focus_and_leads_to_the_field(open_page):
    page = open_page(viewport=PHONE)
    write(page, "/en/")
    page.fill("#id_email", "nobody")
    page.locator(".inquiry [type=submit]").click()
    summary = page.locator(".notice--bad:focus")
    summary.wait_for()
    summary.get_by_role("link").click()
    expect(page.locator("#id_email")).to_be_focused()
    assert page.locator("#id_message").input_value().startswith("Sample message.")
    described = page.locator("#id_email").get_attribute("aria-describedby")
    assert "name@example.com" in page.locator(f"#{described}").inner_text()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_the_form_is_not_wider_than_its_window(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    page.goto("/zh-hans/inquiries/new/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
