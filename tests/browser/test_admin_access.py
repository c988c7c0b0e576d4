"""Every kind of page of the newsroom is free of barriers, in both languages; forms are driven by keys alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.writing import edited

FIND = """
from articles.models import Article, Column
from enterprises.models import Enterprise
from media_library.models import Image
from translation_desk.queueing import refresh
# A name of one short word stands in a table beside longer words that are no links.
note = Article.objects.create(slug="barriers", column=Column.objects.first())
note.headline_en, note.body_en, note.body_zh_hans = "Note", "<p>Short</p>", "<p>短</p>"
note.save()
refresh(note)
article = Article.objects.exclude(headline_en="").filter(bylines__isnull=False).order_by("pk").first()
enterprise = Enterprise.objects.filter(awards__isnull=False).order_by("pk").first()
print(article.pk, enterprise.pk, Image.objects.order_by("pk").first().pk)
"""
ARTICLES = "/admin/articles/article/"
#: The checker tries out styles on the page, which the content policy does not let it.
OF_THE_CHECKER = "Applying inline style"
PAGES = (
    "/admin/",
    ARTICLES,
    f"{ARTICLES}add/",
    f"{ARTICLES}{{article}}/change/",
    f"{ARTICLES}{{article}}/versions/",
    f"{ARTICLES}{{article}}/translation/",
    f"{ARTICLES}{{article}}/review/",
    f"{ARTICLES}{{article}}/schedule/",
    f"{ARTICLES}{{article}}/preview/",
    f"{ARTICLES}{{article}}/delete/",
    "/admin/enterprises/enterprise/{enterprise}/change/",
    "/admin/media_library/image/",
    "/admin/media_library/image/{image}/change/",
    "/admin/publishing/reviewrequest/",
    "/admin/publishing/release/add/",
    "/admin/translation_desk/translationtask/",
    "/admin/auth/user/1/change/",
    "/admin/password_change/",
)
#: Looked at in the second language too: between them they have every part that other fonts and words may upset.
IN_BOTH = (
    "/admin/",
    f"{ARTICLES}{{article}}/change/",
    f"{ARTICLES}{{article}}/translation/",
    "/admin/media_library/image/",
)


@pytest.fixture(scope="module")
def places(server):
    """Keys of records of the demo that use much of what their kind can."""
    found = server.manage("shell", "--verbosity=0", "-c", FIND).split()[-3:]
    return dict(zip(("article", "enterprise", "image"), found, strict=True))


def barriers(page):
    # Without "preload": the checker would fetch what a stylesheet imports again, from an address of its own making.
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(edited(page), options=options).response["violations"]
    return {rule["id"]: [node["html"][:120] for node in rule["nodes"][:3]] for rule in found}


@pytest.mark.screen
@pytest.mark.parametrize(("locale", "addresses"), [("en-GB", PAGES), ("zh-CN", IN_BOTH)])
def test_no_kind_of_page_has_a_barrier(server, open_page, watch, places, locale, addresses):
    watch.allow(OF_THE_CHECKER)
    page = open_page(locale=locale, viewport={"width": 1440, "height": 1000})
    page.goto("/admin/login/")
    assert barriers(page) == {}
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", server.password)
    page.click("form#login-form [type=submit]")
    page.wait_for_url("**/admin/")
    for address in addresses:
        page.goto(address.format(**places))
        assert barriers(page) == {}, address


@pytest.mark.screen
def test_the_page_that_asks_and_a_form_with_mistakes_have_none_either(sign_in, watch):
    watch.allow(OF_THE_CHECKER)
    page = sign_in("admin", locale="zh-CN", at=ARTICLES)
    page.locator("#result_list .action-select").first.check()
    page.select_option("select[name=action]", "withdraw_en")
    page.locator("#changelist-form button[name=index]").click()
    page.locator(".bulk").wait_for()
    assert barriers(page) == {}
    page.goto(f"{ARTICLES}add/")
    page.locator("[name=_continue]").click()
    page.locator(".mistakes").wait_for()
    assert barriers(page) == {}


@pytest.mark.screen
def test_a_mistake_leads_to_its_field(sign_in):
    page = sign_in("editor", at=f"{ARTICLES}add/")
    page.locator("#id_headline_zh_hans").fill("只有标题")
    page.locator("[name=_continue]").click()
    page.locator(".mistakes a", has_text="Column").click()
    expect(page.locator("#id_column")).to_be_focused()
    assert page.locator("#id_headline_zh_hans").input_value() == "只有标题"


def test_an_article_is_written_and_saved_in_both_languages_by_keys_alone(sign_in):
    page = sign_in("editor", at=f"{ARTICLES}add/")
    page.locator("#id_column").select_option(index=1)
    page.locator("#id_headline_en").focus()
    page.keyboard.type("Typed without a mouse")
    page.keyboard.press("Alt+l")
    assert page.evaluate("document.activeElement.id") == "id_headline_zh_hans"
    page.keyboard.insert_text("不用鼠标")
    page.keyboard.press("Alt+j")
    assert page.evaluate("document.activeElement.id") == "id_summary_zh_hans"
    page.keyboard.press("Alt+k")
    assert page.evaluate("document.activeElement.id") == "id_headline_zh_hans"
    page.keyboard.press("Control+s")
    page.wait_for_url("**/change/")
    assert page.locator("#id_headline_en").input_value() == "Typed without a mouse"
    assert page.locator("#id_headline_zh_hans").input_value() == "不用鼠标"


@pytest.mark.screen
def test_a_question_mark_shows_the_keys_and_is_only_a_letter_while_typing(sign_in):
    page = sign_in("editor", at=f"{ARTICLES}add/")
    keys = page.locator("#shortcuts")
    page.locator("#id_headline_en").focus()
    page.keyboard.type("Why?")
    assert keys.is_hidden()
    page.locator("h1").click()
    page.keyboard.press("?")
    expect(keys).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.locator("#id_headline_en").fill("")


@pytest.mark.screen
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (1024, 768), (390, 844)])
def test_a_form_is_as_wide_as_its_window_and_its_actions_stay_at_hand(sign_in, places, width, height):
    page = sign_in("publisher", locale="zh-CN")
    page.set_viewport_size({"width": width, "height": height})
    for address in (f"{ARTICLES}{places['article']}/change/", f"{ARTICLES}add/"):
        page.goto(address)
        edited(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        bar = page.locator(".submit-row.bar [name=_save]").bounding_box()
        assert bar["y"] + bar["height"] <= height, address
        if width > 1024:
            keys = page.locator(".submit-row.bar .shortcuts__button").bounding_box()
            assert bar["y"] < keys["y"] + keys["height"] / 2 < bar["y"] + bar["height"], address
