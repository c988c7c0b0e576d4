"""Accounts and roles speak the language of the person who keeps them."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import translation

from liangjiang_portal.accounts import say_permission
from publishing.rights.roles import say_role

CHINESE = {"HTTP_ACCEPT_LANGUAGE": "zh-CN"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"), [("en", "News: change article"), ("zh-hans", "新闻：修改文章")]
)
def test_a_permission_is_said_in_the_language_of_the_person(language, words):
    permission = Permission.objects.get(codename="change_article", content_type__app_label="articles")
    with translation.override(language):
        assert say_permission(permission) == words


@pytest.mark.django_db
def test_a_permission_of_a_model_that_is_gone_keeps_its_stored_words():
    permission = Permission.objects.get(codename="change_article", content_type__app_label="articles")
    permission.content_type.model = "gone"
    assert say_permission(permission).endswith(permission.name)


def test_a_role_of_ours_has_a_name_in_chinese_and_another_keeps_its_own():
    with translation.override("zh-hans"):
        assert say_role(Group(name="editor")) == "编辑"
        assert say_role(Group(name="Interns")) == "Interns"


def test_the_form_of_an_account_offers_roles_and_permissions_in_chinese(log_in, make_member):
    account = make_member("reviewer")
    text = log_in("admin").get(f"/admin/auth/user/{account.pk}/change/", **CHINESE).content.decode()
    assert ">审核<" in text
    assert "新闻：修改文章" in text
    assert "Can change" not in text


def test_the_group_that_owns_a_column_is_chosen_by_its_spoken_name(log_in):
    Group.objects.get_or_create(name="reviewer")
    text = log_in("admin").get("/admin/articles/column/add/", **CHINESE).content.decode()
    assert ">审核<" in text
    assert ">reviewer<" not in text
