"""The form as visitors meet it."""

import pytest

from inquiries.models import Inquiry
from tests.factories import make_enterprise, make_industry

BOTH = pytest.mark.parametrize("page", ["en", "zh-hans"])


def opened(visitor, page="en", query=""):
    return visitor.get(f"/{page}/inquiries/new/{query}").content.decode()


def test_a_link_names_the_enterprise_and_the_topic(visitor):
    enterprise = make_enterprise()
    text = opened(visitor, query=f"?enterprise={enterprise.slug}&topic=partner")
    assert f'name="enterprise" value="{enterprise.slug}"' in text
    assert enterprise.short_name_en in text
    assert 'value="partner" id="id_topic_3" required checked' in text


@pytest.mark.parametrize(
    "query",
    [
        "?enterprise=nobody",
        "?enterprise=%00",
        "?topic=%00",
        "?topic=nothing",
        "?industry=x%27",
        "?enterprise=" + "a" * 5000,
    ],
)
def test_a_link_that_names_nothing_opens_an_empty_form(visitor, query):
    answer = visitor.get(f"/en/inquiries/new/{query}")
    assert answer.status_code == 200
    assert 'name="enterprise"' not in answer.content.decode()


def test_an_enterprise_that_is_not_public_yet_is_not_named(visitor):
    enterprise = make_enterprise(languages=["zh-hans"])
    assert 'name="enterprise"' not in opened(visitor, query=f"?enterprise={enterprise.slug}")


@BOTH
def test_industries_are_named_in_the_language_of_the_page(visitor, page):
    industry, draft = make_industry(), make_industry(languages=[])
    text = opened(visitor, page)
    assert getattr(industry, f"name_{page.replace('-', '_')}") in text
    assert draft.slug not in text


@pytest.mark.parametrize(
    ("page", "named", "first"),
    [("en", "Taiwan, China", "China"), ("zh-hans", "中国台湾", "中国")],
)
def test_countries_and_regions_are_named_as_on_a_site_of_china(visitor, page, named, first):
    text = opened(visitor, page)
    options = text.partition('name="country_or_region"')[2].partition("</select>")[0]
    assert f">{named}</option>" in options
    assert options.index(f">{first}</option>") < options.index('value="AD"')


@BOTH
def test_the_answer_is_asked_for_in_the_language_of_the_page(visitor, page):
    assert f'name="language" value="{page}"' in opened(visitor, page)
    checked = opened(visitor, page).partition(f'name="language" value="{page}"')[2].partition(">")[0]
    assert "checked" in checked


@BOTH
def test_the_notice_stands_before_the_button_and_leads_to_the_privacy_policy(visitor, page):
    text = opened(visitor, page)
    notice, button = text.index('id="notice"'), text.index('type="submit"', text.index('id="notice"'))
    assert f"/{page}/about/privacy/" in text[notice:button]


def test_opening_the_form_stores_nothing(visitor):
    opened(visitor)
    assert Inquiry.objects.count() == 0
