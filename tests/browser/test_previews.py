"""An editor changes a live article, shows it to an adviser by link, compares what changed, and goes back."""

import re

from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
ADDED = " in brief"


def test_a_draft_is_previewed_approved_by_link_compared_and_restored(sign_in, open_page, server, screenshots):
    page = sign_in("editor", at="/admin/articles/article/?q=Four+ways+out")
    with page.expect_navigation():
        page.locator("#result_list tbody th a").first.click()
    form = page.url.split("?")[0]
    headline = page.locator("#id_headline_en")
    before = headline.input_value()
    headline.fill(before + ADDED)
    page.locator("[name=_continue]").click()
    page.locator(".messagelist .success").wait_for()
    public = open_page()
    public.goto("/en/news/")
    assert before + ADDED not in public.content()

    # Both languages at the width of a phone.
    page.goto(form.replace("/change/", "/preview/"))
    page.locator("input[name=width][value='390']").check()
    for name, words in (("English", before + ADDED), ("中文", "")):
        frame = page.locator(f"iframe[title='Preview, {name}']")
        assert round(frame.bounding_box()["width"]) == PHONE["width"]
        shown = page.frame_locator(f"iframe[title='Preview, {name}']")
        expect(shown.locator("h1")).to_contain_text(words)
        expect(shown.locator(".preview-banner")).to_be_visible()
    page.screenshot(path=screenshots / "preview-both-at-phone-width.png")

    # A link for somebody without an account.
    page.locator("[name=recipient]").fill("Adviser")
    page.locator("[name=may_approve]").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Create a link").click()
    address = page.locator(".bench__link").input_value()
    adviser = open_page(viewport=PHONE)
    adviser.goto(address.replace(re.match(r"https?://[^/]+", address)[0], server.url))
    assert before + ADDED in adviser.locator("h1").inner_text()
    assert adviser.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    adviser.screenshot(path=screenshots / "preview-link-on-a-phone.png", full_page=True)
    adviser.get_by_label("Your name").fill("Adviser")
    adviser.get_by_label("Approve", exact=True).check()
    adviser.get_by_role("button", name="Send").click()
    adviser.get_by_text("Thank you. The newsroom has received it.").wait_for()

    # What changed, and back.
    page.goto(form.replace("/change/", "/preview/"))
    assert "approved" in page.locator(".remarks").inner_text()
    page.get_by_role("link", name="All versions").click()
    page.get_by_role("button", name="Compare the chosen versions").click()
    page.locator("ins.diff").get_by_text("in brief").wait_for()
    page.screenshot(path=screenshots / "compare-two-versions.png")
    with page.expect_navigation():
        page.get_by_role("link", name="Open this version to restore it").first.click()
    assert page.locator("#id_headline_en").input_value() == before
    page.locator("[name=_continue]").click()
    page.locator(".messagelist .success").wait_for()
    page.goto(form)
    assert page.locator("#id_headline_en").input_value() == before
