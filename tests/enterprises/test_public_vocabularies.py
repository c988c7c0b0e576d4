"""Industries, parks and designations as visitors read them."""

import pytest

from bilingual.periods import Period
from enterprises.models import Batch, Facility, Park
from tests.effort import queries_of
from tests.factories import (
    make_article,
    make_award,
    make_enterprise,
    make_industry,
    make_level,
    make_park,
    make_project,
    make_scheme,
)

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])
KINDS = pytest.mark.parametrize(
    ("make", "path", "name"),
    [
        (make_industry, "industries", "name"),
        (make_park, "parks", "name"),
        (make_scheme, "designations", "name"),
    ],
)


@BOTH
@KINDS
def test_lists_and_pages_show_what_is_live_in_their_language(visitor, make, path, name, language):
    other = {"en": "zh-hans", "zh-hans": "en"}[language]
    shown, missing, draft = make(), make(languages=[other]), make(languages=[])
    listed = visitor.get(f"/{language}/{path}/").content.decode()
    assert f"/{language}/{path}/{shown.slug}/" in listed
    assert missing.slug not in listed and draft.slug not in listed
    answers = [visitor.get(f"/{language}/{path}/{one.slug}/") for one in (shown, missing, draft)]
    assert [answer.status_code for answer in answers] == [200, 404, 404]
    assert f"/{other}/{path}/{missing.slug}/" in answers[1].content.decode()


@BOTH
@pytest.mark.parametrize("path", ["industries", "parks", "designations", "about/development-zones"])
def test_an_empty_list_offers_a_way_on(visitor, path, language):
    page = visitor.get(f"/{language}/{path}/").content.decode()
    assert f'href="/{language}/enterprises/"' in page


def test_quarters_stand_by_kind(visitor):
    make_park(kind="business", name_en="Point"), make_park(kind="zone"), make_park(kind="zone")
    groups = visitor.get("/en/about/development-zones/").context["groups"]
    assert [(kind, len(parks)) for kind, parks in groups] == [
        ("Development zones", 2),
        ("Business districts", 1),
    ]


def test_no_kind_of_park_is_left_out(visitor):
    for kind in Park.Kind:
        make_park(kind=kind)
    assert len(visitor.get("/en/parks/").context["rows"]) == len(Park.Kind)


def test_development_zones_are_the_quarters_only(visitor):
    for kind in Park.Kind:
        make_park(kind=kind, name_en=f"Kind {kind}")
    parks = [
        park.kind
        for _, parks in visitor.get("/en/about/development-zones/").context["groups"]
        for park in parks
    ]
    assert parks == ["zone", "business", "exhibition"]


def test_a_park_names_its_former_name_and_who_stands_there(visitor):
    park = make_park(name_en="Lijia Smart Park")
    park.names.create(name_en="Intelligent Park", used_in=Period.parse("2019"))
    resident = make_enterprise(short_name_en="Resident")
    Facility.objects.create(enterprise=resident, park=park, name_en="Its plant")
    Facility.objects.create(enterprise=resident, park=make_park(), name_en="Plant elsewhere")
    Facility.objects.create(enterprise=make_enterprise(languages=[], short_name_en="Draft"), park=park)
    page = visitor.get(f"/en/parks/{park.slug}/").content.decode()
    assert "then Intelligent Park, now Lijia Smart Park" in page
    assert "Resident" in page and "Its plant" in page
    assert "Plant elsewhere" not in page and "Draft" not in page


def test_an_industry_gathers_enterprises_projects_parks_and_news(visitor):
    industry = make_industry()
    park, draft = make_park(name_en="Its park"), make_park(name_en="Hidden park", languages=[])
    for one in (park, draft):
        one.industries.add(industry)
    make_enterprise(short_name_en="Its firm").industries.add(industry)
    make_project(name_en="Its project").industries.add(industry)
    make_article(headline_en="Its news").industries.add(industry)
    industry.codes.create(taxonomy="gbt4754", code="3970", label_en="Electronic devices")
    page = visitor.get(f"/en/industries/{industry.slug}/").content.decode()
    for words in ("Its park", "Its firm", "Its project", "Its news", "3970"):
        assert words in page
    assert "Hidden" not in page


def fill_park(park):
    Facility.objects.create(enterprise=make_award().enterprise, park=park, name_en="Plant", name_zh_hans="厂")
    park.names.create(name_en="Old", name_zh_hans="旧")
    park.facts.create(label_en="Area", label_zh_hans="面积", value=1, unit="sq_km")
    park.industries.add(make_industry())
    make_park(parent=park)
    make_project(park=park).investors.create(name_en="Investor")
    make_article().parks.add(park)


def fill_industry(industry):
    make_award().enterprise.industries.add(industry)
    make_park().industries.add(industry)
    make_project(park=make_park()).industries.add(industry)
    make_article().industries.add(industry)
    make_industry(parent=industry)
    industry.codes.create(taxonomy="isic", code="26")


def fill_scheme(scheme):
    level = make_level(scheme)
    make_award(
        level=level, batch=Batch.objects.create(scheme=scheme, key=level.key, name_en="B", name_zh_hans="批")
    )


@BOTH
@pytest.mark.parametrize(
    ("make", "fill", "path"),
    [
        (make_park, fill_park, "parks"),
        (make_industry, fill_industry, "industries"),
        (make_scheme, fill_scheme, "designations"),
    ],
)
def test_lists_and_pages_cost_the_same_for_three_rows_and_for_thirty(visitor, make, fill, path, language):
    record = make()
    addresses = [f"/{language}/{path}/", f"/{language}/{path}/{record.slug}/"]

    def costs():
        return [queries_of(visitor, address) for address in addresses]

    for _ in range(3):
        fill(record), make()
    few = costs()
    for _ in range(27):
        fill(record), make()
    assert few == costs()
    assert max(few) <= 8
