"""From the form to the answer: a sender on a phone, with script and without, and the desk at its page."""

import uuid

import pytest
from playwright.sync_api import expect

from inquiries.sending.tickets import SHORTEST
from tests.inquiries.documents import pdf

PHONE = {"width": 390, "height": 844}
LANGUAGES = {
    "en": {"accept": "en-GB", "reply": "Longxing has one. How high?", "answer": "Twelve metres."},
    "zh-hans": {"accept": "zh-CN", "reply": "龙兴有一处。净高多少？", "answer": "十二米。"},
}


def fill(page, words):
    page.fill("#id_message", words)
    page.fill("#id_name", "Sample")
    page.fill("#id_email", f"{uuid.uuid4().hex}@example.com")
    page.select_option("#id_country_or_region", "DE")


def send(page):
    page.locator("form.inquiry [type=submit]").click()


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_sent_tracked_asked_about_and_answered(open_page, sign_in, language, has_script):
    words = LANGUAGES[language]
    page = open_page(viewport=PHONE, java_script_enabled=has_script, locale=words["accept"])
    page.goto(f"/{language}/inquiries/new/?topic=site")
    fill(page, f"A hall with a crane? {uuid.uuid4()}")
    page.set_input_files("#id_files", {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": pdf()})
    page.wait_for_timeout(SHORTEST * 1000)
    send(page)
    # The box of consent was forgotten: the text and the file are still there.
    page.locator(".notice--bad").wait_for()
    assert "plan.pdf" in page.locator(".inquiry__files").inner_text()
    page.check("#id_consent")
    send(page)
    page.wait_for_url("**/inquiries/sent/**")
    number, secret = (page.locator(f".inquiry__{name}").inner_text() for name in ("number", "secret"))

    page.goto(f"/{language}/inquiries/track/?number={number}")
    page.fill("#id_secret", "0000-0000-0000")
    send(page)
    page.locator(".notice--bad").wait_for()
    page.fill("#id_secret", secret.lower())
    send(page)
    page.wait_for_url("**/inquiries/status/")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"] if has_script else True

    desk = sign_in("desk", locale=words["accept"], at="/admin/inquiries/inquiry/")
    desk.get_by_role("link", name=number).click()
    desk.fill("#reply_text", words["reply"])
    desk.locator("input[name=step][value=question]").check()
    desk.locator("button[value=reply]").click()
    desk.get_by_text(words["reply"]).wait_for()

    page.reload()
    assert words["reply"] in page.locator(".thread").inner_text()
    page.fill("#id_text", words["answer"])
    page.locator("form:has(#id_text) [type=submit]").click()
    expect(page.locator(".thread")).to_contain_text(words["answer"])
    page.locator(".notice--good").wait_for()
    desk.reload()
    assert words["answer"] in desk.locator(".case__main").inner_text()


def test_the_desk_keeps_a_reply_that_it_has_not_sent_until_it_is_sent(open_page, sign_in):
    page = open_page()
    page.goto("/en/inquiries/new/?topic=site")
    fill(page, f"Two forms on one page. {uuid.uuid4()}")
    page.check("#id_consent")
    page.wait_for_timeout(SHORTEST * 1000)
    send(page)
    page.wait_for_url("**/inquiries/sent/**")
    number = page.locator(".inquiry__number").inner_text()
    desk = sign_in("desk", at="/admin/inquiries/inquiry/")
    with desk.expect_navigation():
        desk.get_by_role("link", name=number).click()
    desk.fill("#reply_text", "Half of a long reply")
    desk.fill("#note_text", "She called.")
    with desk.expect_navigation():
        desk.locator("button[value=note]").click()
    desk.locator(".case__box--note", has_text="She called.").first.wait_for()
    assert desk.input_value("#reply_text") == "Half of a long reply"
    assert desk.input_value("#note_text") == ""
    own, another = desk.context.cookies(), sign_in("admin").context.cookies()
    for cookies, shown in ((another, ""), (own, "Half of a long reply")):
        desk.context.clear_cookies()
        desk.context.add_cookies(cookies)
        desk.reload()
        assert desk.input_value("#reply_text") == shown
    with desk.expect_navigation():
        desk.locator("button[value=reply]").click()
    desk.locator(".case__text", has_text="Half of a long reply").wait_for()
    assert desk.input_value("#reply_text") == ""
    desk.reload()
    assert desk.input_value("#reply_text") == ""


def test_what_was_typed_is_back_after_the_page_was_closed_and_gone_once_it_is_sent(open_page):
    page = open_page(viewport=PHONE)
    page.goto("/en/inquiries/new/")
    page.check("#id_topic_1")
    fill(page, "Half a message.")
    page.check("#id_consent")
    page.locator(".inquiry__kept").wait_for()
    # The last field that was filled in is among what is kept.
    page.wait_for_function("""() => localStorage.getItem("inquiry-draft").includes('"DE"')""")
    page.goto("/en/")
    page.goto("/en/inquiries/new/")
    assert page.input_value("#id_message") == "Half a message."
    assert page.is_checked("#id_topic_1")
    assert not page.is_checked("#id_consent")
    page.check("#id_consent")
    page.wait_for_timeout(SHORTEST * 1000)
    send(page)
    page.wait_for_url("**/inquiries/sent/**")
    page.goto("/en/inquiries/new/")
    assert page.input_value("#id_message") == ""


def test_a_draft_is_forgotten_when_its_writer_says_so(open_page):
    page = open_page()
    page.goto("/en/inquiries/new/")
    page.fill("#id_message", "Rather not.")
    page.locator(".inquiry__kept button").click()
    page.reload()
    assert page.input_value("#id_message") == ""


def test_a_file_that_is_too_large_is_said_before_it_is_sent(open_page):
    page = open_page(viewport=PHONE)
    page.goto("/en/inquiries/new/")
    page.set_input_files(
        "#id_files", {"name": "film.pdf", "mimeType": "application/pdf", "buffer": bytes(6 * 2**20)}
    )
    assert "film.pdf" in page.locator(".inquiry__too-large").inner_text()


@pytest.mark.parametrize("width", [320, 390, 1440])
@pytest.mark.parametrize("address", ["track/", "response-times/"])
def test_the_pages_are_not_wider_than_their_window(open_page, width, address):
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(f"/zh-hans/inquiries/{address}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_desk_works_at_the_width_of_a_phone(sign_in):
    desk = sign_in("desk")
    desk.set_viewport_size(PHONE)
    desk.goto("/admin/inquiries/inquiry/")
    if desk.locator("#result_list tbody th a").count():
        desk.locator("#result_list tbody th a").first.click()
        desk.locator(".case").wait_for()
        assert desk.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
