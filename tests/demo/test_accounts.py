"""The accounts of the demo, and what each role may do."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from demo.loading.accounts import load_accounts
from publishing.rights.roles import LANGUAGE_ROLES, ROLES, content_models, make_groups


@pytest.fixture
def accounts(db):
    load_accounts("between-two-rivers")
    return {account.username: account for account in get_user_model().objects.all()}


def test_there_is_one_account_for_each_role_and_an_administrator(accounts):
    assert set(accounts) == {"editor", "translator", "reviewer", "publisher", "desk", "admin"}
    assert all(account.is_staff for account in accounts.values())
    assert [name for name, account in accounts.items() if account.is_superuser] == ["admin"]


def test_accounts_share_the_given_password(accounts):
    assert all(account.check_password("between-two-rivers") for account in accounts.values())


def test_an_account_that_exists_keeps_its_password(accounts):
    assert load_accounts("another-password") == []

    assert get_user_model().objects.get(username="editor").check_password("between-two-rivers")


@pytest.mark.parametrize(
    ("role", "verbs"),
    [
        ("editor", {"view", "add", "change"}),
        ("translator", {"view", "change"}),
        ("reviewer", {"view"}),
        ("publisher", {"view", "add", "change", "delete", "publish"}),
        ("desk", set()),
    ],
)
def test_a_role_has_its_verbs_on_articles_and_no_others(accounts, role, verbs):
    held = {
        verb
        for verb in ("view", "add", "change", "delete", "publish")
        if accounts[role].has_perm(f"articles.{verb}_article")
    }

    assert held == verbs


def test_an_editor_may_also_write_the_parts_of_a_record(accounts):
    assert accounts["editor"].has_perms(["enterprises.add_award", "media_library.add_image"])


def test_nobody_but_the_administrator_may_touch_accounts(accounts):
    assert [name for name in accounts if accounts[name].has_perm("auth.change_user")] == ["admin"]


def test_making_the_groups_again_changes_nothing(db):
    first = {name: set(group.permissions.all()) for name, group in make_groups().items()}

    again = {name: set(group.permissions.all()) for name, group in make_groups().items()}

    assert again == first
    assert set(again) == set(ROLES | LANGUAGE_ROLES)
    assert len(content_models()) > 30


def test_a_password_nobody_chose_is_printed_once(db, settings, capsys, monkeypatch):
    settings.DEMO_PASSWORD = ""
    monkeypatch.setattr("demo.management.commands.load_demo.KINDS", ())
    monkeypatch.setattr("demo.management.commands.load_demo.load_pictures", lambda *a, **k: {})
    monkeypatch.setattr("demo.management.commands.load_demo.load_menus", lambda *a, **k: 0)

    call_command("load_demo", renditions="worker")
    password = capsys.readouterr().out.split("password of these accounts: ")[1].split("\n")[0]
    call_command("load_demo", renditions="worker")

    assert get_user_model().objects.get(username="desk").check_password(password)
    assert "password" not in capsys.readouterr().out
