"""One question for everything: may this person do this, to this record, in this language?"""

import pytest
from django import forms
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from articles.models import Article
from publishing.drafts.composing import compose
from publishing.drafts.merging import SHARED
from publishing.drafts.saving import head_of, open_draft
from publishing.drafts.working_copies import load
from publishing.models import Scope
from publishing.rights.permissions import can
from publishing.rights.scopes import visible_to
from publishing.snapshots import take
from tests.factories import make_article, make_column, make_enterprise
from tests.publishing.forms import form_data

LANGUAGES = ("en", "zh-hans")


def limit(column, *, user=None, group=None):
    kind = ContentType.objects.get_for_model(column)
    return Scope.objects.create(user=user, group=group, content_type=kind, object_id=str(column.pk))


def client_of(account):
    client = Client()
    client.force_login(account)
    return client


def url_of(record, page="change"):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def opened(client, record):
    answer = client.get(url_of(record))
    assert answer.status_code == 200
    return form_data(answer.content.decode())


def test_an_unknown_verb_is_never_a_permission(make_member):
    with pytest.raises(ValueError, match="vew"):
        can(make_member("admin"), "vew", Article)


@pytest.mark.parametrize("field", ["is_active", "is_staff"])
def test_who_is_no_colleague_any_more_may_do_nothing(make_member, field):
    account = make_member("publisher", **{field: False})
    assert not can(account, "view", Article)


def test_publishing_takes_the_right_to_change_as_well(make_member):
    account = make_member("reviewer")
    group = Group.objects.create(name="only publishing")
    group.permissions.add(
        *ContentType.objects.get_for_model(Article).permission_set.filter(codename="publish_article")
    )
    account.groups.add(group)
    assert not can(account, "publish", Article)


# Areas


def test_who_has_an_area_works_in_it_alone(make_member):
    mine, other = make_article(), make_article()
    account = make_member("publisher")
    limit(mine.column, user=account)
    assert all(can(account, verb, mine) for verb in ("view", "change", "delete", "publish", "review"))
    assert not any(can(account, verb, other) for verb in ("change", "delete", "publish", "review"))
    assert can(account, "change", make_enterprise())


def test_outside_of_an_area_only_what_was_public_is_seen(make_member):
    public, draft = make_article(), make_article(languages=[])
    account = make_member("editor")
    limit(make_column(), user=account)
    assert can(account, "view", public)
    assert not can(account, "view", draft)
    assert list(visible_to(account, Article.objects.all())) == [public]


def test_an_area_of_a_group_holds_for_its_people(make_member):
    mine, other = make_article(), make_article()
    account = make_member("editor")
    limit(mine.column, group=Group.objects.get(name="editor"))
    assert (can(account, "change", mine), can(account, "change", other)) == (True, False)


def test_an_administrator_has_no_limits(make_member):
    account = make_member("admin")
    limit(make_column(), user=account)
    assert can(account, "change", make_article())


def test_a_record_outside_the_area_is_read_and_not_written(make_member):
    account, other = make_member("publisher"), make_article()
    limit(make_column(), user=account)
    client = client_of(account)
    assert 'name="_save"' not in client.get(url_of(other)).content.decode()
    assert client.post(url_of(other), {"headline_en": "Forged", "_publish_en": "1"}).status_code == 403
    assert head_of(other) is None


def test_a_draft_outside_the_area_is_not_found_by_any_door(make_member):
    account, hidden = make_member("publisher"), make_article(languages=[], headline_en="Hidden words")
    limit(make_column(), user=account)
    client = client_of(account)
    doors = [
        url_of(hidden, page) for page in ("change", "delete", "history", "versions", "preview", "review")
    ]
    doors += [
        reverse("admin:articles_article_changelist") + "?q=Hidden",
        reverse("admin:autocomplete")
        + "?app_label=articles&model_name=article&field_name=related&term=Hidden",
        url_of(hidden) + "?_popup=1",
    ]
    for door in doors:
        answer = client.get(door, follow=True)
        words = answer.content.decode().replace("?q=Hidden", "").replace('value="Hidden"', "")
        assert "Hidden words" not in words, door


def confirmed(*records):
    """The answer to the page that asks before many records are changed; nothing was ever saved of these."""
    return {"confirmed": "yes", "_seen": [f"{record.pk}:" for record in records]}


def test_an_action_leaves_rows_outside_the_area_as_they_are(make_member):
    mine, other = make_article(), make_article()
    account = make_member("publisher")
    limit(mine.column, user=account)
    form = {"action": "withdraw_en", "_selected_action": [mine.pk, other.pk], **confirmed(mine, other)}
    answer = client_of(account).post(reverse("admin:articles_article_changelist"), form, follow=True)
    assert "outside your area" in answer.content.decode()
    live = {record.pk: record.is_live("en") for record in Article.objects.all()}
    assert live == {mine.pk: False, other.pk: True}


