"""The first page on a phone and on a desk, and two colleagues who open the same record."""

import pytest

FIND = """
from articles.models import Article
print(Article.objects.order_by("pk").values_list("pk", flat=True).first())
"""


@pytest.mark.parametrize(("width", "locale"), [(390, "zh-CN"), (1440, "en-GB")])
def test_the_health_of_the_site_is_readable_at_every_width(sign_in, screenshots, width, locale):
    page = sign_in("publisher", locale=locale)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.locator(".findings__item").count() >= 5
    assert page.locator("[aria-labelledby=home-columns] tbody tr").count() >= 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.screenshot(path=screenshots / f"first-page-{width}.png", full_page=True)


def test_two_who_open_the_same_record_are_told_of_each_other(server, sign_in):
    pk = server.manage("shell", "--verbosity=0", "-c", FIND).split()[-1]
    first, second = sign_in("publisher"), sign_in("editor")
    for page in (first, second):
        # The next word about this comes half a minute later.
        with page.expect_response("**/presence/"):
            page.goto(f"/admin/articles/article/{pk}/change/")
    second.locator(".keeping__others").get_by_text("has had this open since").wait_for()


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_a_list_shows_every_column_on_a_phone(sign_in, screenshots, locale):
    page = sign_in("publisher", locale=locale)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/admin/enterprises/enterprise/")
    row = page.locator("#result_list tbody tr", has=page.locator("td[data-heading]")).first
    row.locator(".field-editions").wait_for()
    boxes = [cell.bounding_box() for cell in row.locator("td:not(.is-blank)").all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    assert page.evaluate("document.querySelector('.results').scrollWidth <= innerWidth")
    headings = row.evaluate(
        "row => [...row.querySelectorAll('td[data-heading]')].map(cell => cell.dataset.heading)"
    )
    assert headings and all(headings)
    page.screenshot(path=screenshots / f"list-on-a-phone-{locale}.png", full_page=True)


def test_on_a_phone_no_switch_of_the_header_stands_alone_in_a_line(sign_in):
    page = sign_in("desk", locale="zh-CN")
    page.set_viewport_size({"width": 390, "height": 844})

    def middle(selector):
        box = page.locator(selector).bounding_box()
        return box["y"] + box["height"] / 2

    assert abs(middle("#header .switch") - middle("#site-name")) < 16
    assert abs(middle("#header .theme-toggle") - middle("#logout-form")) < 16
