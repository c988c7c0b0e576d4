"""The roles of the newsroom and what each may do."""

import pytest
from django.contrib.auth.models import Group

from articles.models import Article, Byline, Column
from enterprises.models import Enterprise
from media_library.models import Image
from publishing.rights.permissions import VERBS, can
from publishing.rights.roles import LANGUAGE_ROLES, ROLES, make_groups, say_role

WRITES = {"view", "change"}


@pytest.mark.parametrize(
    ("role", "verbs"),
    [
        ("editor", {"view", "add", "change"}),
        ("translator", WRITES),
        ("translator-en", WRITES),
        ("translator-zh-hans", WRITES),
        ("reviewer", {"view", "review"}),
        ("publisher", set(VERBS)),
        ("desk", set()),
        ("admin", set(VERBS)),
    ],
)
@pytest.mark.parametrize("model", [Article, Enterprise])
def test_a_role_has_its_verbs_on_every_kind_of_record(make_member, role, verbs, model):
    account = make_member(role)
    assert {verb for verb in VERBS if can(account, verb, model)} == verbs


def test_a_translator_of_one_language_writes_records_and_their_parts_and_nothing_else(make_member):
    account = make_member("translator-en")
    allowed = {model: can(account, "change", model) for model in (Article, Byline, Column, Image)}
    assert allowed == {Article: True, Byline: True, Column: False, Image: False}


def test_only_an_administrator_draws_areas_of_work(make_member):
    roles = [*ROLES, *LANGUAGE_ROLES, "admin"]
    assert [role for role in roles if make_member(role).has_perm("publishing.add_scope")] == ["admin"]


def test_every_role_has_a_name_for_people(db):
    assert all(say_role(group) for group in make_groups().values())
    assert say_role(Group(name="friends")) == "friends"
