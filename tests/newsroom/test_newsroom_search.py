"""The search of the newsroom: both languages at once, drafts for those who may see them, nothing for others."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from publishing.drafts.saving import discard_draft, first_revision, save_draft
from publishing.models import Scope
from publishing.publication.actions import publish, withdraw
from publishing.snapshots import take
from search.models import Miss
from search_index.drafts import shelve, shelve_kind
from search_index.models import DraftEntry
from tests.admin.conftest import crowd  # noqa: F401
from tests.factories import make_article, make_enterprise, tomorrow
from tests.publishing.drafting import row

PAGE = "/admin/search/"


def found(client, text, **query):
    return client.get(PAGE, {"q": text, **query}).content.decode()


def draft_of(record, by=None, **fields):
    snapshot = take(record)
    snapshot["f"] |= fields
    return save_draft(record, snapshot, seen=first_revision(record), by=by)


def shelf_of(record):
    return set(DraftEntry.objects.filter(object_id=record.pk).values_list("language", flat=True))


# The shelf


def test_an_article_that_nobody_has_published_stands_on_the_shelf_until_it_is_live(db):
    article = make_article(languages=[])
    first_revision(article)
    assert shelf_of(article) == {"en", "zh-hans"}
    publish(article, language="en")
    assert shelf_of(article) == {"zh-hans"}
    withdraw(row(article), language="en")
    assert shelf_of(article) == {"en", "zh-hans"}


def test_a_draft_stands_there_in_the_languages_that_it_changes(db):
    article = make_article()
    draft_of(article, headline_en="Kangaroo bridge")
    assert shelf_of(article) == {"en"}
    entry = DraftEntry.objects.get(object_id=article.pk)
    assert entry.title == "Kangaroo bridge" and entry.is_draft
    discard_draft(row(article), by=None)
    assert shelf_of(article) == set()


def test_a_deleted_record_leaves_the_shelf(db):
    article = make_article(languages=[])
    first_revision(article)
    article.delete()
    assert not DraftEntry.objects.exists()


def test_the_shelf_is_written_again_from_the_records(db):
    article, live = make_article(languages=[]), make_article()
    draft_of(live, headline_en="Kangaroo bridge")
    DraftEntry.objects.all().delete()
    assert shelve_kind(type(article)) == 3
    assert shelf_of(article) == {"en", "zh-hans"} and shelf_of(live) == {"en"}


def test_every_kind_of_record_can_stand_there(crowd):  # noqa: F811
    from search_index.documents import kinds

    crowd(1)
    shelved = 0
    for kind in kinds():
        for record in kind.model.objects.all()[:2]:
            draft_of(record, to_confirm="Ask.")
            shelve(row(record))
            shelved += len(shelf_of(record))
    assert shelved > 20


# The page


@pytest.mark.parametrize("text", ["Kangaroo bridge", "袋鼠", "daishu", "kangaroo"])
def test_a_draft_is_found_by_either_language_and_by_sound(editor, text):
    article = make_article(languages=[], headline_en="Kangaroo bridge", headline_zh_hans="袋鼠大桥")
    first_revision(article)
    page = found(editor, text)
    assert f"/admin/articles/article/{article.pk}/change/" in page
    assert "1 record" in page


def test_a_draft_is_found_by_its_new_words_and_never_in_public(editor, visitor):
    article = make_article(headline_en="Bridge")
    draft_of(article, headline_en="Kangaroo bridge")
    page = found(editor, "kangaroo")
    assert "with a draft" in page and "<mark>Kangaroo</mark>" in page
    for language in ("en", "zh-hans"):
        assert (
            "Kangaroo bridge" not in visitor.get(f"/{language}/search/", {"q": "kangaroo"}).content.decode()
        )
        assert visitor.get(f"/{language}/search/suggestions/", {"q": "kangaroo"}).json() == []


def test_scheduled_withdrawn_and_expired_records_are_found_by_staff_alone(editor, visitor):
    scheduled = make_article(at=tomorrow(), headline_en="Kangaroo one way")
    withdrawn = make_article(headline_en="Kangaroo other way")
    withdraw(withdrawn, language="en", at=timezone.now() - timedelta(hours=1))
    page = found(editor, "kangaroo")
    for article in (scheduled, withdrawn):
        assert f"/admin/articles/article/{article.pk}/change/" in page
    assert "other way" not in visitor.get("/en/search/", {"q": "kangaroo"}).content.decode()


def test_a_record_is_shown_once_with_both_names_and_its_states(editor):
    make_enterprise(short_name_en="Kangaroo Works", short_name_zh_hans="袋鼠工厂")
    page = found(editor, "kangaroo")
    assert page.count('<li class="find">') == 1
    assert "袋鼠工厂" in page and page.count("state--live") == 2
    assert "View site" in page


def test_kinds_narrow_and_nonsense_is_named(editor):
    make_enterprise(short_name_en="Kangaroo Works")
    make_article(headline_en="Kangaroo bridge")
    page = found(editor, "kangaroo", kind="enterprise")
    assert "Kangaroo Works" in page.replace("<mark>", "").replace("</mark>", "")
    assert page.count('<li class="find">') == 1
    assert "“dragon” is not a filter here." in found(editor, "kangaroo", kind="dragon")


@pytest.mark.parametrize("text", ["\x00", "'\"*%_", "🏭" * 50, "x" * 10_000, "‮", " ", "NEAR(a b)", "%"])
def test_any_text_gets_a_page(editor, text):
    make_article(languages=[])
    assert editor.get(PAGE, {"q": text, "page": "x"}).status_code == 200


def test_who_reads_no_content_has_no_search(log_in, visitor):
    for role in ("desk", "staff"):
        client = log_in(role)
        assert client.get(PAGE, {"q": "kangaroo"}).status_code == 403
        assert "newsroom-search" not in client.get("/admin/").content.decode()
    assert visitor.get(PAGE).status_code == 302


def test_drafts_of_other_areas_are_not_found(make_member, log_in, db):
    mine, other = make_article(languages=[]), make_article(languages=[], headline_en="Kangaroo bridge")
    public = make_article(headline_en="Kangaroo in public")
    for article in (mine, other):
        first_revision(article)
    draft_of(public, headline_en="Kangaroo in private")
    member = make_member("editor", username="limited")
    kind = ContentType.objects.get_for_model(mine.column)
    Scope.objects.create(user=member, content_type=kind, object_id=str(mine.column_id))
    from django.test import Client

    client = Client()
    client.force_login(member)
    page = found(client, "kangaroo").replace("<mark>", "").replace("</mark>", "")
    assert "Kangaroo bridge" not in page and "Kangaroo in private" not in page
    assert "Kangaroo in public" in page


def test_the_field_stands_on_every_page_and_costs_no_query(editor, django_assert_max_num_queries):
    assert 'id="newsroom-search"' in editor.get("/admin/").content.decode()
    editor.get(PAGE)
    with django_assert_max_num_queries(8):
        editor.get(PAGE)


def test_the_price_does_not_grow_with_what_is_found(editor, django_assert_max_num_queries):
    column = make_article(headline_en="Kangaroo bridge").column
    for _ in range(30):
        make_article(column=column, headline_en="Kangaroo bridge")
        first_revision(make_article(column=column, languages=[], headline_en="Kangaroo road"))
    found(editor, "kangaroo")
    with django_assert_max_num_queries(34):
        found(editor, "kangaroo")


# What was looked for in vain


def test_the_first_page_tells_what_was_looked_for_in_vain(log_in, db):
    today = timezone.localdate()
    Miss.objects.create(text="kangaroo", language="en", count=4, last_on=today)
    Miss.objects.create(text="long ago", language="en", count=9, last_on=today - timedelta(days=40))
    page = log_in("editor").get("/admin/").content.decode()
    assert "Not found in search" in page and "kangaroo" in page and "4 times" in page
    assert "long ago" not in page
    assert "kangaroo" not in log_in("desk").get("/admin/").content.decode()


def test_the_list_of_misses_leads_to_the_search_again(editor):
    Miss.objects.create(text="袋鼠", language="zh-hans", last_on=timezone.localdate())
    page = editor.get("/admin/search/miss/?within=7").content.decode()
    assert "/zh-hans/search/?q=%E8%A2%8B%E9%BC%A0" in page
    miss = Miss.objects.get()
    assert editor.get(f"/admin/search/miss/{miss.pk}/change/").status_code == 200
    assert editor.post(f"/admin/search/miss/{miss.pk}/change/", {"text": "x"}).status_code == 403
    assert editor.post(f"/admin/search/miss/{miss.pk}/delete/", {"post": "yes"}).status_code == 403
    assert "kangaroo" not in editor.get("/admin/search/miss/?within=nonsense&q=x").content.decode()
