"""What lists can be asked for, and what is refused."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from bilingual.periods import Period
from enterprises.models import Enterprise
from investment.models import Milestone
from policies.models import Benefit
from tests.factories import (
    make_article,
    make_award,
    make_chain_link,
    make_chain_place,
    make_column,
    make_enterprise,
    make_event,
    make_industry,
    make_level,
    make_opportunity,
    make_park,
    make_policy,
    make_procedure,
    make_project,
    make_scheme,
    tomorrow,
)
from tests.open_data.makers import make_figure

pytestmark = pytest.mark.django_db


def test_values_widen_within_a_parameter_and_narrow_between_them(ids):
    one, two, three = make_park(kind="zone"), make_park(kind="port"), make_park(kind="smart")
    industry = make_industry()
    one.industries.add(industry)
    three.industries.add(industry)
    assert ids("parks/?kind=zone&kind=port") == [one.slug, two.slug]
    assert ids(f"parks/?kind=zone&kind=port&industry={industry.slug}") == [one.slug]


def test_every_mistake_is_named_at_once(ask):
    problem = ask("enterprises/?ownership=mine&listed=perhaps&on=1800-13-01&pages=3&origin=china", status=400)
    named = {one["parameter"] for one in problem["invalid"]}
    assert named == {"ownership", "listed", "on", "pages", "origin"}


@pytest.mark.parametrize(
    "question",
    ["ownership=", "q=", "q=a%00b", "since=20210818", "since=2021-8-1", "since=2021-02-30", "listed=true&listed=true",
     "industry=../../etc", "industry=%27", "industry__slug=x", "_connector=OR", "language=fr", "q=" + "a" * 81,
     "&".join(["size=small"] * 21)],
)  # fmt: skip
def test_nonsense_is_refused_and_never_guessed(ask, question):
    problem = ask(f"enterprises/?{question}", status=400)
    assert problem["type"].endswith("#problem-question") and len(problem["invalid"]) == 1


@pytest.mark.parametrize("day", ["0001-01-01", "1800-01-01", "2999-12-31", "9999-12-31"])
def test_days_far_away_are_answered(ask, day):
    make_award(awarded=Period.parse("2021"))
    ask(f"designations/?on={day}")
    ask(f"enterprises/?on={day}&since={day}")
    ask(f"articles/?from={day}&until={day}")


def test_a_slug_that_nobody_has_finds_nothing(ids):
    make_enterprise()
    assert ids("enterprises/?industry=nobody") == []


def test_an_industry_brings_what_is_inside_it(ids):
    parent = make_industry()
    child = make_industry(parent=parent)
    inside, outside = make_enterprise(), make_enterprise()
    inside.industries.add(child)
    assert ids(f"enterprises/?industry={parent.slug}") == [inside.slug]
    assert outside.slug in ids("enterprises/")


def test_an_enterprise_is_found_by_words_of_any_of_its_names(ids):
    one = make_enterprise(short_name_en="SERES Auto", short_name_zh_hans="赛力斯汽车")
    one.names.create(kind="former", name_en="Xiaokang", name_zh_hans="小康")
    make_enterprise()
    for words in (
        "seres auto",
        "auto seres",
        "赛力斯",
        "小康",
        "xiaokang",
        "ＳＥＲＥＳ",
        "sailisi qiche",
        "sai li si",
    ):
        assert ids(f"enterprises/?q={words}") == [one.slug], words
    assert ids("enterprises/?q=%20") == [] and ids("enterprises/?q=%25") == []


def test_plain_facts_of_enterprises(ids):
    one = make_enterprise(ownership="foreign", origin="JP", size_band="large", is_exporter=True)
    other = make_enterprise(ownership="private", origin="CN", is_exporter=False)
    other.listings.create(exchange="SH", code="601127")
    park, link = make_park(), make_chain_link()
    one.facilities.create(name_en="Plant", park=park)
    make_chain_place(one, link)
    plain = ["ownership=foreign", "origin=JP", "size=large", "exporter=true", "listed=false"]
    chains = [f"chain={link.industry.slug}", f"chain={link.facet_value}"]
    for question in [*plain, *chains, f"park={park.slug}"]:
        assert ids(f"enterprises/?{question}") == [one.slug], question
    assert ids("enterprises/?listed=true") == [other.slug]


@pytest.mark.parametrize(
    "awarded, on, is_there",
    [
        ("2021", "2021-01-01", True), ("2021", "2020-12-31", False),
        ("2021-08", "2021-08-01", True), ("2021-08", "2021-07-31", False),
        ("2021-08-18", "2021-08-18", True), ("2021-08-18", "2021-08-17", False),
        ("2021-H1", "2021-01-01", True), ("2021-H2", "2021-06-30", False), ("2021-H2", "2021-07-01", True),
        ("2021-Q3", "2021-06-30", False), ("2021-Q3", "2021-07-01", True), ("2021-Q3", "2022-01-01", True),
        ("2018/2021", "2018-01-01", True), ("2018/2021", "2017-12-31", False),
        ("2018-03/2018-06", "2018-03-01", True), ("2018-03/2018-06", "2018-02-28", False),
    ],
)  # fmt: skip
def test_a_designation_is_known_from_its_first_day(ids, awarded, on, is_there):
    award = make_award(awarded=Period.parse(awarded))
    assert (ids(f"designations/?on={on}") == [str(award.pk)]) == is_there


def test_designations_by_how_they_stood_on_a_day(ids):
    enterprise, level = make_enterprise(), make_level()
    held, ended, candidate, lapsed = (
        str(make_award(enterprise, level=level, awarded=Period.parse("2020"), **fields).pk)
        for fields in (
            {},
            {"valid_until": date(2022, 12, 31)},
            {"status": "candidate"},
            {"status": "lapsed", "valid_until": date(2022, 12, 31)},
        )
    )
    undated = str(make_award(enterprise, level=level, awarded=None).pk)
    asked = lambda question: set(ids(f"designations/?{question}"))  # noqa: E731
    assert asked("standing=valid&on=2021-06-30") == {held, ended, lapsed}
    assert asked("standing=valid") == {held, undated}
    assert asked("standing=lapsed") == {ended, lapsed}
    assert asked("standing=candidate&on=2021-06-30") == {candidate}
    assert asked("standing=candidate&standing=lapsed") == {candidate, ended, lapsed}
    assert asked("on=2019-12-31") == set()
    assert asked("") == {held, ended, candidate, lapsed, undated}


def test_enterprises_by_one_award_of_scheme_level_and_standing(ids):
    scheme = make_scheme()
    low, high = make_level(scheme, key="low"), make_level(scheme, key="high")
    both, other = make_enterprise(), make_enterprise()
    make_award(both, level=high, status="candidate")
    make_award(both, level=low)
    make_award(other, level=high, valid_until=date(2020, 1, 1))
    assert ids(f"enterprises/?level={scheme.slug}.high&standing=valid") == []
    assert ids(f"enterprises/?level={scheme.slug}.high&standing=candidate") == [both.slug]
    assert ids(f"enterprises/?designation={scheme.slug}") == [both.slug]
    assert ids(f"enterprises/?designation={scheme.slug}&standing=lapsed") == [other.slug]


def test_designations_of_a_park(ids):
    park, elsewhere, enterprise = make_park(), make_park(), make_enterprise()
    plant = enterprise.facilities.create(name_en="Plant", park=park)
    enterprise.facilities.create(name_en="Other plant", park=elsewhere)
    own = make_award(enterprise)
    of_plant = make_award(enterprise, facility=plant)
    assert set(ids(f"designations/?park={park.slug}")) == {str(own.pk), str(of_plant.pk)}
    assert ids(f"designations/?park={elsewhere.slug}") == [str(own.pk)]


def test_projects_by_the_stage_they_reached_and_the_year_they_began(ids):
    def at(*pairs, **fields):
        project = make_project(**fields)
        for stage, on in pairs:
            Milestone.objects.create(project=project, stage=stage, on=Period.parse(on))
        return project.slug

    signed = at(("signed", "2021-08-18"), amount=1_200_000_000)
    running = at(("signed", "2020"), ("producing", "2023"), amount=50_000_000)
    unknown = at(amount=2_000_000_000, currency="USD")
    late = at(("started", "2021"))
    assert ids("projects/?stage=signed") == [signed]
    assert ids("projects/?stage=producing&stage=none") == [running, unknown]
    assert ids("projects/?year=2021") == [signed, late]
    assert ids("projects/?amount=1bn") == [signed]
    assert ids("projects/?amount=10m") == [running]
    assert ids("projects/?amount=unknown") == [unknown, late]


def test_events_by_time(ids):
    today = timezone.localdate()
    past = make_event(starts_on=today - timedelta(days=1)).slug
    running = make_event(starts_on=today - timedelta(days=1), ends_on=today).slug
    coming = make_event(starts_on=today + timedelta(days=3), takes_registrations=True).slug
    closed = make_event(
        starts_on=today + timedelta(days=3), takes_registrations=True, register_by=today - timedelta(days=1)
    ).slug
    assert set(ids("events/?time=past")) == {past}
    assert set(ids("events/?time=coming")) == {running, coming, closed}
    assert set(ids("events/?time=open")) == {coming}
    assert set(ids(f"events/?year={today.year - 1}&year=1999")) <= {past}


def test_opportunities_past_their_day_are_closed(ids, ask):
    over = make_opportunity(valid_until=date(2020, 1, 1), scale_min=5_000_000)
    still_open = make_opportunity(scale_min=5_000_000, scale_max=500_000_000)
    assert ids("opportunities/?status=closed") == [over.slug]
    assert ids("opportunities/?status=open") == [still_open.slug]
    assert ask(f"opportunities/{over.slug}/")["status"] == "closed"
    assert ids("opportunities/?scale=100m&status=open") == [still_open.slug]
    assert ids("opportunities/?scale=1bn") == [over.slug]


def test_policies_by_how_they_stand_today(ids, ask):
    old = make_policy(effective_on=date(2018, 1, 1))
    new = make_policy(effective_on=date(2020, 1, 1), supersedes=old)
    ended = make_policy(expires_on=date(2019, 1, 1))
    Benefit.objects.create(policy=new, kind="grant")
    assert ids("policies/?standing=replaced") == [old.slug]
    assert ids("policies/?standing=expired&standing=in-force") == [new.slug, ended.slug]
    assert ids("policies/?benefit=grant") == [new.slug]
    assert ask(f"policies/{old.slug}/")["standing"] == "replaced"
    assert ask(f"policies/{new.slug}/")["supersedes"]["id"] == old.slug


def test_policies_for_every_industry_are_asked_for_by_name(ids):
    industry, level = make_industry(), make_level()
    named, general = make_policy(), make_policy()
    named.industries.add(industry)
    named.designations.create(level=level)
    assert ids(f"policies/?industry={industry.slug}") == [named.slug]
    assert ids("policies/?industry=every") == [general.slug]
    assert ids(f"policies/?industry={industry.slug}&industry=every") == [named.slug, general.slug]
    assert ids(f"policies/?designation={level.scheme.slug}/{level.key}") == [named.slug]


def test_procedures_figures_and_news(ids):
    procedure = make_procedure(phase="building")
    procedure.steps.create(key="A", channel="online")
    make_procedure()
    assert ids("procedures/?phase=building&channel=online") == [procedure.slug]
    later = make_figure()
    earlier = make_figure(superseded_by=later)
    assert ids("figures/?superseded=true") == [earlier.slug]
    assert ids("figures/?superseded=false&territory=liangjiang") == [later.slug]
    parent = make_column()
    article = make_article(column=make_column(parent=parent))
    enterprise = make_enterprise()
    article.enterprises.add(enterprise)
    make_article()
    assert ids(f"articles/?column={parent.slug}&enterprise={enterprise.slug}") == [article.slug]
    assert ids("articles/?until=2026-05-03") == []


def test_since_finds_what_changed_and_what_time_made_public(ids):
    today = timezone.localdate()
    old, began = make_enterprise(), make_enterprise()
    last_year = timezone.now() - timedelta(days=400)
    Enterprise.objects.update(changed_at=last_year)
    Enterprise.objects.filter(pk=old.pk).update(live_from_en=last_year, live_from_zh_hans=last_year)
    Enterprise.objects.filter(pk=began.pk).update(live_from_en=last_year, live_from_zh_hans=timezone.now())
    waiting = make_enterprise(languages=["en"])
    Enterprise.objects.filter(pk=waiting.pk).update(
        changed_at=last_year, live_from_en=last_year, live_from_zh_hans=tomorrow()
    )
    assert ids(f"enterprises/?since={today - timedelta(days=1)}") == [began.slug]
