"""Accounts and roles speak the language of the person who keeps them."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.staticfiles import finders
from django.utils import translation

from liangjiang_portal.accounts import PermissionsField, say_permission
from publishing.rights.roles import say_role

CHINESE = {"HTTP_ACCEPT_LANGUAGE": "zh-CN"}
#: What is written in Latin letters in Chinese, too.
LATIN_IN_CHINESE = {"XLIFF", "PDF", "API"}


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


def _choices():
    return [label for _key, label in PermissionsField(Permission.objects.all()).choices]


@pytest.mark.django_db
def test_every_permission_is_said_in_chinese_and_like_no_other():
    with translation.override("zh-hans"):
        labels = _choices()
    assert len(labels) >= 400
    assert [
        word for label in labels for word in re.findall("[A-Za-z]+", label) if word not in LATIN_IN_CHINESE
    ] == []
    assert [label for label, number in Counter(labels).items() if number > 1] == []


@pytest.mark.django_db
def test_permissions_stand_by_app_and_kind_with_looking_before_writing_and_content_first():
    labels = _choices()
    first = labels.index("News: view article")
    assert labels[first : first + 6] == [
        "News: view article",
        "News: add article",
        "News: change article",
        "News: delete article",
        "News: review article",
        "News: publish and withdraw article",
    ]
    assert first < labels.index("Enterprises: view figure (park)") < labels.index("Sessions: view session")


@pytest.mark.django_db
def test_permissions_on_what_is_gone_are_not_offered():
    kind = ContentType.objects.create(app_label="articles", model="gone")
    Permission.objects.create(codename="add_gone", name="Can add gone", content_type=kind)
    assert not [label for label in _choices() if "gone" in label]


def test_the_selector_of_permissions_says_all_its_words_in_chinese(log_in):
    words = log_in("admin").get("/admin/jsi18n/", **CHINESE).content.decode()
    script = Path(finders.find("admin/js/SelectFilter2.js")).read_text()
    said = [
        single or double for single, double in re.findall(r"""gettext\((?:'([^']+)'|"([^"]+)")""", script)
    ]
    said += ["%(sel)s of %(cnt)s selected"]
    assert len(said) >= 10
    spoken = json.loads(re.search(r"const newcatalog = (\{.*?\n\s*\});", words, re.DOTALL)[1])
    assert [text for text in said if text not in spoken or spoken[text] == text] == []
