"""What a text names is taken up beside the open form, and the form goes on."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

#: The checker writes styles into the page, which the policy of the portal refuses.
OF_THE_CHECKER = "Applying inline style violates"


@pytest.fixture
def form(sign_in):
    page = sign_in("publisher", at="/admin/articles/article/")
    page.locator("#result_list th a", has_text="One word, two lists").click()
    page.wait_for_url("**/change/**")
    return page


def test_a_name_is_taken_up_without_losing_what_is_being_typed(form, watch):
    watch.allow(OF_THE_CHECKER)
    page = form
    box = page.locator("[data-named]")
    one = box.locator(".named__one", has_text="Hithium")
    expect(one).to_be_visible()
    headline = page.locator("#id_list_headline_en")
    headline.evaluate("field => { field.closest('details')?.setAttribute('open', ''); }")
    headline.fill("Lists of factories")
    one.get_by_role("button", name="Add").click()
    expect(one).to_contain_text("Added")
    expect(box.locator("[role=status]")).to_have_text("Hithium: Added")
    assert page.locator("#id_enterprises option:checked", has_text="Hithium").count() == 1
    assert headline.input_value() == "Lists of factories"
    other = box.locator(".named__one", has_text="Huafon Spandex")
    other.get_by_role("button", name="Not this one").click()
    expect(other).to_contain_text("Dismissed")
    assert Axe().run(page, context="[data-named]").response["violations"] == []
    with page.expect_navigation():
        page.locator("[name=_continue]").click()
    assert page.locator("#id_list_headline_en").input_value() == "Lists of factories"
    assert page.locator("#id_enterprises option:checked", has_text="Hithium").count() == 1
    expect(page.locator("[data-box]")).to_contain_text("already")
