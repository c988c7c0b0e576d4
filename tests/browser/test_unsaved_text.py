"""Nothing typed is lost: not when the page is left, not when the person is logged out meanwhile."""

import re

import pytest

from tests.browser.writing import click_into
from tests.services.stories import publish_story

ADD = "/admin/articles/article/add/"


FORGET = "from publishing.models import Scratch; Scratch.objects.all().delete()"


@pytest.fixture
def writing(sign_in, server):
    """A page with the form of a new article into which somebody has typed; no older text is kept."""
    server.manage("shell", "--verbosity=0", "-c", FORGET)
    page = sign_in("editor", at=ADD)
    click_into(page.locator(".cell.field-body_en .ProseMirror"))
    page.keyboard.insert_text("Words that nobody has saved.")
    page.locator("#id_headline_en").fill("A head nobody has saved")
    return page


def leave(page, form, number):
    """Go to another page, and wait until the form offers so many texts: one is sent while that page is asked for."""
    page.goto("/admin/")
    page.wait_for_function(
        "async ([form, number]) => (await (await fetch(form)).text()).split('name=\"_discard\"').length > number",
        arg=[form, number],
        polling=200,
    )


def discard(page):
    """The one text that the form offers."""
    page.goto(ADD)
    page.locator(".kept button.kept__second").click()
    page.locator(".kept").wait_for(state="detached")


def test_leaving_asks_first_and_what_was_typed_comes_back(writing):
    asked = []
    writing.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    leave(writing, ADD, 1)
    assert asked == ["beforeunload"]
    writing.goto(ADD)
    assert writing.locator("#id_headline_en").input_value() == ""
    writing.locator(".kept button").first.click()
    writing.locator(".cell.field-body_en .ProseMirror").get_by_text("Words that nobody has saved.").wait_for()
    assert writing.locator("#id_headline_en").input_value() == "A head nobody has saved"
    assert writing.locator(".errornote").count() == 0
    discard(writing)


def test_a_form_that_nobody_touched_is_left_without_a_question(sign_in):
    page = sign_in("editor")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(ADD)
    page.locator(".cell.field-body_en .ProseMirror").click()
    page.goto("/admin/")
    assert asked == []


def test_who_was_logged_out_while_writing_logs_in_elsewhere_and_saves(writing, server, watch):
    watch.allow("status of 401")
    watch.allow("status of 403")
    cookies = writing.context.cookies()
    writing.context.clear_cookies(name="session")
    assert len(writing.context.cookies()) == len(cookies) - 1
    writing.locator("#id_column").select_option(index=1)
    writing.locator("[name=_continue]").click()
    dialog = writing.locator("dialog.keeping__out")
    dialog.wait_for(state="visible")
    with writing.expect_popup() as opened:
        dialog.get_by_role("link").click()
    window = opened.value
    window.fill("input[name=username]", "editor")
    window.fill("input[name=password]", server.password)
    window.click("form#login-form [type=submit]")
    window.wait_for_url("**/admin/")
    window.close()
    writing.bring_to_front()
    # The page may have kept the text meanwhile, and closed the dialog by itself.
    dialog.locator("[data-close]").evaluate("button => button.click()")
    writing.locator("[name=_continue]").click()
    writing.wait_for_url(re.compile(r"/article/\d+/change/"))
    assert writing.locator("#id_headline_en").input_value() == "A head nobody has saved"
    writing.goto(ADD)
    assert writing.locator("[name=_restore]").count() == 0


def test_what_is_offered_can_be_discarded_beside_the_buttons_of_the_record(server, sign_in):
    page = sign_in("editor")
    form = publish_story(server, "two-unsaved-texts").page()
    page.on("dialog", lambda dialog: dialog.accept())
    for number, words in enumerate(("First words", "Second words"), 1):
        page.goto(form)
        page.locator("#id_headline_en").fill(words)
        leave(page, form, number)
    page.goto(form)
    for left in (1, 0):
        with page.expect_navigation():
            page.locator(".kept button.kept__second").last.click()
        assert page.locator(".kept").count() == left
