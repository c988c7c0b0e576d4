"""Whether a policy holds is decided by its dates."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from policies.models import Policy
from policies.standing import Standing
from tests.factories import make_policy

DAY = date(2026, 6, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, Standing.IN_FORCE),
        ({"effective_on": date(2026, 6, 2)}, Standing.COMING),
        ({"expires_on": date(2026, 6, 1)}, Standing.IN_FORCE),
        ({"expires_on": date(2026, 5, 31)}, Standing.EXPIRED),
        ({"repealed_on": date(2026, 6, 1)}, Standing.REPEALED),
        ({"repealed_on": date(2026, 6, 2)}, Standing.IN_FORCE),
        ({"amended_on": date(2026, 1, 1)}, Standing.AMENDED),
        ({"amended_on": date(2026, 1, 1), "expires_on": date(2026, 2, 1)}, Standing.EXPIRED),
    ],
)
def test_the_dates_decide_alike_in_python_and_in_the_database(dates, expected):
    policy = make_policy(**dates)
    assert policy.standing(DAY) == expected
    assert Policy.objects.with_standing(DAY).get().stands == expected


@pytest.mark.django_db
def test_a_policy_is_replaced_from_the_day_its_successor_takes_effect():
    policy = make_policy()
    make_policy(supersedes=policy, effective_on=DAY)
    before, after = (Policy.objects.with_standing(day).get(pk=policy.pk) for day in (date(2026, 5, 31), DAY))
    assert (before.stands, after.stands) == (Standing.IN_FORCE, Standing.REPLACED)
    assert policy not in Policy.objects.in_force(DAY)


@pytest.mark.django_db
def test_a_successor_that_nobody_has_published_replaces_nothing():
    policy = make_policy()
    make_policy(languages=[], supersedes=policy, effective_on=DAY)
    assert policy in Policy.objects.in_force(DAY)


@pytest.mark.django_db
def test_a_policy_cannot_replace_itself():
    policy = make_policy()
    policy.supersedes = policy
    with pytest.raises(ValidationError, match="cannot replace itself"):
        policy.full_clean()


@pytest.mark.django_db
def test_a_circle_of_successors_is_refused_and_named():
    first = make_policy(title_en="First")
    second = make_policy(title_en="Second", supersedes=first)
    third = make_policy(title_en="Third", supersedes=second)
    first.supersedes = third
    with pytest.raises(ValidationError, match="“First” → “Third” → “Second” → “First”"):
        first.full_clean()


@pytest.mark.django_db
def test_a_policy_cannot_end_before_it_begins():
    policy = make_policy(effective_on=DAY)
    policy.expires_on = date(2026, 5, 31)
    with pytest.raises(ValidationError, match="cannot end before it begins"):
        policy.full_clean()
