"""Pictures as a browser chooses them."""

#: Width of each picture as its ``sizes`` promise it, beside the width that the page gives it; once all have come.
WIDTHS = """async () => {
    const all = [...document.querySelectorAll("main picture img")];
    await Promise.all(all.map((image) => ((image.loading = "eager"), image.decode())));
    return all.filter((image) => image.clientWidth > 200).map((image) => [image.naturalWidth, image.clientWidth]);
}"""


def test_no_picture_is_drawn_larger_than_its_place_promises(open_page):
    page = open_page(viewport={"width": 1440, "height": 1000})
    for path in (
        "enterprises/sany-heavy-machinery-chongqing/",
        "parks/longxing/",
        "industries/integrated-circuits/",
    ):
        page.goto(f"/en/{path}")
        widths = page.evaluate(WIDTHS)
        assert widths and all(promised >= drawn * 0.95 for promised, drawn in widths), path
