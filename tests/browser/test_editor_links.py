"""Links to records of the site, quotations with their speaker, and the tools by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.writing import click_into, open_text, paper, sent, stored, take_keys, tool


@pytest.fixture
def page(server, sign_in):
    return open_text(server, sign_in, "<p>Start</p>")


def choose_all(page):
    click_into(paper(page))
    page.keyboard.press("Control+a")


def dialog_of(page):
    return page.locator("dialog.ask--link")


@pytest.mark.parametrize("words", ["seres", "赛力斯"])
def test_a_record_is_found_by_its_name_and_stored_as_a_reference(page, words):
    choose_all(page)
    page.keyboard.press("Control+k")
    page.keyboard.insert_text(words)
    choices = dialog_of(page).get_by_role("option")
    choices.first.wait_for()
    assert choices.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowDown")
    assert choices.first.get_attribute("aria-selected") == str(choices.count() == 1).lower()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    dialog_of(page).wait_for(state="detached")
    assert stored(page).startswith('<p><a href="item:') and stored(page).endswith(">Start</a></p>")
    assert paper(page).locator("a .prose-link--record, .prose-link--record a").count() == 1


def test_without_chosen_words_the_name_of_the_record_is_put_in(page):
    click_into(paper(page))
    page.keyboard.press("End")
    tool(page, "link").click()
    page.keyboard.insert_text("Seres")
    dialog_of(page).get_by_role("option").first.click()
    assert "</a></p>" in stored(page) and "Start<a" in stored(page).replace(" ", "")


def test_an_address_can_be_set_changed_and_taken_away(page):
    for typed, kept in (
        ("example.org/a", "https://example.org/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("/en/news/", "/en/news/"),
    ):
        choose_all(page)
        tool(page, "link").click()
        dialog_of(page).locator("input").fill(typed)
        page.keyboard.press("Enter")
        dialog_of(page).wait_for(state="detached")
        assert f'href="{kept}"' in stored(page)
    choose_all(page)
    tool(page, "link").click()
    dialog_of(page).get_by_role("button", name="Remove link").click()
    assert stored(page) == "<p>Start</p>"


def test_what_is_neither_a_record_nor_an_address_is_said_to_be_so(page):
    choose_all(page)
    tool(page, "link").click()
    dialog_of(page).locator("input").fill("no such thing")
    dialog_of(page).get_by_text("No record has this name").wait_for()
    page.keyboard.press("Enter")
    expect(dialog_of(page)).to_contain_text("This is not an address")
    page.keyboard.press("Escape")
    assert stored(page) == "<p>Start</p>"


def test_a_link_that_readers_will_not_find_is_marked(server, sign_in):
    page = open_text(server, sign_in, '<p><a href="item:articles.article:999999">lost</a></p>')
    link = paper(page).locator(".prose-link--lost")
    link.wait_for()
    assert "no longer exists" in link.get_attribute("title")


@pytest.mark.screen
def test_a_quotation_gets_its_speaker_and_keeps_the_keyboard(page):
    choose_all(page)
    tool(page, "saying").click()
    take_keys(page)
    page.keyboard.insert_text("Ann Lee")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("Commissioner")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("After")
    assert stored(page) == (
        '<figure class="quote"><blockquote><p>Start</p></blockquote>'
        "<figcaption><p>Ann Lee</p><p>Commissioner</p></figcaption></figure><p>After</p>"
    )
    click_into(paper(page).locator("figure.quote blockquote"))
    tool(page, "saying").click()
    assert stored(page) == (
        "<blockquote><p>Start</p><p>Ann Lee</p><p>Commissioner</p></blockquote><p>After</p>"
    )


@pytest.mark.screen
def test_a_plain_quotation_becomes_one_with_speaker(server, sign_in):
    page = open_text(server, sign_in, "<blockquote><p>One</p><p>Two</p></blockquote>")
    click_into(paper(page).locator("blockquote"))
    tool(page, "saying").click()
    assert "<blockquote><p>One</p><p>Two</p></blockquote><figcaption>" in stored(page)


@pytest.mark.screen
def test_the_tools_are_one_stop_of_the_tab_key_and_have_names(page):
    names = page.evaluate(
        """() => [...document.querySelectorAll(".field-body_en .prose-tools > *")]
          .map(tool => [tool.getAttribute("aria-label") || tool.textContent, tool.tabIndex])"""
    )
    assert [stop for _name, stop in names].count(0) == 1
    assert all(len(name) > 2 for name, _stop in names) and len({name for name, _ in names}) == len(names)
    click_into(paper(page))
    page.keyboard.press("Alt+F10")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    take_keys(page)
    expect(tool(page, "bold")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Alt+F10")
    assert page.evaluate("document.activeElement.dataset.tool") == "bold"
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.tool") == "redo"
    assert "<strong>" not in sent(page)
