"""The list of designations that staff should look after, and its line on the first page of the newsroom."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from bilingual.periods import Period
from enterprises.ledger.lapsing import SOON_DAYS, ended, ending
from enterprises.models import Facility
from newsroom.counting import count
from newsroom.designations import designation_findings
from tests.factories import make_award, make_enterprise, make_level

pytestmark = pytest.mark.django_db


def told_to(user):
    return designation_findings(user, count(user))


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def test_what_ends_within_the_horizon_is_listed_and_nothing_else():
    soon, over = make_award(valid_until=in_days(SOON_DAYS)), make_award(valid_until=in_days(-1))
    today = make_award(valid_until=in_days(0), status="reviewed")
    make_award(valid_until=in_days(SOON_DAYS + 1)), make_award(), make_award(status="candidate")
    (
        make_award(valid_until=in_days(-9), status="lapsed"),
        make_award(valid_until=in_days(-9), status="withdrawn"),
    )
    make_award(make_enterprise(languages=[]), valid_until=in_days(3))
    assert list(ending()) == [over, today, soon]
    assert list(ending().filter(ended())) == [over]


def test_an_award_that_was_granted_anew_needs_nobody():
    level, holder = make_level(), make_enterprise()
    make_award(holder, level=level, valid_until=in_days(-30))
    renewed = make_award(holder, level=level, valid_until=in_days(60), awarded=Period.parse("2026"))
    assert list(ending()) == [renewed]


def test_an_award_of_another_factory_renews_nothing():
    level, holder = make_level(), make_enterprise()
    plants = [Facility.objects.create(enterprise=holder, name_en=name) for name in ("North", "South")]
    ends = make_award(holder, level=level, facility=plants[0], valid_until=in_days(5))
    make_award(holder, level=level, facility=plants[1], valid_until=None)
    assert list(ending()) == [ends]


def test_staff_see_the_list_and_the_way_to_each_enterprise(editor):
    award = make_award(make_enterprise(short_name_en="Endling"), valid_until=in_days(10))
    page = editor.get("/admin/enterprises/scheme/lapsing/").content.decode()
    assert "Endling" in page and f"/admin/enterprises/enterprise/{award.enterprise_id}/change/" in page
    assert "/admin/enterprises/scheme/lapsing/" in editor.get("/admin/enterprises/scheme/").content.decode()


def test_the_newsroom_counts_both_and_leads_to_the_list(make_member):
    reviewer = make_member("reviewer")
    assert [finding.level.name for finding in told_to(reviewer)] == ["GOOD"]
    make_award(valid_until=in_days(10)), make_award(valid_until=in_days(-10))
    told = told_to(reviewer)
    assert [finding.text[:33] for finding in told] == [
        "1 designation has ended and is sh",
        f"1 designation ends within {SOON_DAYS} day",
    ]
    assert {fix.url for finding in told for fix in finding.fixes} == {"/admin/enterprises/scheme/lapsing/"}


def test_nothing_is_told_to_who_may_not_see_it():
    nobody = get_user_model().objects.create(username="nobody", is_staff=True)
    assert told_to(nobody) == []
