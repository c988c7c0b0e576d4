"""An editor whose browser speaks Chinese writes an article with two pictures; a publisher publishes one edition."""

import io
import random
import re
from urllib.parse import urlsplit

import pytest
from PIL import Image as Pillow
from playwright.sync_api import expect

from tests.browser.writing import click_into

HEADLINE = "果园港一天之内的三次换装"
DECODED = "all => Promise.all(all.map(one => ((one.loading = 'eager'), one.decode()))).then(() => true)"
TEXT = "果园港把水路、铁路和公路接在一个码头上。"


def photograph(number: int) -> dict:
    """A picture that no other run has sent: the library takes the same bytes only once."""
    colour = tuple(random.randrange(256) for _channel in range(3))
    stream = io.BytesIO()
    Pillow.new("RGB", (640 + number, 420), colour).save(stream, "JPEG")
    return {"name": f"photo-{number}.jpg", "mimeType": "image/jpeg", "buffer": stream.getvalue()}


def bring_in(page, number: int, words: str) -> None:
    """A new picture through the dialog, into the Chinese text."""
    page.locator(".cell.field-body_zh_hans [data-tool=picture]").click()
    dialog = page.locator("dialog.picker")
    dialog.locator("input[type=file]").set_input_files(photograph(number))
    dialog.locator("[name=alt_zh_hans]").fill(words)
    dialog.locator("[name=caption_zh_hans]").fill(f"{words}。")
    dialog.locator("[name=credit_organisation_zh_hans]").fill("两江新区")
    dialog.locator(".picker__upload [type=submit]").click()
    dialog.wait_for(state="detached")


@pytest.fixture
def written(sign_in):
    """The address of the form of an article that a Chinese-speaking editor has just written."""
    page = sign_in("editor", locale="zh-CN", at="/admin/articles/article/add/")
    assert page.locator("html").get_attribute("lang") == "zh-hans"
    page.locator("#id_column").select_option(index=1)
    page.locator("#id_headline_zh_hans").fill(HEADLINE)
    page.locator("#id_summary_zh_hans").fill("一个码头上的一天。")
    text = page.locator(".cell.field-body_zh_hans .ProseMirror")
    click_into(text)
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Enter")
    bring_in(page, 1, "码头上的吊机")
    click_into(text.locator("figcaption").first)
    page.keyboard.press("Enter")
    page.keyboard.insert_text("第二段。")
    page.keyboard.press("Enter")
    bring_in(page, 2, "铁路货场")
    expect(text.locator("figure img")).to_have_count(2)
    page.locator("[name=_continue]").click()
    page.wait_for_url(re.compile(r"/article/\d+/change/"))
    assert page.locator("[name=_publish_zh_hans]").count() == 0
    expect(page.locator(".cell.field-body_zh_hans figure img")).to_have_count(2)
    return page.url


def test_a_chinese_edition_is_written_published_and_found_only_in_chinese(written, sign_in, open_page, watch):
    page = sign_in("publisher", locale="zh-CN", at=written)
    with page.expect_navigation():
        page.locator("[name=_publish_zh_hans]").click()
    assert page.locator(".bar__edition .state--live").count() == 1
    slug = page.locator("#id_slug").input_value()

    reader = open_page(locale="zh-CN", viewport={"width": 1280, "height": 900})
    reader.goto("/zh-hans/news/")
    reader.get_by_role("link", name=HEADLINE).first.click()
    reader.wait_for_url(f"**/{slug}/")
    assert reader.locator("h1").inner_text() == HEADLINE
    assert reader.locator("main .prose figure img").count() == 2
    assert reader.locator("main .prose figcaption").first.inner_text().startswith("码头上的吊机。")
    loaded = reader.locator("main .prose figure img").evaluate_all(DECODED)
    assert loaded

    chinese = urlsplit(reader.url).path
    english = chinese.replace("/zh-hans/", "/en/")
    for page_of_list in ("/{}/news/", "/{}/news/feed/"):
        assert chinese in reader.request.get(page_of_list.format("zh-hans")).text()
        assert slug not in reader.request.get(page_of_list.format("en")).text()
    sitemap = reader.request.get("/sitemap-articles.xml").text()
    assert chinese in sitemap and english not in sitemap

    watch.allow("status of 404")
    answer = reader.goto(english)
    assert answer.status == 404
    assert reader.locator("html").get_attribute("lang") == "en"
    assert reader.locator(f"main a[href='{chinese}']").count() == 1
