"""What office programs, WeChat and web pages put on the clipboard becomes a clean text, with its pictures."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from prose.sanitising import sanitise
from tests.browser.writing import click_into, data_uri, drop, open_text, paper, paste, picture, stored, tool

CLIPBOARDS = Path(__file__).parent / "clipboards"

CAPTIONED = """
from media_library.models import Image
image = Image.objects.last()
image.alt_en = image.caption_en = "The crane"
image.save()
print(image.pk)
"""


@pytest.fixture
def page(server, sign_in):
    return open_text(server, sign_in, "<p>Start</p>")


def clipboard(name):
    return (CLIPBOARDS / f"{name}.html").read_text(encoding="utf-8")


def rtf_of(*pictures):
    """RTF as Word writes it: each picture twice, once for older programs; and the dot of a list."""
    dot = r"{\*\listpicture{\pict\pngblip " + picture("red").hex() + "}}"
    shown = "".join(
        r"\par{\*\shppict{\pict{\*\picprop\shplid1{\sp{\sn a}{\sv b\}}}}\picw10\pich10\pngblip\bliptag12"
        "\n" + content.hex("\n", 64) + r"}}{\nonshppict{\pict\picw1\wmetafile8 " + "0102" + "}}"
        for content in pictures
    )
    return r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}" + dot + shown + "}"


def keys_of(page):
    """Keys of the pictures that stand in the text, once all have arrived."""
    page.wait_for_function("() => !document.querySelector('.prose-figure__progress')")
    return paper(page).evaluate(
        "element => [...element.querySelectorAll('.prose-figure img')].map(i => i.src)"
    )


def test_word_comes_in_clean_with_lists_table_footnote_and_pictures(page):
    first, second = picture("navy", (80, 48)), picture("olive", (81, 48))
    paste(paper(page), clipboard("word"), rtf=rtf_of(first, second))
    assert len(set(keys_of(page))) == 2
    text = stored(page)
    before, after = text.split("<figure>", 1)
    assert before == (
        "<h2>River port opens a fourth berth</h2>"
        "<p>The port of the <strong>upper river</strong> has opened a fourth berth<sup>[1]</sup>, said the harbour "
        "office.</p><h3>What is new</h3>"
        "<ol><li><p>Two cranes</p><ul><li><p>electric</p></li><li><p>silent</p></li></ul></li>"
        "<li><p>One shed of 12,000&nbsp;m<sup>2</sup></p></li></ol>"
    )
    assert "<figcaption>Figure 1 The new berth in May</figcaption></figure>" in after
    assert (
        "<table><tbody><tr><th><p>Year</p></th><th><p>Boxes</p></th></tr>"
        '<tr><td rowspan="2"><p>2025</p></td><td><p>41,000</p></td></tr><tr><td><p></p></td></tr></tbody></table>'
    ) in after
    assert (
        '<a href="https://example.org/port?a=1&amp;b=2" rel="noopener">the port’s site</a> — “soon”.' in after
    )
    assert text.endswith("<hr><p><sup>[1]</sup> Berth D, upstream.</p>")
    assert "C:" not in text and "mso" not in text


def test_wps_comes_in_clean_in_chinese(page):
    paste(paper(page), clipboard("wps"), rtf=rtf_of(picture("purple", (60, 41))))
    keys_of(page)
    text = stored(page)
    assert text.startswith(
        "<h2>寸滩港启用第四泊位</h2><p>港务部门5月8日说，新泊位由“两江”团队建成，全长320米。</p><h3>三项变化</h3>"
        "<ul><li><p>两台岸桥</p></li><li><p>一座仓库</p></li></ul><p>图为新泊位。</p><figure><img "
    )
    assert text.endswith("<figcaption>图：停靠在新泊位的货轮。 江小舟 摄</figcaption></figure>")


@pytest.mark.screen
def test_a_picture_on_a_disk_that_no_rtf_brings_keeps_its_place(page):
    paste(paper(page), clipboard("wps"))
    assert '<figure data-pending="pasted"><figcaption>图：停靠' in stored(page)


@pytest.mark.screen
def test_wechat_comes_in_clean_and_its_pictures_keep_place_and_address(page):
    paste(paper(page), clipboard("wechat"))
    assert stored(page) == (
        "<h2>山城的货轮为什么多了</h2><p>一年里，<strong>嘉陵江口</strong>的货轮多了三成。</p>"
        '<figure data-pending="pasted" data-source="https://mmbiz.qpic.example/mmbiz_jpg/abc/640?wx_fmt=jpeg">'
        "<figcaption>江口的货轮（江小舟 摄）</figcaption></figure>"
        "<ul><li><p>运费降了</p></li><li><p>班次密了</p></li></ul><p>有人问：船往哪里去？</p>"
        '<p>答案在下游和<a href="https://example.org/下游" rel="noopener">海上</a>。[微笑]</p>'
        '<p><a href="https://v.example.org/film/1" rel="noopener">https://v.example.org/film/1</a></p>'
        '<figure data-pending="pasted" data-source="https://mmbiz.qpic.example/mmbiz_png/def/0"></figure>'
    )
    assert "is on another site" in paper(page).inner_text()


@pytest.mark.screen
def test_a_web_page_comes_in_clean(page):
    paste(paper(page), clipboard("webpage"))
    assert stored(page) == (
        "<h2>Ferry times</h2><p>By <em>N. Example</em></p>"
        "<p>Loose words before, not bold and <strong>bold</strong>.</p><p>A block inside.</p><p>And another.</p>"
        "<h3>Stops</h3><ul><li><p>North gate</p><ul><li><p>by bus</p></li></ul><ul><li><p>by boat</p></li></ul></li>"
        "<li><p>South gate</p><p>closed on Monday</p></li></ul>"
        '<ol start="4"><li><p>Fourth</p></li></ol><blockquote><p>Slow is smooth.</p></blockquote><p>Fares</p>'
        "<table><tbody><tr><th><p>From</p></th><th><p>Fare</p></th></tr>"
        "<tr><td><p>A<br>B</p></td><td><p>2&nbsp;yuan</p></td></tr></tbody></table><p>Only a frame.</p>"
        '<figure data-pending="pasted" data-source="https://pictures.example/ferry.jpg">'
        "<figcaption>The ferry</figcaption></figure><hr>"
        '<p>line one</p><p>line two</p><p>Up <a href="mailto:a@example.org" rel="noopener">mail</a></p>'
    )


SMALL_THINGS = [
    ("one <i>word</i>", "<p>one <em>word</em></p>"),
    ("<p>1. a</p><p>2. b</p>", "<ol><li><p>a</p></li><li><p>b</p></li></ol>"),
    ("<p>1. a</p><p>text</p><p>2. b</p>", "<p>1. a</p><p>text</p><p>2. b</p>"),
    ("<p>一、总则</p><p>二、细则</p>", "<p>一、总则</p><p>二、细则</p>"),
    ("<p>3.5 tons</p><p>4.5 tons</p>", "<p>3.5 tons</p><p>4.5 tons</p>"),
    (
        "<p><b>All bold, same size</b></p><p>text</p>",
        "<p><strong>All bold, same size</strong></p><p>text</p>",
    ),
    ("<p>a &lt;b&gt; &amp; “c” — ‘d’…</p>", "<p>a &lt;b&gt; &amp; “c” — ‘d’…</p>"),
    ("<p>甲\n乙</p><p>one\ntwo</p>", "<p>甲乙</p><p>one two</p>"),
    ("<div><div><div></div></div>x</div>", "<p>x</p>"),
    ("<p>m<span style='vertical-align:super'>2</span></p>", "<p>m<sup>2</sup></p>"),
    (
        '<p><a href="file:///C:/x">a</a><a href="/en/news/">b</a></p>',
        '<p>a<a href="/en/news/" rel="noopener">b</a></p>',
    ),
]


@pytest.mark.screen
def test_small_things_are_read_as_they_are_meant(page):
    for html, clean in SMALL_THINGS:
        paste(paper(page), html)
        assert stored(page) == clean, html


@pytest.mark.screen
def test_words_that_are_pasted_stand_in_their_paragraph(page):
    click_into(paper(page))
    page.keyboard.press("End")
    paste(paper(page), "<span style='color:red'>and <b>more</b></span>", all_of_it=False)
    assert stored(page).count("<p>") == 1 and "and <strong>more</strong>" in stored(page)


@pytest.mark.screen
def test_what_is_copied_here_is_pasted_as_it_was(server, sign_in):
    by = "<figcaption><p>Ann</p><p>Mayor</p></figcaption>"
    quote = f'<figure class="quote"><blockquote><p>Said</p></blockquote>{by}</figure>'
    text = f'<h2>Head</h2>{quote}<p>m<sup>2</sup> <a href="item:articles.article:1" rel="noopener">x</a></p>'
    page = open_text(server, sign_in, text)
    copied = paper(page).evaluate(
        """({ editor }) => {
          editor.commands.selectAll();
          return editor.view.serializeForClipboard(editor.state.selection.content()).dom.innerHTML;
        }"""
    )
    click_into(paper(page))
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    paste(paper(page), copied)
    assert stored(page) == sanitise(text)


# Pictures


def test_a_pasted_picture_shows_its_progress_and_arrives(page):
    html = f'<p>Before</p><img alt="A quay" src="{data_uri(picture("maroon"))}"><p>图：码头</p><p>After</p>'
    paste(paper(page), html)
    (address,) = keys_of(page)
    text = stored(page)
    assert (
        "/media/images/" in address and 'alt="A quay"' in text and "<figcaption>图：码头</figcaption>" in text
    )
    assert "data-pending" not in text
    page.keyboard.press("Control+z")
    assert "<p>Start</p>" == stored(page)
    page.keyboard.press("Control+Shift+z")
    page.wait_for_function("() => document.querySelector('#id_body_en').value.includes('data-file')")
    assert stored(page) == text


def test_a_picture_file_is_pasted_and_dropped_in_place(page):
    paste(paper(page), files=[("a.png", "image/png", picture("pink"))], all_of_it=False)
    assert len(keys_of(page)) == 1
    drop(
        paper(page), files=[("b.png", "image/png", picture("gold")), ("c.png", "image/png", picture("gray"))]
    )
    assert len(set(keys_of(page))) == 3 and "<p>Start</p>" in stored(page)


@pytest.mark.screen
def test_another_file_is_not_opened_by_the_browser_and_the_reason_is_said(page):
    assert drop(paper(page), files=[("a.pdf", "application/pdf", b"%PDF-1.7")]) is False
    assert "Only pictures" in page.locator(".prose-notice").first.inner_text()
    assert stored(page) == "<p>Start</p>"


def test_a_refused_picture_says_why_and_can_be_supplied_in_place(page, watch):
    watch.allow("status of 422")
    paste(paper(page), files=[("a.png", "image/png", b"no picture")])
    figure = paper(page).locator(".prose-figure")
    figure.locator(".prose-figure__error").wait_for()
    assert (
        "not a picture" in figure.inner_text() and figure.get_by_role("button", name="Try again").is_visible()
    )
    assert 'data-pending="upload"' in stored(page)
    drop(figure, files=[("b.png", "image/png", picture("coral"))])
    assert len(keys_of(page)) == 1 and "data-pending" not in stored(page)


def test_a_picture_that_did_not_arrive_is_kept_and_sent_again(page, watch):
    watch.allow("net::ERR_FAILED")
    page.route("**/pasted-picture/", lambda route: route.abort())
    paste(paper(page), files=[("a.png", "image/png", picture("plum"))])
    retry = paper(page).get_by_role("button", name="Try again")
    retry.wait_for()
    page.unroute("**/pasted-picture/")
    retry.click()
    paper(page).locator(".prose-figure img").wait_for()
    assert "data-file" in stored(page)


def test_the_form_waits_for_pictures_that_are_on_their_way(server, sign_in):
    page = open_text(server, sign_in, "<p>Waiting</p>")
    held = []
    page.route("**/pasted-picture/", lambda route: held.append(route))
    with page.expect_request("**/pasted-picture/"):
        paste(paper(page), files=[("a.png", "image/png", picture("tan"))])
        page.locator(".prose-figure__progress").wait_for()
    page.locator("[name=_continue]").click()
    expect(page.locator(".prose-notice").first).to_contain_text("still being uploaded")
    assert not page.locator(".messagelist").is_visible()
    held[0].continue_()
    page.locator(".messagelist").wait_for()
    paper(page).wait_for()
    assert "data-file" in stored(page)


def test_the_picture_of_a_place_to_supply_comes_from_a_chosen_file(page):
    paste(paper(page), '<p>a</p><img src="https://elsewhere.example/a.png"><p>图：江</p>')
    with page.expect_file_chooser() as chooser:
        paper(page).get_by_role("button", name="Upload a file").click()
    chooser.value.set_files({"name": "x.png", "mimeType": "image/png", "buffer": picture("khaki")})
    assert len(keys_of(page)) == 1
    assert "data-source" not in stored(page) and "<figcaption>图：江</figcaption>" in stored(page)


def test_alternative_and_credit_are_written_beside_the_picture(page):
    with page.expect_file_chooser() as chooser:
        tool(page, "upload").click()
    chooser.value.set_files({"name": "x.png", "mimeType": "image/png", "buffer": picture("indigo")})
    figure = paper(page).locator(".prose-figure")
    figure.locator("img").wait_for()
    assert (
        "No alternative text in this language yet" in figure.inner_text()
        and "No credit yet" in figure.inner_text()
    )
    figure.get_by_role("button", name="Alternative text and credit").click()
    dialog = page.locator("dialog.ask--words")
    dialog.locator("[name=alt_en]").fill("A crane")
    dialog.locator("[name=credit_person_en]").fill("Jo Example")
    dialog.locator("[type=submit]").click()
    dialog.wait_for(state="detached")
    assert "Alternative text: A crane" in figure.inner_text() and "Photo by Jo Example" in figure.inner_text()
    assert 'alt="A crane"' in stored(page)


def test_the_caption_of_the_library_holds_the_place_of_one_and_is_not_said_twice(server, sign_in):
    key = server.manage("shell", "--verbosity=0", "-c", CAPTIONED).split()[-1]
    page = open_text(server, sign_in, f'<figure><img data-file="{key}" alt=""></figure><p>End</p>')
    caption = paper(page).locator(".prose-figure figcaption")
    says = caption.evaluate("element => getComputedStyle(element, '::before').content")
    assert "Library caption: The crane" in says
    facts = paper(page).locator(".prose-figure__facts")
    assert "The alternative text is the same as the caption." in facts.inner_text()
    click_into(caption)
    page.keyboard.type("At dawn")
    assert "Alternative text: The crane" in facts.inner_text()
    assert "<figcaption>At dawn</figcaption>" in stored(page) and "data-caption" not in stored(page)


def test_who_may_add_no_pictures_gets_places_to_supply(server, sign_in, watch):
    watch.allow("status of 403")
    page = open_text(server, sign_in, "<p>Start</p>", who="translator")
    paste(paper(page), f'<p>a</p><img src="{data_uri(picture("black"))}"><p>图：江</p>')
    paper(page).locator(".prose-figure__error").wait_for()
    assert "You do not have permission to add pictures" in paper(page).inner_text()
    assert stored(page) == '<p>a</p><figure data-pending="upload"><figcaption>图：江</figcaption></figure>'


# Too much


@pytest.mark.screen
def test_five_megabytes_are_refused_at_once_and_nothing_is_lost(page):
    long = "<p>" + "The river runs on and on. " * 40 + "</p>"
    html = long * (5_200_000 // len(long))
    assert len(html) > 5_000_000
    started = page.evaluate("performance.now()")
    paste(paper(page), html)
    notice = page.locator(".prose-notice").first
    assert "too long to paste" in notice.inner_text() and "300,000" in notice.inner_text()
    assert page.evaluate("performance.now()") - started < 8000
    assert stored(page) == "<p>Start</p>"
    click_into(paper(page))
    page.keyboard.press("End")
    page.keyboard.insert_text("!")
    assert stored(page) == "<p>Start!</p>"
    paste(paper(page), text="word " * 1_100_000)
    assert "5,500,00" in notice.inner_text() and stored(page) == "<p>Start!</p>"


@pytest.mark.screen
def test_five_megabytes_of_markup_around_a_short_text_are_accepted(page):
    one = (
        '<p class="MsoNormal" style="' + "mso-fareast-font-family:SimSun;" * 150 + '"><span>Short.</span></p>'
    )
    paste(paper(page), one * (5_200_000 // len(one)))
    assert set(stored(page).split("</p>")) == {"<p>Short.", ""}


def test_a_text_too_long_for_the_editor_is_refused_by_the_server_and_shown_as_it_is(server, sign_in):
    page = open_text(server, sign_in, "<p>Long</p>")
    page.evaluate(
        "() => { document.querySelector('#id_body_en').value = '<p>' + '两江'.repeat(860_000) + '</p>' }"
    )
    with page.expect_navigation():
        page.locator("[name=_continue]").click()
    assert "at most 300,000" in page.locator(".errorlist").all_inner_texts()[0]
    area = page.locator("#id_body_en")
    assert area.is_visible() and len(area.input_value()) > 1_720_000
    expect(page.locator(".prose-notice").first).to_contain_text("Shorten it here")
