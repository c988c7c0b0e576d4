"""Chains: who stands at which link, where one is missing, and what is on offer there."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from bilingual.periods import Period
from enterprises.directory import following
from evidence.models import Source
from tests.factories import (
    make_chain_link,
    make_chain_place,
    make_enterprise,
    make_industry,
    make_opportunity,
)

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


@pytest.fixture(autouse=True)
def fresh_shelf():
    following.forget()


@pytest.fixture
def industry(db):
    return make_industry(slug="chips", name_en="Chips", name_zh_hans="芯片")


def page(visitor, language="en", slug="chips", query=""):
    return visitor.get(f"/{language}/industries/{slug}/chain/{query}")


@BOTH
def test_a_chain_shows_its_steps_in_order_with_who_stands_there(visitor, industry, language):
    make_chain_link(industry, key="test", step="down", name_en="Testing", name_zh_hans="测试", position=3)
    design = make_chain_link(industry, key="design", step="up", name_en="Design", name_zh_hans="设计")
    firm = make_enterprise(short_name_en="Acme", short_name_zh_hans="顶点")
    make_chain_place(firm, design)
    context = page(visitor, language).context
    assert [step.key for step in context["steps"]] == ["up", "down"]
    shown = context["steps"][0].links[0]
    assert (shown.total, shown.enterprises) == (1, [firm])


def test_who_is_not_live_in_this_language_is_neither_named_nor_counted(visitor, industry):
    link = make_chain_link(industry, name_en="Design", name_zh_hans="设计")
    make_chain_place(make_enterprise(languages=["zh-hans"], short_name_en="Hidden"), link)
    response = page(visitor)
    assert response.context["steps"][0].links[0].total == 0
    assert "Hidden" not in response.content.decode()


def test_a_link_with_many_names_the_first_and_leads_to_all(visitor, industry):
    link = make_chain_link(industry, key="design")
    for _ in range(8):
        make_chain_place(make_enterprise(), link)
    shown = page(visitor).context["steps"][0].links[0]
    assert (shown.total, len(shown.enterprises)) == (8, 6)
    found = visitor.get(shown.directory)
    assert found.context["page"].total == 8


def test_a_gap_shows_the_opportunity_that_answers_it(visitor, industry):
    gap = make_chain_link(industry, standing="gap")
    make_opportunity(chain_link=gap, name_en="Hall to let", is_sample=True)
    make_opportunity(chain_link=gap, name_en="Closed hall", status="closed")
    make_opportunity(
        chain_link=gap, name_en="Late hall", valid_until=timezone.localdate() - timedelta(days=1)
    )
    make_opportunity(languages=["zh-hans"], chain_link=gap, name_en="Hidden hall")
    response = page(visitor)
    assert [one.name for one in response.context["steps"][0].links[0].opportunities] == ["Hall to let"]
    text = response.content.decode()
    assert "Gap in the chain" in text and "Sample" in text


def test_a_sample_gap_is_said_to_be_a_sample(visitor, industry):
    make_chain_link(industry, standing="gap", is_sample=True)
    assert "Some gaps are samples" in page(visitor).content.decode()


def test_a_sourced_gap_needs_no_such_notice(visitor, industry):
    make_chain_link(industry, standing="gap")
    assert "Some gaps are samples" not in page(visitor).content.decode()


def test_the_opportunity_leads_back_to_the_gap(visitor, industry):
    gap = make_chain_link(industry, key="test", name_en="Testing", standing="gap")
    opportunity = make_opportunity(chain_link=gap)
    text = visitor.get(f"/en/investing/opportunities/{opportunity.slug}/").content.decode()
    assert 'href="/en/industries/chips/chain/#test"' in text and "Chips: Testing" in text


def test_an_opportunity_outlives_the_link_that_it_answered(industry):
    gap = make_chain_link(industry)
    opportunity = make_opportunity(chain_link=gap)
    gap.delete()
    opportunity.refresh_from_db()
    assert opportunity.chain_link is None


def test_an_industry_without_links_has_no_chain(visitor, industry):
    assert page(visitor).status_code == 404
    assert "industries/chips/chain" not in visitor.get("/en/industries/chips/").content.decode()


def test_an_industry_shows_its_chain_small(visitor, industry):
    make_chain_link(industry, key="design", name_en="Design")
    text = visitor.get("/en/industries/chips/").content.decode()
    assert 'href="/en/industries/chips/chain/#design"' in text
    assert 'href="/en/industries/chips/chain/"' in visitor.get("/en/industries/").content.decode()


def test_a_link_without_words_in_this_language_is_left_out(visitor, industry):
    make_chain_link(industry, name_en="Design", name_zh_hans="设计")
    make_chain_link(industry, name_en="", name_zh_hans="测试")
    assert len(page(visitor).context["steps"][0].links) == 1
    assert len(page(visitor, "zh-hans").context["steps"][0].links) == 2


@pytest.mark.parametrize("number", [1, 4])
def test_a_chain_takes_few_queries_however_long_it_is(
    visitor, industry, number, django_assert_max_num_queries
):
    for _ in range(number):
        link = make_chain_link(industry)
        for _ in range(number):
            make_chain_place(make_enterprise(), link)
        make_opportunity(chain_link=link)
    page(visitor)
    following.forget()
    with django_assert_max_num_queries(8):
        page(visitor)


def test_the_facet_finds_who_stands_at_a_link_or_in_a_chain(visitor, industry):
    design, test = make_chain_link(industry, key="design"), make_chain_link(industry, key="test")
    first, second = make_enterprise(), make_enterprise()
    make_enterprise()
    make_chain_place(first, design)
    make_chain_place(second, test)
    at_design = visitor.get("/en/enterprises/?chain=chips.design").context["page"]
    in_chain = visitor.get("/en/enterprises/?chain=chips").context["page"]
    assert at_design.items == [first]
    assert {one.pk for one in in_chain.items} == {first.pk, second.pk}


def test_the_facet_says_what_it_does_not_know(visitor, industry):
    response = visitor.get("/en/enterprises/?chain=chips.nothing")
    assert response.status_code == 200 and "chain=chips.nothing" in response.context["ignored"]


def test_the_facet_follows_a_place_that_is_taken_away(visitor, industry):
    place = make_chain_place(make_enterprise(), make_chain_link(industry, key="design"))
    assert visitor.get("/en/enterprises/?chain=chips.design").context["page"].total == 1
    place.delete()
    assert visitor.get("/en/enterprises/?chain=chips.design").context["page"].total == 0


@BOTH
def test_a_profile_shows_the_place_in_the_chain_with_its_source(visitor, industry, language):
    source = Source.objects.create(key="paper", kind="press", name_en="Daily paper", name_zh_hans="日报")
    link = make_chain_link(industry, key="design", name_en="Design", name_zh_hans="设计", step="up")
    firm = make_enterprise()
    make_chain_place(firm, link, source=source, as_of=Period.parse("2021-08"))
    text = visitor.get(f"/{language}/enterprises/{firm.slug}/").content.decode()
    assert f'href="/{language}/industries/chips/chain/#design"' in text
    assert {"en": "Daily paper", "zh-hans": "日报"}[language] in text


def test_a_file_of_the_directory_tells_places_and_ties(visitor, industry):
    link = make_chain_link(industry, name_en="Design")
    make_chain_place(make_enterprise(), link)
    rows = json.loads(b"".join(visitor.get("/en/enterprises/export.json")))["enterprises"]
    assert rows[0]["chain"] == ["Chips: Design"] and "ties" in rows[0]


def test_a_chain_is_exported_with_its_empty_links(visitor, industry):
    design = make_chain_link(industry, name_en="Design", step="up")
    make_chain_link(industry, name_en="Testing", step="down", standing="gap", is_sample=True)
    make_chain_place(make_enterprise(short_name_en="Acme"), design)
    rows = json.loads(b"".join(visitor.get("/en/industries/chips/chain.json")))["links"]
    assert [(row["link"], row["enterprise"], row["standing"], row["sample"]) for row in rows] == [
        ("Design", "Acme", "Present", "No"),
        ("Testing", "", "Gap", "Yes"),
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_chain_is_exported_as_a_table(visitor, industry, kind):
    make_chain_place(make_enterprise(short_name_en="=cmd()"), make_chain_link(industry))
    response = visitor.get(f"/en/industries/chips/chain.{kind}")
    content = b"".join(response)
    assert response["X-Robots-Tag"] == "noindex" and f".{kind}" in response["Content-Disposition"]
    if kind == "csv":
        assert b",=cmd" not in content and b"=cmd()" in content


def test_a_format_that_nobody_knows_is_not_found(visitor, industry):
    make_chain_link(industry)
    assert visitor.get("/en/industries/chips/chain.pdf").status_code == 404


def test_the_sitemap_names_a_chain_in_the_languages_it_speaks(visitor, industry):
    make_chain_link(industry, name_en="", name_zh_hans="设计")
    make_industry(slug="no-chain")
    text = visitor.get("/sitemap-chains.xml").content.decode()
    assert "/zh-hans/industries/chips/chain/" in text
    assert "/en/industries/chips/chain/" not in text and "no-chain" not in text
