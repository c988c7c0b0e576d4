"""The media library by hand: many files at once, another file in place, galleries put in order."""

import random
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.writing import edited
from tests.media_library.photographs import drawn, encoded

MANY = "/admin/media_library/image/many/"


def photograph(name: str) -> dict:
    """A picture that no other run has sent: the library takes the same bytes only once."""
    number = random.randrange(1 << 40)
    return {"name": name, "mimeType": "image/jpeg", "buffer": encoded(drawn(number, (300, 200)))}


def line(page, name):
    return page.locator(".many__item", has_text=name)


def test_many_files_are_sent_one_by_one_and_each_has_its_answer(sign_in, screenshots):
    page = sign_in("editor", at=MANY)
    page.locator("#id_credit_person_en").fill("Yin Jun")
    known = photograph("quay-1.jpg")
    page.locator("#id_files").set_input_files([known, photograph("quay-2.jpg")])
    page.locator(".many__item--stored").nth(1).wait_for()
    page.locator("#id_files").set_input_files(
        [
            {**known, "name": "again.jpg"},
            {"name": "page.jpg", "mimeType": "image/jpeg", "buffer": b"<html>"},
            {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"notes"},
        ]
    )
    page.locator(".many__item--refused").nth(1).wait_for()
    page.locator(".many__item--known").wait_for()
    assert page.locator(".many__item--refused").count() == 2
    page.screenshot(path=screenshots / "media-many.png", full_page=True)
    page.get_by_role("button", name="Remove from this list: notes.txt").click()
    assert page.locator(".many__item").count() == 4
    with page.expect_navigation():
        page.locator("[data-next] a.default").click()
    assert page.locator(".words__row").count() == 2
    page.locator(".words__row [name$=alt_zh_hans]:not([type=hidden])").first.fill("码头")
    credited = page.locator(".words__row [name$=credit_person_en]:not([type=hidden])")
    assert credited.first.input_value() == "Yin Jun"
    page.locator(".bar [type=submit]").click()
    page.wait_for_url("**/media_library/image/")
    assert "1 picture saved." in page.locator(".messagelist").inner_text()


def test_a_file_that_did_not_arrive_is_tried_again(sign_in, watch):
    watch.allow("ERR_FAILED")
    page = sign_in("editor", at=MANY)
    fails = [True]
    page.route(f"**{MANY}", lambda route: route.abort() if fails.pop() else route.continue_(), times=1)
    page.locator("#id_files").set_input_files([photograph("quay-3.jpg")])
    page.locator(".many__item--failed").wait_for()
    page.get_by_role("button", name="Try again: quay-3.jpg").click()
    page.locator(".many__item--stored").wait_for()


DROP = """([where, name, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, {type: "image/jpeg"}));
    const drop = new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
    document.querySelector(where).dispatchEvent(drop);
}"""


def test_a_file_is_dropped(sign_in):
    page = sign_in("editor", at=MANY)
    file = photograph("dropped.jpg")
    page.evaluate(DROP, ["[data-drop]", file["name"], list(file["buffer"])])
    line(page, "dropped.jpg").locator("img").wait_for()


