"""Opportunities and success stories in public."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from enterprises.models import Facility
from investment.bands import bands_between
from investment.models import CaseResult, CaseStudy, Opportunity
from tests.effort import queries_of
from tests.factories import make_case_study as make_case
from tests.factories import make_enterprise, make_industry, make_opportunity, make_park

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def slugs(page):
    return [one.slug for one in page.context["page"].items]


def test_what_is_past_its_day_leaves_the_list_and_keeps_its_page(visitor):
    over = make_opportunity(valid_until=timezone.localdate() - timedelta(days=1))
    last_day = make_opportunity(valid_until=timezone.localdate())
    assert slugs(visitor.get("/en/investing/opportunities/")) == [last_day.slug]
    assert "Its last day has passed" in visitor.get(over.get_absolute_url()).content.decode()
    assert slugs(visitor.get("/en/investing/opportunities/?status=closed")) == [over.slug]


def test_what_can_be_taken_up_stands_before_what_is_in_talks(visitor):
    talks = make_opportunity(status="talks", valid_until=date(2099, 1, 1))
    later = make_opportunity(valid_until=date(2099, 6, 1))
    sooner = make_opportunity(valid_until=date(2099, 2, 1))
    assert slugs(visitor.get("/en/investing/opportunities/")) == [sooner.slug, later.slug, talks.slug]


def test_opportunities_are_found_by_industry_park_and_size(visitor):
    industry, park = make_industry(), make_park()
    wanted = make_opportunity(scale_min=Decimal("50000000"), scale_max=Decimal("200000000"))
    wanted.industries.add(industry)
    wanted.parks.add(park)
    make_opportunity()
    query = f"industry={industry.slug}&park={park.slug}&scale=100m&kind=land"
    assert slugs(visitor.get(f"/en/investing/opportunities/?{query}")) == [wanted.slug]


@pytest.mark.parametrize(
    ("least", "most", "found"),
    [
        (None, None, ()),
        (50_000_000, 200_000_000, ("100m", "10m")),
        (None, 8_000_000, ("less",)),
        (300_000_000, None, ("1bn", "100m")),
    ],
)
def test_an_opportunity_is_of_every_size_between_its_least_and_its_most(least, most, found):
    assert bands_between(least and Decimal(least), most and Decimal(most)) == found


@BOTH
def test_a_sample_says_so_on_list_and_page(visitor, language):
    sample = make_opportunity(is_sample=True)
    word = {"en": "Sample", "zh-hans": "示例"}[language]
    for page in ("", f"{sample.slug}/"):
        text = visitor.get(f"/{language}/investing/opportunities/{page}").content.decode()
        assert f'<span class="sample">{word}</span>' in text


@BOTH
def test_nonsense_is_left_out_and_named(visitor, language):
    page = visitor.get(f"/{language}/investing/opportunities/?kind=castle&page=x")
    assert page.status_code == 200 and "kind=castle" in page.content.decode()


@pytest.mark.parametrize(("language", "said"), [("en", "1,200 sq m"), ("zh-hans", "1200平方米")])
def test_land_and_floor_are_told_in_the_units_of_the_language(visitor, language, said):
    hall = make_opportunity(land_mu=Decimal(30), floor_m2=Decimal(1200))
    page = visitor.get(f"/{language}/investing/opportunities/{hall.slug}/").content.decode()
    assert said in page


def test_the_desk_is_told_which_opportunity_a_message_is_about(visitor):
    opportunity = make_opportunity()
    form = visitor.get(f"/en/inquiries/new/?topic=site&opportunity={opportunity.slug}").content.decode()
    assert f"opportunity:{opportunity.slug}" in form


def test_a_scale_the_wrong_way_round_is_refused():
    with pytest.raises(ValidationError, match="less than the minimum"):
        Opportunity(scale_min=2, scale_max=1).clean()


@BOTH
def test_a_story_shows_its_dated_figures_and_its_enterprise(visitor, language):
    enterprise = make_enterprise()
    case = make_case(enterprise=enterprise)
    CaseResult.objects.create(
        case=case, label_en="Time", label_zh_hans="用时", value=9, unit="months", as_of="2021-06"
    )
    page = visitor.get(f"/{language}/investing/success-stories/{case.slug}/").content.decode()
    assert {"en": "9 months", "zh-hans": "9个月"}[language] in page
    assert f"/{language}/enterprises/{enterprise.slug}/" in page


def test_a_story_names_no_facility_of_another_enterprise():
    facility = Facility.objects.create(enterprise=make_enterprise(), name_en="Base")
    with pytest.raises(ValidationError):
        CaseStudy(enterprise=make_enterprise(), facility=facility).clean()


@pytest.mark.parametrize(
    ("make", "path"), [(make_opportunity, "opportunities"), (make_case, "success-stories")]
)
def test_lists_and_pages_cost_the_same_for_one_row_and_for_twelve(visitor, make, path):
    record = make()
    addresses = [f"/en/investing/{path}/", record.get_absolute_url()]
    few = [queries_of(visitor, address) for address in addresses]
    for _ in range(11):
        one = make()
        one.industries.add(make_industry())
    assert [queries_of(visitor, address) for address in addresses] == few
    assert max(few) <= 8


@pytest.mark.parametrize(
    ("make", "path"), [(make_opportunity, "opportunities"), (make_case, "success-stories")]
)
def test_a_draft_is_found_nowhere(visitor, make, path):
    draft = make(languages=["zh-hans"])
    assert visitor.get(f"/en/investing/{path}/").context["page"].total == 0
    assert visitor.get(f"/en/investing/{path}/{draft.slug}/").status_code == 404