def test_an_action_on_everything_leaves_them_too(make_member):
    mine, other = make_article(), make_article()
    account = make_member("publisher")
    limit(mine.column, user=account)
    form = {"action": "withdraw_en", "_selected_action": [mine.pk], "select_across": "1", "index": "0"}
    form |= confirmed(mine, other)
    client_of(account).post(reverse("admin:articles_article_changelist"), form)
    assert Article.objects.get(pk=other.pk).is_live("en")


def test_nothing_is_filed_outside_the_area(make_member):
    account, mine = make_member("editor"), make_article(languages=[])
    limit(mine.column, user=account)
    client, elsewhere = client_of(account), make_column()
    data = opened(client, mine) | {"column": str(elsewhere.pk)}
    assert client.post(url_of(mine), data).status_code == 200
    assert Article.objects.get(pk=mine.pk).column_id == mine.column_id


# Languages


@pytest.mark.parametrize(("role", "own"), [("translator-en", "en"), ("translator-zh-hans", "zh-hans")])
def test_a_translator_of_one_language_changes_that_one(make_member, role, own):
    account, article = make_member(role), make_article()
    allowed = {language for language in (*LANGUAGES, SHARED) if can(account, "change", article, language)}
    assert allowed == {own}
    assert can(account, "change", article) and can(account, "view", article)


@pytest.mark.parametrize("role", ["editor", "translator", "publisher", "admin"])
def test_every_other_writer_changes_all(make_member, role):
    account, article = make_member(role), make_article()
    assert all(can(account, "change", article, language) for language in (*LANGUAGES, SHARED, None))


def test_a_second_role_lifts_the_limit_and_a_group_of_ones_own_does_not(make_member):
    account, article = make_member("translator-en"), make_article()
    account.groups.add(Group.objects.create(name="friends"))
    assert not can(type(account).objects.get(pk=account.pk), "change", article, "zh-hans")
    account.groups.add(Group.objects.get(name="editor"))
    assert can(type(account).objects.get(pk=account.pk), "change", article, "zh-hans")


def test_the_form_shows_the_other_language_and_does_not_let_it_be_written(make_member):
    article = make_article()
    html = client_of(make_member("translator-zh-hans")).get(url_of(article)).content.decode()
    assert article.headline_en in html
    english, chinese = (html.split(f'name="headline_{code}"')[1].split(">")[0] for code in ("en", "zh_hans"))
    assert "disabled" in english and "disabled" not in chinese


def test_a_forged_form_changes_nothing_of_the_other_language_or_of_what_is_shared(make_member):
    article, client = make_article(), client_of(make_member("translator-zh-hans"))
    data = opened(client, article)
    data |= {
        "headline_zh_hans": "新的标题",
        "headline_en": "Forged",
        "slug": "forged",
        "is_pinned": "on",
        "column": str(make_column().pk),
        "related": [str(make_article().pk)],
        "related-0": "1",
    }
    assert client.post(url_of(article), data).status_code == 302
    draft = open_draft(article)
    assert draft.pending == ["zh-hans"]
    assert draft.snapshot["f"]["headline_zh_hans"] == "新的标题"


def test_a_forged_form_of_an_unpublished_record_changes_nothing_else_either(make_member):
    article, client = make_article(languages=[]), client_of(make_member("translator-en"))
    before = article.headline_zh_hans, article.slug
    data = opened(client, article)
    data |= {"headline_en": "New headline", "headline_zh_hans": "伪造", "slug": "forged", "_publish_en": "1"}
    assert client.post(url_of(article), data).status_code == 302
    fresh = Article.objects.get(pk=article.pk)
    assert (fresh.headline_en, fresh.headline_zh_hans, fresh.slug) == ("New headline", *before)
    assert not fresh.is_live("en")


def test_composing_keeps_what_is_not_theirs_even_if_a_form_let_it_through(make_member):
    article = make_article()
    copy = load(article, take(article))
    form_class = forms.modelform_factory(Article, fields=["headline_en", "headline_zh_hans", "is_pinned"])
    form = form_class({"headline_en": "A", "headline_zh_hans": "乙", "is_pinned": "on"}, instance=copy)
    assert form.is_valid(), form.errors
    snapshot = compose(copy, form, [], may_write=frozenset({"zh-hans"}))
    fields = snapshot["f"]
    assert (fields["headline_en"], fields["headline_zh_hans"], fields["is_pinned"]) == (
        article.headline_en,
        "乙",
        False,
    )


def test_one_translators_form_does_not_lock_anothers(make_member):
    article = make_article()
    client_of(make_member("translator-zh-hans")).get(url_of(article))
    html = client_of(make_member("editor")).get(url_of(article)).content.decode()
    assert "disabled" not in html.split('name="headline_en"')[1].split(">")[0]
    assert "disabled" not in html.split('name="slug"')[1].split(">")[0]
