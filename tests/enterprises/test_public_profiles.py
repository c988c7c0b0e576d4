"""The profile of an enterprise, with three facts and with thirty."""

import json
import re
from datetime import date, datetime

import pytest

from bilingual.periods import Period
from enterprises.models import Batch, Enterprise, EnterpriseName, Facility, Metric, Product
from evidence.models import Source
from investment.models import Milestone
from tests.effort import queries_of
from tests.factories import (
    BEIJING,
    make_article,
    make_award,
    make_chain_link,
    make_chain_place,
    make_enterprise,
    make_event,
    make_industry,
    make_level,
    make_park,
    make_project,
    make_scheme,
    make_tie,
)

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def read(visitor, record, language="en"):
    answer = visitor.get(f"/{language}/enterprises/{record.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def titles(answer):
    return [entry.title for entry in answer.context["timeline"]]


@BOTH
def test_a_profile_with_three_facts_reads_well(visitor, language):
    enterprise = make_enterprise(
        languages=[language], short_name_en="Acme", short_name_zh_hans="顶点", activity_en="Robots"
    )
    page = read(visitor, enterprise, language)
    assert page.count("<h1") == 1
    assert "Acme" in page and "顶点" in page
    for empty in ('id="timeline"', 'id="facilities"', 'id="evidence"', 'id="news"', 'id="products"'):
        assert empty not in page


def test_both_scripts_stand_at_the_top_each_with_its_language(visitor):
    enterprise = make_enterprise(short_name_en="Acme", short_name_zh_hans="顶点")
    assert '<p class="page-head__other" lang="zh-Hans">顶点</p>' in read(visitor, enterprise)
    assert '<p class="page-head__other" lang="en">Acme</p>' in read(visitor, enterprise, "zh-hans")


def test_the_missing_edition_says_so_and_offers_the_other(visitor):
    enterprise = make_enterprise(languages=["zh-hans"])
    answer = visitor.get(f"/en/enterprises/{enterprise.slug}/")
    assert answer.status_code == 404
    assert f"/zh-hans/enterprises/{enterprise.slug}/" in answer.content.decode()


@BOTH
def test_a_draft_is_not_found(visitor, language):
    enterprise = make_enterprise(languages=[])
    assert visitor.get(f"/{language}/enterprises/{enterprise.slug}/").status_code == 404


def test_only_editions_that_are_live_are_linked_as_alternates(visitor):
    assert "hreflang" in read(visitor, make_enterprise()).partition("</head>")[0]
    assert (
        'rel="alternate" hreflang'
        not in read(visitor, make_enterprise(languages=["en"])).partition("</head>")[0]
    )


def test_a_candidate_is_not_called_a_holder(visitor):
    level = make_level(make_scheme(name_en="Lighthouse list"), name_en="Lighthouse")
    enterprise = make_award(status="candidate", level=level, awarded=Period.parse("2021-08")).enterprise
    answer = visitor.get(f"/en/enterprises/{enterprise.slug}/")
    assert "badge--candidate" in answer.content.decode()
    assert "badge--awarded" not in answer.content.decode()
    assert titles(answer) == ["Named as a candidate: Lighthouse"]


def test_a_lapsed_award_says_so_on_badge_and_river(visitor):
    level = make_level(name_en="Little giant")
    award = make_award(level=level, awarded=Period.parse("2019"), valid_until=date(2022, 6, 30))
    answer = visitor.get(f"/en/enterprises/{award.enterprise.slug}/")
    page = answer.content.decode()
    assert "badge--lapsed" in page and "until 2022" in page
    assert titles(answer) == ["Designated: Little giant", "Designation lapsed: Little giant"]


def test_every_figure_has_its_date_and_source(visitor):
    enterprise = make_enterprise()
    source = Source.objects.create(
        key="s", kind="press", name_en="Daily paper", dated_on=Period.parse("2021-07-06")
    )
    Metric.objects.create(
        enterprise=enterprise, measure="robots", value=1000, unit="robots", comparator="over",
        as_of=Period.parse("2021-06-30"), source=source,
    )  # fmt: skip
    page = re.sub(r"<[^>]+>|\s+", " ", read(visitor, enterprise))
    assert "over 1,000 robots" in page
    assert "As of June 30, 2021." in page
    assert "Daily paper, July 6, 2021" in page


def test_a_figure_of_a_facility_stands_with_the_facility(visitor):
    enterprise = make_enterprise()
    plant = Facility.objects.create(
        enterprise=enterprise, name_en="North plant", park=make_park(name_en="North")
    )
    Metric.objects.create(enterprise=enterprise, facility=plant, measure="land", value=30, unit="mu")
    Metric.objects.create(enterprise=enterprise, measure="sales", value=10**8, unit="yuan")
    context = visitor.get(f"/en/enterprises/{enterprise.slug}/").context
    assert [line.value for line in context["figures"]] == ["100 million yuan"]
    assert [line.value for line in context["sites"][0].lines] == ["30 mu (2 hectares)"]


def test_a_former_name_is_told_with_the_present_one(visitor):
    enterprise = make_enterprise(short_name_en="Seres")
    EnterpriseName.objects.create(
        enterprise=enterprise, kind="former", name_en="Xiaokang", used_until=Period.parse("2022-07-27")
    )
    page = read(visitor, enterprise)
    assert "then Xiaokang, now Seres" in page
    assert "Used until July 27, 2022." in page


def test_the_river_runs_from_the_founding_to_the_news(visitor):
    enterprise = make_enterprise(founded=Period.parse("1986"), short_name_en="Acme")
    EnterpriseName.objects.create(
        enterprise=enterprise, kind="former", name_en="Old", used_until=Period.parse("2022")
    )
    Facility.objects.create(enterprise=enterprise, name_en="Plant", opened=Period.parse("2019-09-26"))
    make_award(enterprise, level=make_level(name_en="Giant"), awarded=Period.parse("2021"))
    project, event = make_project(name_en="Base"), make_event(name_en="Forum", starts_on=date(2020, 5, 4))
    project.enterprises.add(enterprise)
    Milestone.objects.create(project=project, stage="signed", on=Period.parse("2020-01-01"))
    event.enterprises.add(enterprise)
    make_article(headline_en="Told again", dated_at=datetime(2023, 1, 1, tzinfo=BEIJING)).enterprises.add(
        enterprise
    )
    assert titles(visitor.get(f"/en/enterprises/{enterprise.slug}/")) == [
        "Acme founded",
        "Plant opened",
        "Base: signed",
        "Forum",
        "Designated: Giant",
        "Renamed: formerly Old, now Acme",
        "Told again",
    ]


def test_nothing_unpublished_is_told_by_the_way(visitor):
    enterprise = make_enterprise(parent=make_enterprise(languages=[], short_name_en="Hidden parent"))
    enterprise.industries.add(make_industry(languages=["zh-hans"], name_en="Hidden industry"))
    make_tie(enterprise, make_enterprise(languages=[], short_name_en="Hidden partner"))
    make_tie(make_enterprise(languages=["zh-hans"], short_name_en="Hidden supplier"), enterprise)
    make_chain_place(enterprise, make_chain_link(make_industry(languages=[]), name_en="Hidden link"))
    Facility.objects.create(
        enterprise=enterprise, name_en="Plant", park=make_park(languages=[], name_en="Hidden park")
    )
    make_award(enterprise, level=make_level(make_scheme(languages=[]), name_en="Hidden level"))
    make_project(languages=[], name_en="Hidden project").enterprises.add(enterprise)
    make_event(languages=["zh-hans"], name_en="Hidden event").enterprises.add(enterprise)
    make_article(languages=["zh-hans"], headline_en="Hidden news").enterprises.add(enterprise)
    assert "Hidden" not in read(visitor, enterprise)
    assert "Hidden" not in visitor.get("/en/enterprises/").content.decode()


def test_a_contact_is_shown_only_with_the_consent_of_the_enterprise(visitor):
    silent = make_enterprise(public_contact_en="Front desk")
    agreed = make_enterprise(public_contact_en="Front desk", has_consented=True)
    assert "Front desk" not in read(visitor, silent)
    assert "Front desk" in read(visitor, agreed)


def test_every_source_is_listed_once_as_evidence(visitor):
    enterprise = make_enterprise()
    source = Source.objects.create(key="s", kind="press", name_en="Daily paper")
    enterprise.sources.add(source)
    Product.objects.create(enterprise=enterprise, name_en="Arm", source=source)
    Metric.objects.create(enterprise=enterprise, measure="lines", value=3, unit="lines", source=source)
    assert visitor.get(f"/en/enterprises/{enterprise.slug}/").context["evidence"] == [source]


def test_structured_data_names_every_name_and_only_held_awards(visitor):
    enterprise = make_enterprise(
        short_name_en="Acme", short_name_zh_hans="顶点", founded=Period.parse("1986")
    )
    EnterpriseName.objects.create(enterprise=enterprise, kind="former", name_en="Old Acme")
    make_award(enterprise, level=make_level(name_en="Giant"))
    make_award(enterprise, level=make_level(name_en="Hoped for"), status="candidate")
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', read(visitor, enterprise))
    organization, crumbs = json.loads(script[1])
    assert organization["@type"] == "Organization" and crumbs["@type"] == "BreadcrumbList"
    assert {"顶点", "Old Acme"} <= set(organization["alternateName"])
    assert organization["award"] == ["Giant"]
    assert organization["foundingDate"] == "1986"


def fill(enterprise, number):
    """Some of everything that a profile can show."""
    source = Source.objects.create(key=f"source-{Source.objects.count()}", kind="press", name_en="Paper")
    enterprise.sources.add(source)
    for _ in range(number):
        enterprise.names.create(kind="alias", name_en="Alias", name_zh_hans="别名", source=source)
        enterprise.listings.create(exchange="SZ", code="000625")
        enterprise.industries.add(make_industry())
        make_tie(enterprise, make_enterprise(), source=source)
        make_tie(make_enterprise(), enterprise)
        make_chain_place(enterprise, source=source)
        plant = Facility.objects.create(
            enterprise=enterprise, name_en="Plant", name_zh_hans="工厂", park=make_park(), source=source
        )
        Metric.objects.create(
            enterprise=enterprise, facility=plant, measure="lines", value=3, unit="lines", source=source
        )
        Product.objects.create(enterprise=enterprise, name_en="Arm", name_zh_hans="机械臂", source=source)
        level = make_level()
        batch = Batch.objects.create(scheme=level.scheme, key="one")
        make_award(
            enterprise, level=level, batch=batch, facility=plant, source=source, awarded=Period.parse("2021")
        )
        project = make_project(source=source, park=make_park(), event=make_event())
        project.enterprises.add(enterprise)
        project.investors.create(enterprise=enterprise, name_en="Investor")
        project.outputs.create(label_en="Output", value=1, unit="chips", source=source)
        Milestone.objects.create(project=project, stage="signed", on=Period.parse("2021"), source=source)
        make_event().enterprises.add(enterprise)
        make_article().enterprises.add(enterprise)


@BOTH
def test_a_profile_costs_the_same_for_three_rows_and_for_thirty(visitor, language):
    enterprise = make_enterprise()
    address = f"/{language}/enterprises/{enterprise.slug}/"
    fill(enterprise, 3)
    few = queries_of(visitor, address)
    fill(enterprise, 27)
    many = queries_of(visitor, address)
    assert Enterprise.objects.get(pk=enterprise.pk).facilities.count() == 30
    assert few == many <= 8
