"""What a finger and a narrow screen need."""

import pytest

pytestmark = pytest.mark.screen

PHONE = {"width": 390, "height": 844}
PLAN = "investing/procedures/planner/?situation=wholly-foreign-owned-plant"
PAGES = (
    "",
    "enterprises/?view=table",
    "enterprises/sany-heavy-machinery-chongqing/",
    "investing/policies/finder/?size=small",
    PLAN,
    "sitemap/",
)
#: Edges of controls that stand alone, in CSS pixels; links inside a sentence are exempt.
SMALL_CONTROLS = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && element.getBoundingClientRect().right > 0)
    .filter(element => !element.matches(".prose *, p:not([class]) *, figcaption *, .fact *, .visually-hidden, .skip"))
    .filter(element => {
        const label = element.closest("label");
        const cover = getComputedStyle(element, "::after");
        const covered = cover.content !== "none" && cover.position === "absolute" ? parseFloat(cover.height) : 0;
        const own = (element.tagName === "INPUT" && label ? label : element).getBoundingClientRect().height;
        return Math.max(own, covered) < 43.5 && own > 1;
    })
    .map(element => `${element.className} ${element.innerText || element.name}`)"""


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_control_that_stands_alone_is_as_tall_as_a_finger(open_page, language):
    page = open_page(viewport=PHONE, has_touch=True)
    small = {}
    for path in PAGES:
        page.goto(f"/{language}/{path}")
        small[path] = page.evaluate(SMALL_CONTROLS)
    assert small == dict.fromkeys(small, [])


def test_no_cell_of_a_chinese_table_shrinks_to_a_column_of_single_characters(open_page):
    page = open_page(viewport=PHONE)
    for path in ("figures/", "investing/events/cloud-signing-2021/", PLAN):
        page.goto(f"/zh-hans/{path}")
        widths = page.locator(":is(th, td)").evaluate_all(
            "cells => cells.map(cell => cell.clientWidth / parseFloat(getComputedStyle(cell).fontSize))"
        )
        assert widths and min(widths) >= 5, path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
