"""The finder: what fits, what is open, what is missing, and how much it could be."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from bilingual.money import Money
from policies.models import Benefit
from tests.factories import make_industry, make_level, make_policy

PATH = "/en/investing/policies/finder/"


def make_offer(**fields):
    policy = make_policy(**fields)
    policy.benefits.create(kind="service", name_en="Help", name_zh_hans="服务")
    return policy


def found(visitor, query: str) -> dict[str, str]:
    """Slug → state of what the finder offers."""
    groups = visitor.get(f"{PATH}?{query}").context["groups"]
    return {match["policy"].slug: group["state"] for group in groups for match in group["matches"]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "investment", "expected"),
    [
        ({"amount": 500_000}, None, Money(Decimal(500_000))),
        ({"rate": 2, "basis": "investment"}, 300_000_000, Money(Decimal(6_000_000))),
        ({"rate": 2, "basis": "investment", "cap": 5_000_000}, 300_000_000, Money(Decimal(5_000_000))),
        ({"rate": 2, "basis": "investment"}, None, None),
        ({"rate": 15, "basis": "income"}, 300_000_000, None),
        ({"rate": 50, "basis": "rent"}, 300_000_000, None),
        ({"rate": 1, "basis": "investment"}, Decimal("0.99"), Money(Decimal("0.00"))),
    ],
)
def test_an_estimate_is_made_only_where_the_facts_allow_it(fields, investment, expected):
    benefit = Benefit(
        kind="grant", **{key: Decimal(str(v)) if key != "basis" else v for key, v in fields.items()}
    )
    assert benefit.estimate(Decimal(investment) if investment else None) == expected


def test_an_expired_policy_is_readable_and_not_offered(visitor):
    over = make_offer(expires_on=timezone.localdate() - timedelta(days=1))
    holds = make_offer(expires_on=timezone.localdate())
    assert found(visitor, "size=small") == {holds.slug: "met"}
    page = visitor.get(over.get_absolute_url())
    assert page.status_code == 200 and "Expired" in page.content.decode()


def test_other_industries_sizes_and_origins_are_left_out(visitor):
    chips, cars = make_industry(), make_industry()
    for_chips = make_offer()
    for_chips.industries.add(chips)
    for_small = make_offer(largest_size="small")
    for_foreign = make_offer(origin="foreign")
    assert found(visitor, f"industry={cars.slug}&size=large&origin=domestic") == {}
    assert found(visitor, f"industry={chips.slug}&size=micro&origin=foreign") == {
        for_chips.slug: "met",
        for_small.slug: "met",
        for_foreign.slug: "met",
    }


def test_a_plan_that_gives_nothing_is_not_offered(visitor):
    make_policy()
    assert found(visitor, "size=small") == {}


def test_a_fact_that_was_not_given_leaves_a_question_open(visitor):
    policy = make_offer(least_investment=100)
    assert found(visitor, "size=small") == {policy.slug: "open"}
    assert found(visitor, "amount=99") == {policy.slug: "missing"}
    assert found(visitor, "amount=100") == {policy.slug: "met"}


def test_one_of_several_designations_is_enough_and_none_is_named_as_missing(visitor):
    policy = make_offer()
    one, other = make_level(), make_level(name_en="Peak level")
    policy.designations.create(level=one)
    policy.designations.create(level=other)
    assert found(visitor, f"designation={one.scheme.slug}/{one.key}") == {policy.slug: "met"}
    page = visitor.get(f"{PATH}?size=small").content.decode()
    assert "Missing:" in page and "Peak level" in page


def test_the_estimate_of_a_share_stands_beside_its_cap(visitor):
    policy = make_offer()
    policy.benefits.create(kind="grant", name_en="Grant", rate=2, basis="investment", cap=5_000_000)
    page = visitor.get(f"{PATH}?amount=3亿").content.decode()
    assert "2% of the investment" in page and "at most 5 million yuan" in page
    assert "Estimate: up to 5 million yuan" in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("amount=much", "is not recognised as a number"),
        ("amount=300 million dollars", "Enter the investment in yuan"),
        ("amount=-5", "must be between"),
        ("amount=1e30", "must be between"),
        ("industry=alchemy", "“industry=alchemy” was not recognised"),
        ("size=huge&designation=x/y", "“designation=x/y” was not recognised"),
        ("industry=%00%0a", ""),
        ("amount=" + "9" * 5000, "must be between"),
    ],
)
def test_bad_facts_are_named_and_left_out(visitor, query, words):
    make_offer(effective_on=date(2026, 1, 1))
    answer = visitor.get(f"{PATH}?{query}")
    assert answer.status_code == 200
    assert words in answer.content.decode()
