"""The whole way of an investor: filter, compare, shortlist, dossier, question, answer."""

import io
import re
import uuid

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from inquiries.sending.tickets import SHORTEST

PHONE = {"width": 390, "height": 844}
LANGUAGES = {
    "en": {"accept": "en-GB", "park": "Longxing", "reply": "The hall is twelve metres high."},
    "zh-hans": {"accept": "zh-CN", "park": "龙兴", "reply": "厂房净高十二米。"},
}


def filtered(page, language, has_script):
    """The private enterprises of the directory."""
    page.goto(f"/{language}/enterprises/")
    if has_script:
        page.locator(".filters__summary").click()
    page.locator("details[data-facet=ownership] > summary").click()
    page.locator("#facet-ownership-private").check()
    region = page.locator("[data-component=directory]")
    expect(region).not_to_have_attribute("aria-busy", "true")
    page.locator(".facets__actions button").click()
    page.wait_for_url("**ownership=private**")
    expect(region).not_to_have_attribute("aria-busy", "true")


def words_of(pdf: bytes) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_directory_to_the_answer(open_page, sign_in, language, has_script):
    words = LANGUAGES[language]
    page = open_page(viewport=PHONE, java_script_enabled=has_script, locale=words["accept"])
    filtered(page, language, has_script)
    for place in (0, 1):
        page.locator(".tick input").nth(place).check()
    page.locator(".compare-chosen button").click()
    page.wait_for_url("**/enterprises/compare/**")
    names = page.locator(".compare__head > a:first-child").all_inner_texts()
    others = page.locator(".compare__other").all_inner_texts()
    assert len(names) == 2

    page.locator(".compare-actions a.button").click()
    page.wait_for_url("**/shortlist/?items=**")
    page.fill(".finder__input", words["park"])
    page.locator(".finder button").click()
    page.locator(".offered__link", has_text=words["park"]).first.click()
    page.wait_for_url("**,park:longxing")
    page.locator(".kept__deeds button").first.click()
    page.wait_for_url("**/dossiers/**")
    address = page.url
    assert page.locator(".dossier__item").count() == 3

    answer = page.request.get(page.locator("a[href$='dossier.pdf']").get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    text = words_of(answer.body())
    for name in (*names, *others, "龙兴", "Longxing"):
        assert re.sub(r"\s+", "", name) in text

    page.locator("a[href*='?dossier=']").click()
    page.wait_for_url("**/inquiries/new/?dossier=**")
    question = f"What does it cost? {uuid.uuid4()}"
    page.fill("#id_message", question)
    page.check("#id_topic_1")
    page.fill("#id_name", "Sample")
    page.fill("#id_email", f"{uuid.uuid4().hex}@example.com")
    page.select_option("#id_country_or_region", "DE")
    page.check("#id_consent")
    page.wait_for_timeout(SHORTEST * 1000)
    page.locator("form.inquiry [type=submit]").click()
    page.wait_for_url("**/inquiries/sent/**")
    number, secret = (page.locator(f".inquiry__{name}").inner_text() for name in ("number", "secret"))

    page.goto(f"/{language}/inquiries/track/?number={number}")
    page.fill("#id_secret", secret)
    page.locator("form.inquiry [type=submit]").click()
    page.wait_for_url("**/inquiries/status/")

    desk = sign_in("desk", locale=words["accept"], at="/admin/inquiries/inquiry/")
    desk.get_by_role("link", name=number).click()
    desk.locator(f"a[href*='/dossiers/{address.rstrip('/').split('/')[-1]}/']").first.wait_for()
    desk.fill("#reply_text", words["reply"])
    desk.locator("button[value=reply]").click()
    desk.get_by_text(words["reply"]).wait_for()

    page.reload()
    assert words["reply"] in page.locator(".thread").inner_text()
