"""A number opens no stored file: visitors get what something public shows, staff what they may see."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from link_checking.inside import judge
from link_checking.models import Link
from policies.models import Attachment
from publishing.drafts.saving import first_revision, save_draft
from publishing.publication.actions import withdraw
from publishing.snapshots import take
from tests.factories import make_article, make_policy, tomorrow
from tests.sweeps.permission_table import READERS, ROLES

pytestmark = pytest.mark.django_db


def by_number(visitor, file, language="en") -> int:
    cache.clear()
    return visitor.get(f"/{language}/documents/{file.pk}/").status_code


def test_a_file_that_nothing_shows_is_not_found_by_its_number(visitor, store):
    file = store()
    assert by_number(visitor, file) == 404
    assert visitor.get("/en/documents/999999/").status_code == 404
    assert visitor.get(f"/en/documents/{10**30}/").status_code == 404
    own = visitor.get(file.get_absolute_url())
    assert b"".join(own.streaming_content) == b"%PDF-1.7 text", "its own address cannot be guessed"


@pytest.mark.parametrize("key", ["0" * 24, "x", "original.pdf", "%2e%2e", "é"])
def test_a_guessed_key_opens_nothing(visitor, store, key):
    file = store()
    assert visitor.get(f"/en/documents/{file.pk}/{key}/").status_code == 404


def test_the_address_of_one_file_says_nothing_of_the_next(store):
    first, second = store(), store()
    assert first.key != second.key
    file = first.file.name
    assert file not in first.get_absolute_url() and file.split("/")[1] not in first.get_absolute_url()


def test_a_live_text_shows_a_file_in_its_own_language(visitor, store):
    file = store()
    article = make_article(body_en=f'<p><a href="/en/documents/{file.pk}/">Guide</a></p>')
    answer = visitor.get(f"/en/documents/{file.pk}/")
    assert answer.status_code == 302 and answer["Location"] == file.get_absolute_url()
    withdraw(article, language="en")
    assert by_number(visitor, file) == 404, "the Chinese text does not speak of it"


def test_a_live_text_with_the_whole_address_shows_the_file_too(visitor, store):
    file = store()
    make_article(body_en=f'<p><a href="{file.get_absolute_url()}">Guide</a></p>')
    assert by_number(visitor, file) == 302


def test_an_earlier_address_of_a_file_that_is_shown_leads_to_the_present_one(visitor, store):
    file = store()
    earlier = file.get_absolute_url()
    make_article(body_en=f'<p><a href="{earlier}">Guide</a></p>')
    file.file.name = "documents/another/original.pdf"
    file.save()
    answer = visitor.get(earlier)
    assert answer.status_code == 302 and answer["Location"] == file.get_absolute_url() != earlier


def test_an_article_of_tomorrow_shows_nothing_today(visitor, store):
    file = store()
    make_article(at=tomorrow(), body_en=f'<p><a href="/en/documents/{file.pk}/">Guide</a></p>')
    assert by_number(visitor, file) == 404


def test_a_draft_shows_nothing(visitor, store):
    file, article = store(), make_article()
    snapshot = take(article)
    snapshot["f"]["body_en"] = f'<p><a href="/en/documents/{file.pk}/">Guide</a></p>'
    save_draft(article, snapshot, seen=first_revision(article), by=None)
    assert by_number(visitor, file) == 404


def test_an_attachment_is_shown_as_long_as_its_policy(visitor, store):
    file, policy = store(), make_policy()
    Attachment.objects.create(policy=policy, name_en="Form", document=file)
    assert by_number(visitor, file) == 302
    for language in ("en", "zh-hans"):
        withdraw(policy, language=language, at=timezone.now() - timedelta(seconds=1))
    assert by_number(visitor, file) == 404


def test_the_library_shows_its_files(visitor, store, make_document):
    file = store()
    document = make_document(files=[file])
    assert by_number(visitor, file, "zh-hans") == 302
    for language in ("en", "zh-hans"):
        withdraw(document, language=language)
    assert by_number(visitor, file) == 404


def test_staff_who_may_see_files_find_them_by_number_and_nobody_else(client, make_member, store):
    file, let_in = store(), set()
    for role in ROLES:
        client.logout()
        if role == "former":
            client.force_login(make_member("publisher", username="former", is_staff=False))
        elif role != "visitor":
            client.force_login(make_member(role))
        if by_number(client, file) == 302:
            let_in.add(role)
    assert let_in == READERS


def test_whether_a_file_is_shown_is_not_kept_by_anybody_between(visitor, store):
    file = store()
    make_article(body_en=f'<p><a href="/en/documents/{file.pk}/">Guide</a></p>')
    assert "no-store" in visitor.get(f"/en/documents/{file.pk}/")["Cache-Control"]


@pytest.mark.parametrize("address", ["/en/documents/{}/", "/en/documents/{}/earlier-key/", "/documents/{}/"])
def test_a_link_to_a_stored_file_works_as_long_as_the_file_is_there(store, address):
    links = [
        Link.objects.create(fingerprint=str(key)[:60], address=address.format(key), kind=Link.Kind.INSIDE)
        for key in (store().pk, 10**15)
    ]
    judge(links)
    assert [link.status for link in links] == [Link.Status.WORKING, Link.Status.MISSING]
