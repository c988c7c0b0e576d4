"""What a finger and a narrow screen need."""

import pytest

pytestmark = pytest.mark.screen

PHONE = {"width": 390, "height": 844}
PLAN = "investing/procedures/planner/?situation=wholly-foreign-owned-plant"
PAGES = (
    "",
    "investing/",
    "designations/ledger/",
    "enterprises/?view=table",
    "enterprises/sany-heavy-machinery-chongqing/",
    "investing/policies/finder/?size=small",
    PLAN,
    "sitemap/",
    "subscriptions/",
    "search/?q=longxing",
    "search/?q=nowhere+to+be+found",
    "enterprises/compare/?ids=seres-automobile,changan-automobile,boe",
    "parks/compare/?ids=longxing,shuitu",
    "shortlist/?items=enterprise:seres-automobile,park:longxing",
    "parks/longxing/",
    "figures/",
    "open-data/",
    "open-data/enterprises/",
    "open-data/reference/",
)
#: Controls that stand alone and are narrower or lower than 44 CSS pixels; for links inside a sentence 24 are enough.
SMALL_CONTROLS = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && element.getBoundingClientRect().right > 0)
    .filter(element => !element.matches(".visually-hidden, .skip"))
    .filter(element => {
        const label = element.closest("label");
        const cover = getComputedStyle(element, "::after");
        const covers = cover.content !== "none" && cover.position === "absolute";
        const own = (element.tagName === "INPUT" && label ? label : element).getBoundingClientRect();
        const [width, height] = ["width", "height"].map(
            (side) => Math.max(own[side], covers ? parseFloat(cover[side]) : 0));
        const isInText = element.matches(".prose *, p:not([class]) *, p.soft *, figcaption *, .fact *");
        return own.height > 1 && (isInText ? height < 23.5 : Math.min(width, height) < 43.5);
    })
    .map(element => `${element.className} ${element.innerText || element.name}`)"""


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_control_that_stands_alone_is_as_large_as_a_finger(open_page, language):
    page = open_page(viewport=PHONE, has_touch=True)
    small = {}
    for path in PAGES:
        page.goto(f"/{language}/{path}")
        # What is folded has to be hit too.
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        small[path] = page.evaluate(SMALL_CONTROLS)
    assert small == dict.fromkeys(small, [])


def test_no_cell_of_a_chinese_table_shrinks_to_a_column_of_single_characters(open_page):
    page = open_page(viewport=PHONE)
    for path in ("figures/", "designations/ledger/", "investing/events/cloud-signing-2021/", PLAN):
        page.goto(f"/zh-hans/{path}")
        widths = page.locator(":is(th, td)").evaluate_all(
            """cells => cells.filter((cell) => cell.getClientRects().length)
                .map((cell) => cell.clientWidth / parseFloat(getComputedStyle(cell).fontSize))"""
        )
        assert widths and min(widths) >= 5, path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_ledger_keeps_the_words_of_a_name_together(open_page, language):
    page = open_page(viewport={"width": 1280, "height": 900})
    for path in ("designations/ledger/", "designations/chongqing-lighthouse-candidates-2021/"):
        page.goto(f"/{language}/{path}")
        lines = page.locator(".table--ledger tbody th > a").evaluate_all(
            "links => links.map(link => link.getClientRects().length)"
        )
        assert lines and max(lines) <= 2, path


@pytest.mark.parametrize("width, is_named", [(1280, True), (390, False)])
def test_the_chart_of_a_plan_names_its_steps_where_there_is_room(open_page, width, is_named):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"/en/{PLAN}")
    names = page.locator(".gantt__name")
    assert names.first.is_visible() is is_named
    # Each name stands on the line of its bar.
    offsets = page.evaluate(
        """() => {
            const middle = (one) => { const box = one.getBoundingClientRect(); return box.top + box.height / 2; };
            const bars = [...document.querySelectorAll(".gantt__bar")];
            const numbers = [...document.querySelectorAll(".gantt__number")];
            return numbers.map((one, n) => Math.abs(middle(one) - middle(bars[n])));
        }"""
    )
    assert offsets and max(offsets) < 4
    assert page.evaluate("document.documentElement.scrollWidth") == width
