"""What is typed and not saved: kept for its person alone, offered again, gone once it is saved."""

import json
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from enterprises.models import Enterprise
from publishing.drafts.saving import head_of, open_draft
from publishing.models import Revision, Scratch
from tests.factories import make_article, make_enterprise
from tests.publishing.forms import add_row, form_data

ADD = "/admin/articles/article/add/"


def url_of(record):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def place_of(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_scratch")


def pairs(data):
    return [
        [name, one] for name, value in data.items() for one in (value if isinstance(value, list) else [value])
    ]


def kept(client, model, data, record="", **more):
    """The key of a form after its fields were kept."""
    sent = {"form": data["_scratch"], "record": record, "fields": json.dumps(pairs(data)), **more}
    assert client.post(place_of(model), sent).status_code == 200
    return data["_scratch"]


@pytest.fixture
def enterprise(db):
    return make_enterprise()


@pytest.fixture
def typed(publisher, enterprise):
    """The key and the fields of a form of a live enterprise with a new name and a new row, never saved."""
    data = form_data(publisher.get(url_of(enterprise)).content.decode())
    data["short_name_en"] = "Typed but not saved"
    add_row(data, "names", name_en="A fourth name", kind="alias", position="7")
    return kept(publisher, Enterprise, data, record=str(enterprise.pk)), data


def test_keeping_changes_neither_the_record_nor_its_history(typed, enterprise):
    assert open_draft(enterprise) is None
    assert Enterprise.objects.get(pk=enterprise.pk).short_name_en == enterprise.short_name_en


def test_the_form_offers_what_was_never_saved_with_its_rows(publisher, enterprise, typed):
    key, _data = typed
    page = publisher.get(url_of(enterprise)).content.decode()
    assert f'name="_restore" value="{key}"' in page
    assert "Typed but not saved" not in page
    again = publisher.post(url_of(enterprise), {"_restore": key})
    assert again.status_code == 200
    page = again.content.decode()
    assert 'value="Typed but not saved"' in page and 'value="A fourth name"' in page
    assert "data-unsaved" in page and "errornote" not in page and "errorlist" not in page
    assert open_draft(enterprise) is None


def test_what_is_restored_can_be_saved_and_is_then_no_longer_offered(publisher, enterprise, typed):
    key, _data = typed
    restored = form_data(publisher.post(url_of(enterprise), {"_restore": key}).content.decode()[:])
    assert publisher.post(url_of(enterprise), restored).status_code == 302
    assert open_draft(enterprise).snapshot["f"]["short_name_en"] == "Typed but not saved"
    assert not Scratch.objects.exists()


def test_what_is_restored_is_merged_with_what_others_saved_meanwhile(publisher, editor, enterprise, typed):
    key, _data = typed
    theirs = form_data(editor.get(url_of(enterprise)).content.decode())
    assert editor.post(url_of(enterprise), {**theirs, "short_name_zh_hans": "别人写的"}).status_code == 302
    restored = form_data(publisher.post(url_of(enterprise), {"_restore": key}).content.decode())
    publisher.post(url_of(enterprise), restored)
    words = head_of(enterprise).snapshot["f"]
    assert (words["short_name_en"], words["short_name_zh_hans"]) == ("Typed but not saved", "别人写的")


def test_words_that_were_set_aside_in_a_conflict_are_not_offered_twice(publisher, editor, enterprise, typed):
    _key, data = typed
    theirs = form_data(editor.get(url_of(enterprise)).content.decode())
    editor.post(url_of(enterprise), {**theirs, "short_name_en": "Theirs"})
    publisher.post(url_of(enterprise), data)
    assert Revision.objects.of(enterprise).filter(kind=Revision.Kind.PARKED).count() == 1
    assert not Scratch.objects.exists()


def test_a_form_with_a_mistake_goes_on_keeping_under_its_key(publisher, db):
    data = form_data(publisher.get(ADD).content.decode()) | {"headline_en": "New", "column": ""}
    key = kept(publisher, Article, data)
    answer = publisher.post(ADD, data)
    assert answer.status_code == 200 and f'name="_scratch" value="{key}"' in answer.content.decode()
    assert Scratch.objects.filter(pk=key).exists()


def test_a_new_record_is_restored_into_the_form_of_a_new_record(publisher, db):
    data = form_data(publisher.get(ADD).content.decode()) | {"headline_en": "Half a head"}
    key = kept(publisher, Article, data)
    assert 'value="Half a head"' in publisher.post(ADD, {"_restore": key}).content.decode()
    article = make_article()
    assert publisher.post(url_of(article), {"_restore": key}).status_code == 302


def test_nobody_else_sees_restores_overwrites_or_discards_it(editor, enterprise, typed):
    key, data = typed
    assert "_restore" not in editor.get(url_of(enterprise)).content.decode()
    assert editor.post(url_of(enterprise), {"_restore": key}).status_code == 302
    editor.post(url_of(enterprise), {"_discard": key})
    sent = {"form": key, "record": str(enterprise.pk), "fields": "[]"}
    assert editor.post(place_of(Enterprise), sent).status_code == 400
    assert editor.get(reverse("admin:enterprises_enterprise_kept", args=[key])).status_code == 404
    assert Scratch.objects.get().fields == pairs(data)


def test_discarding_asks_for_no_script(publisher, enterprise, typed):
    key, _data = typed
    assert publisher.post(url_of(enterprise), {"_discard": key}).status_code == 302
    assert not Scratch.objects.exists()


def test_the_words_can_be_read_after_the_record_is_gone(publisher, enterprise, typed):
    key, _data = typed
    Enterprise.objects.filter(pk=enterprise.pk).delete()
    page = publisher.get(reverse("admin:enterprises_enterprise_kept", args=[key])).content.decode()
    assert "Typed but not saved" in page


def test_who_is_logged_out_or_another_is_told_so_and_nothing_is_kept(publisher, visitor):
    sent = {"form": str(uuid.uuid4()), "fields": "[]"}
    assert visitor.post(place_of(Article), sent).status_code == 401
    assert publisher.post(place_of(Article), {**sent, "user": "0"}).status_code == 401
    assert not Scratch.objects.exists()


@pytest.mark.parametrize("fields", ["", "{}", "[1]", '[["a"]]', '[["a", 1]]', "[["])
def test_nonsense_is_refused(publisher, fields):
    sent = {"form": str(uuid.uuid4()), "fields": fields}
    assert publisher.post(place_of(Article), sent).status_code == 400


def test_the_key_of_no_possible_record_is_refused(publisher):
    sent = {"form": str(uuid.uuid4()), "fields": "[]", "record": "x"}
    assert publisher.post(place_of(Article), sent).status_code == 400


def test_a_reader_who_may_write_nothing_keeps_nothing(log_in):
    sent = {"form": str(uuid.uuid4()), "fields": "[]"}
    assert log_in("reviewer").post(place_of(Article), sent).status_code == 403


def test_keeping_asks_for_the_token_of_the_form(make_member):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_member("publisher"))
    sent = {"form": str(uuid.uuid4()), "fields": "[]"}
    assert client.post(place_of(Article), sent).status_code == 403
    token = client.get(place_of(Article)).json()["token"]
    assert client.post(place_of(Article), {**sent, "csrfmiddlewaretoken": token}).status_code == 200
