"""The ages of the archive cover every moment once, newest first, and an edition carries the mark of its age."""

from datetime import UTC, datetime, timedelta

import pytest

from search_index.backends.ages import ages, marks_of
from search_index.models import first_key

MOMENTS = [datetime(2026, month, day, tzinfo=UTC) for month, day in ((1, 1), (2, 28), (11, 22), (12, 31))]


@pytest.mark.parametrize("at", MOMENTS)
def test_ages_follow_each_other_without_a_gap(at):
    found = ages(at)
    assert found[0].last is None and found[-1].first is None
    assert [age.last for age in found[1:]] == [age.first for age in found[:-1]]
    starts = [age.first for age in found[:-1]]
    assert starts == sorted(starts, reverse=True)


@pytest.mark.parametrize("at", MOMENTS)
def test_each_day_of_forty_years_carries_a_mark_of_the_age_that_it_is_in(at):
    found = ages(at)
    for days in range(-400, 40 * 365):
        key = first_key(at - timedelta(days=days, seconds=1)) + 1
        (age,) = (one for one in found if (one.first or key) <= key and (one.last is None or key < one.last))
        assert not age.marks or set(age.marks) & set(marks_of(key)), days


def test_only_the_ages_of_a_span_are_looked_into():
    at = datetime(2026, 11, 22, tzinfo=UTC)
    first, last = first_key(datetime(2025, 5, 1, tzinfo=UTC)), first_key(datetime(2026, 5, 1, tzinfo=UTC))
    (age,) = ages(at, first, last)
    assert (age.first, age.last) == (first, last)
    assert set(age.marks) == {"y/2026", "y/2025"}
    assert len(ages(at, first_key(datetime(2020, 1, 1, tzinfo=UTC)), last)) == 2
