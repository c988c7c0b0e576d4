"""A letter reaches who answers for a column when most of its limit has passed: once, in the reader's language."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from newsroom.letters import warn_owners
from newsroom.models import HealthRules
from publishing.models import StaffProfile
from tests.factories import make_article, make_column


@pytest.fixture
def owner(make_member):
    person = make_member("editor", email="editor@example.org")
    StaffProfile.objects.create(user=person, language="zh-hans")
    return person


def aged(days, **fields):
    column = make_column(freshness_days=10, **fields)
    make_article(column=column, dated_at=timezone.now() - timedelta(days=days))
    return column


def test_a_letter_goes_out_at_seventy_percent_in_the_language_of_the_reader(owner, run_jobs, mailoutbox):
    column = aged(7, owner=owner)
    assert warn_owners() == 1
    run_jobs()
    (letter,) = mailoutbox
    assert letter.to == ["editor@example.org"]
    assert column.name_zh_hans in letter.subject
    assert f"/admin/articles/article/add/?column={column.pk}" in letter.body


@pytest.mark.parametrize("days", [0, 6])
def test_nobody_is_written_to_before(owner, days):
    aged(days, owner=owner)
    assert warn_owners() == 0


def test_a_lapse_is_told_once_and_the_next_one_again(owner, run_jobs, mailoutbox):
    column = aged(9, owner=owner)
    for _day in range(3):
        warn_owners()
        warn_owners()
        run_jobs()
    assert len(mailoutbox) == 1
    make_article(column=column, dated_at=timezone.now() - timedelta(days=8))
    warn_owners()
    run_jobs()
    assert len(mailoutbox) == 2


def test_the_group_is_written_to_where_nobody_answers_alone(owner, run_jobs, mailoutbox):
    aged(12, owner_group=Group.objects.get(name="editor"))
    warn_owners()
    run_jobs()
    assert len(mailoutbox) == 1


def test_who_may_see_nothing_of_the_news_is_not_written_to(make_member, run_jobs, mailoutbox):
    aged(12, owner=make_member("desk", email="desk@example.org"))
    assert warn_owners() == 0


def test_the_rules_say_when(owner):
    aged(5, owner=owner)
    HealthRules(warn_percent=50).save()
    assert warn_owners() == 1
