"""What an event promised and what of it is itemised."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from investment.models import Event, Project
from investment.remainder import counted, itemised, not_itemised, remainder_of


def event(total=46_300_000_000, projects=25, comparator="exact"):
    return Event(projects_total=projects, amount_total=total, amount_comparator=comparator)


def projects(*amounts):
    return [Project(amount=amount) for amount in amounts]


def sentences(remainder):
    return counted(remainder), itemised(remainder), not_itemised(remainder)


def test_the_ceremony_of_2021_is_told_as_it_was():
    remainder = remainder_of(event(), projects(1_200_000_000, 300_000_000, None, None, None))
    assert sentences(remainder) == (
        "25 projects reported, 5 of them named here.",
        "1.5 billion yuan of 46.3 billion yuan is itemised.",
        "The remaining 44.8 billion yuan covers 20 projects that were not named and 3 that were named without an "
        "amount.",
    )
    assert remainder.share_itemised == Decimal("3.2")


def test_a_total_that_is_a_bound_leaves_a_remainder_that_is_one():
    remainder = remainder_of(event(30_000_000_000, 28, "over"), projects(1_000_000_000))
    assert str(remainder.not_itemised) == "over 29 billion yuan"


def test_when_everything_is_itemised_nothing_is_left_to_say():
    remainder = remainder_of(event(3_000_000_000, 2), projects(1_000_000_000, 2_000_000_000))
    assert not_itemised(remainder) == ""
    assert remainder.share_itemised == 100


def test_items_that_exceed_the_total_are_called_a_contradiction():
    remainder = remainder_of(event(1_000_000_000, 2), projects(2_000_000_000))
    assert itemised(remainder) == (
        "The projects named here add up to 2 billion yuan, more than the 1 billion yuan that was reported."
    )
    assert (remainder.not_itemised, remainder.share_itemised) == (None, None)


def test_without_a_reported_total_only_the_projects_are_counted():
    assert sentences(remainder_of(event(None, None), projects(None))) == ("1 project is named here.", "", "")
    assert sentences(remainder_of(event(None, None), [])) == ("", "", "")


def test_a_total_of_which_nothing_is_itemised_says_so():
    assert sentences(remainder_of(event(projects=None), [])) == (
        "",
        "None of the reported 46.3 billion yuan is itemised.",
        "The remaining 46.3 billion yuan is not broken down in the source.",
    )


@pytest.mark.parametrize(("named", "unnamed"), [(5, 20), (25, 0), (26, None)])
def test_more_named_than_reported_leaves_the_number_of_others_open(named, unnamed):
    assert remainder_of(event(), projects(*[None] * named)).projects_unnamed == unnamed


def test_chinese_says_the_same_amounts():
    with override("zh-hans"):
        assert "463亿元" in itemised(remainder_of(event(), projects(1_500_000_000)))
