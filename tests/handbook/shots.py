"""The pictures of the handbook: who looks at which page, and what is done there first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page


def _nothing(page: Page) -> None:
    """The page as it opens."""


@dataclass(frozen=True)
class Shot:
    """``address`` may hold the keys that the scene gives, such as ``{live}``; ``height`` is in pixels."""

    person: str
    address: str
    height: int = 860
    prepare: Callable[[Page], None] = _nothing


#: What a colleague and the user write into one field, by the language of the interface.
HEADLINES = {
    "en": ("One excavator every 17 minutes", "Seventeen minutes for one excavator, reported"),
    "zh-hans": ("Large excavators, one every 17 minutes", "Seventeen minutes for one large machine"),
}
SHEET = (
    "slug,activity_en,activity_zh_hans,review_by\n"
    "huawei,Makes telecommunications equipment and phones,通信设备与手机制造,\n"
    "seres-automobile,Makes electric cars in Liangjiang,在两江新区制造电动汽车,next spring\n"
)


def at(selector: str, above: int = 90) -> Callable[[Page], None]:
    """Scroll until an element stands below the sticky head of the page."""

    def scroll(page: Page) -> None:
        top = page.locator(selector).first.evaluate("(one) => one.getBoundingClientRect().top + scrollY")
        page.evaluate("(top) => scrollTo(0, top)", top - above)

    return scroll


def _choose_a_picture(page: Page) -> None:
    page.locator(".cell.field-body_en .ProseMirror p").first.click()
    page.locator(".cell.field-body_en [data-tool=picture]").click()
    page.locator("dialog.picker .picker__card img").first.wait_for()
    page.wait_for_load_state("networkidle")


def _preview_on_a_phone(page: Page) -> None:
    page.locator("input[name=width][value='390']").check()
    page.wait_for_load_state("networkidle")


def _meet_a_colleague(page: Page) -> None:
    """Two windows of one form change the same field; the second is told."""
    other = page.context.new_page()
    other.goto(page.url)
    theirs, mine = HEADLINES[page.locator("html").get_attribute("lang")]
    for one, words in ((other, theirs), (page, mine)):
        one.locator("#id_list_headline_en").fill(words)
        with one.expect_navigation():
            one.locator("[name=_continue]").click()
    other.close()
    at(".cell.field-list_headline_en", above=260)(page)


def _leave_without_saving(page: Page) -> None:
    """The form offers what was typed when it is opened again."""
    address = page.url
    while page.locator(".kept").count():
        with page.expect_navigation():
            page.locator(".kept .kept__second").first.click()
        page.goto(address)
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("#id_headline_en").fill("A headline that nobody has saved yet")
    page.wait_for_timeout(500)
    page.goto("/admin/")
    page.goto(address)
    page.locator(".kept").first.wait_for()


def _compare(page: Page) -> None:
    """All that changed since the first version."""
    page.locator("input[name=from]").last.check()
    with page.expect_navigation():
        page.locator(".history__submit [type=submit]").click()
    at("ins.diff", above=420)(page)


def _check_a_spreadsheet(page: Page) -> None:
    """The dry run of a file with two changes and a mistake."""
    file = {"name": "enterprises.csv", "mimeType": "text/csv", "buffer": SHEET.encode("utf-8-sig")}
    page.locator("input[type=file]").set_input_files(file)
    with page.expect_navigation():
        page.locator(".plan__deeds button.default").first.click()


_ARTICLE = "/admin/articles/article/{live}/"
_NEW = "/admin/articles/article/{new}/"

SHOTS = {
    "home": Shot("publisher", "/admin/", 1400),
    "form": Shot("editor", _ARTICLE + "change/", 900),
    "picture": Shot("editor", _ARTICLE + "change/", 900, _choose_a_picture),
    "states": Shot("publisher", _ARTICLE + "change/", 700),
    "queue": Shot("translator", "/admin/translation_desk/translationtask/", 620),
    "translation": Shot("translator", _ARTICLE + "translation/?language=zh-hans", 900, at("#place-body")),
    "findings": Shot(
        "translator", _ARTICLE + "translation/?language=zh-hans", 620, at("#place-body .pair__deeds", 320)
    ),
    "glossary": Shot("translator", "/admin/translation_desk/glossaryterm/", 700),
    "review": Shot("reviewer", _NEW + "review/", 760),
    "schedule": Shot("publisher", _ARTICLE + "schedule/", 680),
    "release": Shot("publisher", "/admin/publishing/release/{release}/change/", 780),
    "versions": Shot("editor", _ARTICLE + "versions/", 620),
    "comparison": Shot("editor", _ARTICLE + "versions/", 620, _compare),
    "preview": Shot("publisher", _ARTICLE + "preview/", 900, _preview_on_a_phone),
    "library": Shot("editor", "/admin/media_library/image/", 860),
    "picture-form": Shot("editor", "/admin/media_library/image/1/change/", 860),
    "enterprise": Shot("editor", "/admin/enterprises/enterprise/{enterprise}/change/", 860),
    "awards": Shot("editor", "/admin/enterprises/enterprise/{enterprise}/change/", 620, at("#awards-group")),
    "spreadsheet": Shot("publisher", "/admin/enterprises/enterprise/import/", 760, _check_a_spreadsheet),
    "redirects": Shot("publisher", "/admin/publishing/redirect/", 480),
    "roles": Shot("admin", "/admin/auth/user/{translator}/change/", 520, at("#id_groups", 260)),
    "inquiry": Shot("desk", "/admin/inquiries/inquiry/{inquiry}/change/", 860),
    "links": Shot("publisher", "/admin/link_checking/link/", 560),
    "conflict": Shot("editor", _ARTICLE + "change/", 620, _meet_a_colleague),
    "unsaved": Shot("editor", _NEW + "change/", 480, _leave_without_saving),
}
