"""From signature to production, in order."""

import pytest
from django.core.exceptions import ValidationError

from bilingual.periods import Period
from investment.models import Milestone
from investment.models.project import Stage
from investment.stages import stage_marks


def milestones(**dates):
    return [Milestone(stage=stage, on=Period.parse(on)) for stage, on in dates.items()]


@pytest.mark.parametrize(
    "dates",
    [
        {"signed": "2021-08-18", "started": "2021-10", "producing": "2022"},
        {"signed": "2021", "started": "2021-03-01"},
        {"signed": "2021-08-18", "registered": "2021-08-18"},
        {"producing": "2022", "signed": "2021"},
        {"signed": "2021", "stopped": "2023"},
        {},
    ],
    ids=["in order", "a day inside a year", "one day", "entered backwards", "stopped", "none"],
)
def test_stages_in_order_are_accepted(dates):
    Milestone.check_order(milestones(**dates))


@pytest.mark.parametrize(
    "dates", [{"signed": "2022", "started": "2021"}, {"completed": "2021-06-30", "full": "2021-06-29"}]
)
def test_a_later_stage_cannot_come_before_an_earlier_one(dates):
    with pytest.raises(ValidationError, match="cannot come before"):
        Milestone.check_order(milestones(**dates))


def test_the_bar_shows_what_is_reached_and_what_lies_ahead():
    marks = stage_marks(milestones(signed="2021-08-18", started="2021-10"), Stage)
    assert [mark.state for mark in marks] == ["reached", "reached", "last", "ahead", "ahead", "ahead"]
    assert [mark.date for mark in marks] == ["Aug 18, 2021", "not dated", "October 2021", "", "", ""]


def test_a_stop_ends_the_bar():
    marks = stage_marks(milestones(signed="2021", stopped="2023"), Stage)
    assert [(mark.label, mark.state) for mark in marks] == [("Signed", "reached"), ("Stopped", "stopped")]


def test_without_any_milestone_there_is_no_bar():
    assert stage_marks([], Stage) == []
