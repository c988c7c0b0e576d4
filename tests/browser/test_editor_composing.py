"""Chinese input methods: what is being composed is left alone until it is a word."""

import pytest

from tests.browser.writing import click_into, open_text, paper, pass_time, sent

pytestmark = pytest.mark.screen


@pytest.fixture
def page(server, sign_in):
    link = '<p>见<a href="https://example.org/">链接</a>。</p>'
    return open_text(server, sign_in, f"<p>Start</p>{link}")


@pytest.fixture
def compose(page):
    """A function that composes letters as an input method does, and ends with a word."""
    session = page.context.new_cdp_session(page)

    def letters(text):
        for length in range(1, len(text) + 1):
            part = {"text": text[:length], "selectionStart": length, "selectionEnd": length}
            session.send("Input.imeSetComposition", part)

    def word(text):
        session.send("Input.insertText", {"text": text})
        pass_time(page, 150)

    return letters, word


def test_a_half_composed_word_is_neither_in_the_form_nor_kept(page, compose):
    letters, word = compose
    click_into(paper(page).locator("p").first)
    page.keyboard.press("End")
    before = sent(page)
    letters("liang")
    pass_time(page, 200)
    assert "liang" in paper(page).inner_text() and sent(page) == before
    word("两江")
    assert "<p>Start两江</p>" in sent(page) and "liang" not in sent(page)


def test_a_composition_that_is_given_up_leaves_nothing(page, compose):
    letters, word = compose
    click_into(paper(page).locator("p").first)
    page.keyboard.press("End")
    letters("xin")
    word("")
    page.keyboard.insert_text("!")
    assert "<p>Start!</p>" in sent(page)


def test_a_word_composed_within_a_link_stays_in_it(page, compose):
    letters, word = compose
    click_into(paper(page).locator("a"))
    page.keyboard.press("Home")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    letters("xin")
    word("新")
    assert ">链新接</a>" in sent(page)


def test_signs_that_make_headings_do_nothing_while_composing(page, compose):
    letters, word = compose
    click_into(paper(page).locator("p").first)
    page.keyboard.press("Home")
    page.keyboard.insert_text("##")
    letters(" b")
    assert "<h2" not in paper(page).inner_html()
    word("报")
    assert sent(page).startswith("<p>##报Start</p>")


def test_words_composed_in_a_heading_an_item_and_a_cell_arrive_whole(server, sign_in):
    body = "<h2>a</h2><ul><li><p>b</p></li></ul><table><tbody><tr><td><p>c</p></td></tr></tbody></table>"
    page = open_text(server, sign_in, body)
    session = page.context.new_cdp_session(page)
    for place in ("h2", "li p", "td p"):
        click_into(paper(page).locator(place))
        page.keyboard.press("End")
        session.send("Input.imeSetComposition", {"text": "jiang", "selectionStart": 5, "selectionEnd": 5})
        session.send("Input.insertText", {"text": "江"})
        pass_time(page, 150)
    assert all(f">{letter}江<" in sent(page) for letter in "abc")