def test_many_files_come_in_without_script(browser, server, watch, tmp_path):
    context = browser.new_context(base_url=server.url, java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("input[name=username]", "editor")
    page.fill("input[name=password]", server.password)
    with page.expect_navigation():
        page.click("form#login-form [type=submit]")
    page.goto(MANY)
    page.locator("#id_files").set_input_files([photograph("一.jpg"), photograph("二.jpg")])
    page.locator(".many__form [type=submit]").click()
    page.locator(".many__item--stored").nth(1).wait_for()
    context.close()


def test_a_picture_is_replaced_where_it_stands(sign_in, screenshots, tmp_path):
    page = sign_in("publisher", at=MANY)
    page.locator("#id_files").set_input_files([photograph("before.jpg")])
    with page.expect_navigation():
        page.locator(".many__item--stored a").first.click()
    before = page.locator("[data-focus] img").get_attribute("src")
    address = page.url
    with page.expect_navigation():
        page.get_by_role("link", name="Replace the picture").click()
    file = Path(tmp_path / "after.jpg")
    file.write_bytes(photograph("after.jpg")["buffer"])
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Replace").click()
    page.wait_for_url(address)
    after = page.locator("[data-focus] img").get_attribute("src")
    assert after.rsplit("/", 2)[1] != before.rsplit("/", 2)[1]
    assert page.locator("[data-focus] img").evaluate("image => image.decode().then(() => image.naturalWidth)")


def test_the_focal_point_moves_by_click_and_by_key(sign_in):
    page = sign_in("editor", at=MANY)
    page.locator("#id_files").set_input_files([photograph("focus.jpg")])
    with page.expect_navigation():
        page.locator(".many__item--stored a").first.click()
    picture = page.locator("[data-focus] img")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    assert page.locator("#id_focal_x").input_value() == "0.25"
    mark = page.get_by_role("button", name="Focal point")
    mark.press("ArrowRight")
    mark.press("Shift+ArrowUp")
    assert page.locator("#id_focal_x").input_value() == "0.26"
    assert page.locator("#id_focal_y").input_value() == "0.65"
    with page.expect_navigation():
        page.locator("[name=_continue]").click()
    assert page.locator("#id_focal_x").input_value() == "0.26"


# Galleries


@pytest.fixture
def gallery(sign_in):
    """The form of a new article, with three pictures of the library in its gallery; and their names in order."""

    def open_one(**options):
        # The editors come late, and move what stands below them.
        page = edited(sign_in("editor", at="/admin/articles/article/add/", **options))
        page.locator("#pictures-group [data-add-many]").click()
        dialog = page.locator("dialog.picker")
        names = []
        for place in range(3):
            card = dialog.locator(".picker__card").nth(place)
            names.append(card.inner_text().strip())
            card.click()
        dialog.locator("[data-add]").click()
        dialog.wait_for(state="detached")
        return page, names

    return open_one


ORDER = """() => [...document.querySelectorAll("#pictures-group .inline-related:not(.empty-form)")].map(row => [
    row.querySelector("select[data-library]").selectedOptions[0].text, row.querySelector("[data-order]").value])"""


def shown(page):
    return [tuple(one) for one in page.evaluate(ORDER)]


def numbered(*names):
    return [(name, str(place)) for place, name in enumerate(names, start=1)]


def row(page, place):
    return page.locator("#pictures-group .inline-related:not(.empty-form)").nth(place)


def test_pictures_are_added_at_once_and_seen(gallery, screenshots):
    page, names = gallery()
    assert shown(page) == numbered(*names)
    expect(page.locator("#pictures-group .chosen__picture:visible")).to_have_count(3)
    page.locator("#pictures-group").screenshot(path=screenshots / "media-gallery.png")


def test_rows_are_moved_by_keyboard(gallery):
    page, (one, two, three) = gallery()
    row(page, 0).get_by_role("button", name="Move down").press("Enter")
    assert shown(page) == numbered(two, one, three)
    assert page.evaluate("document.activeElement.ariaLabel") == "Move down"
    row(page, 2).locator("[data-handle]").press("ArrowUp")
    assert shown(page) == numbered(two, three, one)
    assert page.locator("#pictures-group [role=status]").inner_text() == "Now 2 of 3."


def test_rows_are_dragged_by_mouse_and_given_up_by_escape(gallery):
    page, (one, two, three) = gallery()
    handle = row(page, 0).locator("[data-handle]")
    handle.scroll_into_view_if_needed()
    start = handle.bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    for _step in range(4):
        last = row(page, 1).bounding_box()
        page.mouse.move(start["x"] + 5, last["y"] + last["height"] * 0.7, steps=4)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert shown(page) == numbered(one, two, three)
    handle.scroll_into_view_if_needed()
    start = handle.bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    target = row(page, 1).bounding_box()
    page.mouse.move(start["x"] + 5, target["y"] + target["height"] * 0.8, steps=8)
    page.mouse.up()
    assert shown(page) == numbered(two, one, three)


def test_rows_are_dragged_by_a_finger(gallery):
    page, (one, two, three) = gallery(has_touch=True)
    handle = row(page, 2).locator("[data-handle]")
    handle.scroll_into_view_if_needed()
    start, target = handle.bounding_box(), row(page, 1).bounding_box()
    touch = page.context.new_cdp_session(page)

    def send(kind, y):
        points = [] if kind == "touchEnd" else [{"x": start["x"] + 8, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    begin, end = start["y"] + 8, target["y"] + 20
    send("touchStart", begin)
    for step in range(1, 9):
        send("touchMove", begin + (end - begin) * step / 8)
    send("touchEnd", end)
    assert shown(page) == numbered(one, three, two)


def test_the_order_is_kept_when_a_row_goes_and_after_saving(gallery):
    page, (one, two, three) = gallery()
    page.locator("#id_column").select_option(index=1)
    page.locator("#id_headline_en").fill(f"A gallery {random.randrange(1 << 30)}")
    row(page, 2).locator("[data-handle]").press("ArrowUp")
    row(page, 1).locator("[data-handle]").press("ArrowUp")
    page.locator("[name=_continue]").click()
    page.wait_for_url("**/change/")
    assert shown(page) == numbered(three, one, two)
    page.locator("#pictures-group .add-row a").click()
    row(page, 3).locator("[data-handle]").press("ArrowUp")
    row(page, 2).locator(".inline-deletelink").click()
    assert shown(page) == numbered(three, one, two)
    row(page, 0).locator("[data-handle]").press("ArrowDown")
    # The message of the first save looks the same: only the load tells the two pages apart.
    with page.expect_navigation():
        page.locator("[name=_continue]").click()
    assert shown(page) == numbered(one, three, two)


def test_an_added_row_that_stays_empty_is_no_mistake(gallery):
    page, names = gallery()
    page.locator("#id_column").select_option(index=1)
    page.locator("#id_headline_en").fill(f"A gallery {random.randrange(1 << 30)}")
    page.locator("#pictures-group .add-row a").click()
    page.locator("[name=_continue]").click()
    page.wait_for_url("**/change/")
    assert shown(page) == numbered(*names)
