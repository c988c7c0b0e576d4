import pytest


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_staff_see_every_component_in_the_style_guide(log_in, language):
    page = log_in("editor").get(f"/{language}/styleguide/")
    assert page.status_code == 200
    for component in (
        "card--lead",
        "badge--candidate",
        "stage-bar",
        "timeline",
        "figure-band",
        "quote",
        "pagination",
    ):
        assert component in page.content.decode()


def test_a_visitor_is_sent_to_the_login(visitor):
    assert visitor.get("/en/styleguide/").status_code == 302
