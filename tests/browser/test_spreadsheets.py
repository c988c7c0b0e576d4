"""The whole way of a file: out of the list, changed in a program, looked at, written, waiting as drafts."""

import pytest
from openpyxl import load_workbook

LIST = "/admin/enterprises/enterprise/"


def columns(page) -> dict[str, int]:
    return {cell.value: cell.column for cell in page[1]}


def downloaded(page, folder):
    with page.expect_download() as download:
        page.locator("#content-main button.default").click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def looked_at(page, file) -> None:
    page.goto(f"{LIST}import/")
    page.set_input_files("input[name=file]", file)
    with page.expect_navigation():
        page.locator("#content-main button.default").click()
    page.locator(".dry__tallies").wait_for()


def tally(page, state: str) -> str:
    return page.locator(f".dry__tally--{state} b").inner_text()


def test_a_file_goes_out_is_changed_and_comes_back_as_drafts(sign_in, tmp_path):
    page = sign_in("editor", at=f"{LIST}?ownership__exact=private")
    shown = page.locator("#result_list tbody tr").count()
    with page.expect_navigation():
        page.locator(".object-tools").get_by_role("link", name="Export").click()
    file = downloaded(page, tmp_path)
    book = load_workbook(file)
    firms = book["enterprises"]
    assert firms.max_row == shown + 2

    looked_at(page, file)
    assert (tally(page, "unchanged"), tally(page, "changed")) == (str(shown), "0")
    assert page.locator("button[name=confirm]").count() == 0

    head = columns(firms)
    slug = firms.cell(3, head["slug"]).value
    firms.cell(3, head["markets_en"]).value = "=Europe"
    firms.cell(3, head["markets_zh_hans"]).value = "欧洲市场"
    firms.cell(4, head["ownership"]).value = "nobody knows"
    book.save(file)
    looked_at(page, file)
    # A formula that was never calculated is an error, and so is a word that is not in the vocabulary.
    assert (tally(page, "changed"), tally(page, "faulty")) == ("0", "2")

    firms.cell(3, head["markets_en"]).value = "Europe and Asia"
    book.save(file)
    looked_at(page, file)
    assert (tally(page, "changed"), tally(page, "faulty")) == ("1", "1")
    record = page.locator(".dry__record--changed")
    assert "欧洲市场" in record.inner_text()
    assert slug in record.inner_text() or record.locator("a").count()
    page.locator("button[name=confirm]").click()
    page.locator(".dry__done").wait_for()
    page.locator(".dry__record--changed .dry__name a").click()
    assert page.locator("[name=markets_zh_hans]").input_value() == "欧洲市场"
    assert page.locator("[name=markets_en]").input_value() == "Europe and Asia"
    assert "欧洲市场" not in page.request.get(f"/zh-hans/enterprises/{slug}/").text()

    looked_at(page, file)
    assert (tally(page, "changed"), tally(page, "faulty")) == ("0", "1")


def test_a_text_file_of_a_chinese_program_is_read(sign_in, tmp_path):
    page = sign_in("editor")
    file = tmp_path / "新企业.csv"
    file.write_bytes("slug;short_name_zh_hans;founded\n;江畔机器人;2021年8月\n".encode("gb18030"))
    looked_at(page, file)
    assert tally(page, "new") == "1"
    assert "GB18030" in page.locator(".dry__notices").inner_text()
    page.locator("button[name=discard]").click()
    page.locator("input[name=file]").wait_for()


@pytest.mark.parametrize(("width", "locale"), [(390, "zh-CN"), (390, "en-GB"), (1280, "zh-CN")])
def test_the_pages_of_files_are_readable_at_every_width(sign_in, screenshots, tmp_path, width, locale):
    page = sign_in("publisher", locale=locale)
    page.set_viewport_size({"width": width, "height": 900})
    file = tmp_path / "file.csv"
    file.write_text("slug,origin,website\nhuawei,DE,https://example.org/\nboe,CHINA,not a link\n")
    for name, go in (
        ("export", lambda: page.goto(f"{LIST}export/")),
        ("import", lambda: page.goto(f"{LIST}import/")),
        ("check", lambda: looked_at(page, file)),
    ):
        go()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        page.screenshot(path=screenshots / f"files-{name}-{locale}-{width}.png", full_page=True)
