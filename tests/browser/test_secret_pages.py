"""Pages whose address is a key are closed to other sites, and their forms still work in a real browser."""

import uuid

import pytest
from playwright.sync_api import expect

SUBSCRIBE = """
from subscriptions.models import Subscription
from subscriptions.subscribing import email_key
email = {email!r}
row = Subscription.objects.create(list_key="news", email=email, email_key=email_key(email), language="en",
    frequency="daily", consent="Yes.")
print(row.own_path)
"""
REGISTER = """
from django.urls import reverse
from investment.models import Event, Registration
event = Event.objects.get(slug="sample-open-day-2026-12")
email = {email!r}
row = Registration.objects.create(event=event, name="Sample", email=email, email_key=email, language="en",
    consent="Yes.", erase_on=event.starts_on)
print(reverse("investment:registration", args=[row.token]))
"""


def stored(server, code):
    """What a piece of code prints that runs on the data of the portal."""
    code = code.format(email=f"{uuid.uuid4().hex}@example.com")
    return server.manage("shell", "--no-imports", "-c", code).strip().splitlines()[-1]


@pytest.mark.parametrize("has_script", [True, False])
def test_a_subscription_is_confirmed_and_left(open_page, server, has_script):
    page = open_page(java_script_enabled=has_script)
    page.goto(stored(server, SUBSCRIBE))
    page.locator("button[value=confirm]").click()
    expect(page.locator(".notice--good")).to_be_visible()
    page.locator("button[value=leave]").click()
    expect(page.locator("button[value=leave]")).to_have_count(0)
    expect(page.locator(".notice--good")).to_be_visible()


def test_a_place_is_confirmed_and_given_up(open_page, server):
    page = open_page()
    page.goto(stored(server, REGISTER))
    page.locator("button[value=confirm]").click()
    expect(page.locator(".notice--good")).to_be_visible()
    page.locator("button[value=erase]").click()
    expect(page.locator("button[value=erase]")).to_have_count(0)
    expect(page.locator(".notice--good")).to_be_visible()


def test_cookies_are_answered_on_a_dossier_without_script(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/en/shortlist/?items=park:longxing")
    page.locator(".kept__deeds button").first.click()
    page.wait_for_url("**/dossiers/**")
    address = page.url
    with page.expect_navigation():
        page.locator(".cookie-notice button[value=refuse]").click()
    assert page.url.split("#")[0] == address
    assert "cookie_choice" in {cookie["name"] for cookie in page.context.cookies()}
