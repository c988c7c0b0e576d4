"""The text editor keeps what is stored, takes in only what it may, and works under the strict policy."""

import pytest
from playwright.sync_api import expect

from prose.sanitising import sanitise
from tests.browser.writing import click_into, field, open_text, paper, paste, sent, stored, take_keys

#: Every element that may be stored, as the editor writes it.
EVERYTHING = (
    "<h2>Head</h2><p>A <strong>bold</strong>, <em>slanted</em>, H<sub>2</sub>O, m<sup>2</sup>,<br>"
    '<a href="https://example.org/" title="There" rel="noopener">link</a> and <a href="/en/news/" '
    'rel="noopener">ours</a></p>'
    '<p><a href="item:articles.article:1" title="T" rel="noopener">a record</a></p>'
    '<figure class="quote"><blockquote><p>Said</p><p>More</p></blockquote>'
    "<figcaption><p>Ann Lee</p><p>Commissioner</p></figcaption></figure>"
    '<figure data-pending="pasted" data-source="https://elsewhere.example/a.png"></figure>'
    "<h3>Small</h3><ul><li><p>one</p><ul><li><p>deeper</p></li></ul></li></ul>"
    '<ol start="3"><li><p>three</p></li></ol><blockquote><p>said</p></blockquote><hr>'
    '<table><tbody><tr><th colspan="2"><p>head</p></th></tr>'
    "<tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table>"
    '<figure><img alt="Words" data-file="1"><figcaption>A <em>caption</em></figcaption></figure>'
    '<figure data-pending="7"><figcaption>Still to come</figcaption></figure><p>End</p>'
)


@pytest.fixture
def opened(server, sign_in):
    """A function that opens the form of an article with a certain English text."""
    return lambda body: open_text(server, sign_in, body)


@pytest.mark.screen
def test_everything_that_may_be_stored_survives_the_editor(opened):
    page = opened(EVERYTHING)
    assert sanitise(sent(page)) == sanitise(EVERYTHING)
    click_into(page.locator(".cell.field-body_en .ProseMirror > p").last)
    page.keyboard.press("End")
    page.keyboard.insert_text("!")
    assert sanitise(sent(page)) == sanitise(EVERYTHING.replace("End", "End!"))


def test_what_is_pasted_loses_its_styles_and_foreign_pictures(opened):
    page = opened("<p>Start</p>")
    paste(
        paper(page),
        '<style>p { color: red }</style><p style="color:red" onclick="x()">Pasted <b>words</b></p>'
        '<img src="https://evil.example/x.png"><figure><img src="javascript:alert(1)"></figure>'
        '<script>alert(1)</script><a href="javascript:alert(1)">bad</a>',
    )
    assert stored(page) == (
        '<p>Pasted <strong>words</strong></p><figure data-pending="pasted" '
        'data-source="https://evil.example/x.png"></figure><figure data-pending="pasted"></figure><p>bad</p>'
    )


@pytest.mark.screen
def test_the_tools_write_what_they_say(opened):
    page = opened("<p>Start</p>")
    cell = page.locator(".cell.field-body_en")
    click_into(paper(page))
    page.keyboard.press("Control+a")
    cell.locator("[data-tool=link]").click()
    page.locator("dialog.ask input").fill("https://example.org/")
    page.keyboard.press("Enter")
    page.locator("dialog.ask").wait_for(state="detached")
    assert 'href="https://example.org/"' in sent(page)
    cell.locator("[data-tool=bold]").click()
    assert "<strong>" in sent(page)
    cell.locator("select").select_option("heading2")
    assert sent(page).startswith("<h2>")
    take_keys(page)
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    cell.locator("[data-tool=table]").click()
    assert sent(page).count("<th") == 3
    cell.locator("[data-tool=tableRemove]").click()
    assert "<table" not in sent(page)


def test_a_picture_brings_the_words_of_the_language_of_its_text(opened):
    page = opened("<p>Start</p>")
    for language, caption in (("en", "Illustration"), ("zh_hans", "插图")):
        cell = page.locator(f".cell.field-body_{language}")
        cell.locator("[data-tool=picture]").click()
        # Pictures that other tests bring in are newer, and without a caption.
        page.locator("dialog.picker [type=search]").fill(caption)
        page.keyboard.press("Enter")
        page.locator(f"dialog.picker [value={caption}]").wait_for()
        page.locator(f".picker__card[data-picture*={caption}]").first.click()
        assert caption in cell.locator("figcaption").first.get_attribute("data-placeholder")


def test_a_refused_upload_says_why_beside_the_file(opened):
    page = opened("<p>Start</p>")
    page.locator(".cell.field-body_en [data-tool=picture]").click()
    dialog = page.locator("dialog.picker")
    dialog.locator("input[type=file]").set_input_files(
        {"name": "photo.png", "mimeType": "image/png", "buffer": b"<html>"}
    )
    dialog.locator("[name=alt_en]").fill("Kept")
    dialog.locator(".picker__upload [type=submit]").click()
    assert "not a picture" in dialog.locator(".picker__field.errors").first.inner_text()
    assert dialog.locator("[name=alt_en]").input_value() == "Kept"
    page.keyboard.press("Escape")
    assert sent(page) == "<p>Start</p>"


@pytest.mark.screen
def test_an_input_method_composes_han_into_the_text(opened):
    page = opened("<p>Start</p>")
    click_into(paper(page))
    page.keyboard.press("End")
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "liang", "selectionStart": 5, "selectionEnd": 5})
    session.send("Input.insertText", {"text": "两江"})
    expect(field(page)).to_have_value("<p>Start两江</p>")


def test_a_click_on_a_picture_sets_its_focal_point(sign_in):
    page = sign_in("publisher", at="/admin/media_library/image/1/change/")
    picture = page.locator("[data-focus] img")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    assert abs(float(page.locator("#id_focal_x").input_value()) - 0.25) < 0.02
    assert abs(float(page.locator("#id_focal_y").input_value()) - 0.75) < 0.02


@pytest.mark.screen
def test_a_headline_says_how_long_it_is(opened):
    page = opened("<p>Start</p>")
    page.locator("#id_headline_en").fill("x" * 201)
    assert page.locator("label[for=id_headline_en] .counter--over").inner_text() == "201 / 200"
