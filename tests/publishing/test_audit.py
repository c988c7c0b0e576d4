"""The audit log: every deed once, in the transaction of the deed, and never changed."""

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from publishing.audit import auditing
from publishing.drafts.saving import discard_draft
from publishing.models import AppendOnly, AuditEntry, Scope
from publishing.publication.actions import publish, unschedule, withdraw
from tests.factories import make_article, make_column, tomorrow
from tests.publishing.drafting import make_named_enterprise, row, save_words


@pytest.fixture
def enterprise(db):
    return make_named_enterprise(languages=[])


def actions_of(record):
    return list(AuditEntry.objects.of(record).order_by("pk").values_list("action", "language"))


def test_what_happened_to_a_record_is_told_in_order(enterprise, make_member):
    person = make_member("publisher")
    publish(enterprise, language="en", by=person)
    save_words(enterprise, short_name_en="New")
    publish(row(enterprise), language="en", by=person)
    save_words(enterprise, short_name_en="Newer")
    discard_draft(enterprise, by=person)
    withdraw(row(enterprise), language="en", by=person)
    publish(row(enterprise), language="zh-hans", by=person, at=tomorrow())
    unschedule(row(enterprise), language="zh-hans", by=person)
    assert actions_of(enterprise) == [
        ("publishing.published", "en"),
        ("publishing.applied", ""),
        ("publishing.published", "en"),
        ("publishing.discarded", ""),
        ("publishing.withdrawn", "en"),
        ("publishing.scheduled", "zh-hans"),
        ("publishing.schedule_cancelled", "zh-hans"),
    ]
    assert set(AuditEntry.objects.of(enterprise).values_list("person_name", flat=True)) == {"publisher"}


def test_an_entry_says_what_was_before_and_after(enterprise):
    publish(enterprise, language="en")
    entry = AuditEntry.objects.of(enterprise).get()
    assert entry.old == {"live_from": None, "live_until": None}
    assert entry.new["live_from"] == enterprise.live_from_en.isoformat()


def test_a_moved_address_is_an_entry(db):
    enterprise = make_named_enterprise(slug="one")
    save_words(enterprise, slug="two")
    publish(row(enterprise), language="en")
    entry = AuditEntry.objects.of(enterprise).get(action="publishing.address_changed")
    assert (entry.old, entry.new) == ({"address": "/enterprises/one/"}, {"address": "/enterprises/two/"})


def test_a_deed_that_is_rolled_back_leaves_no_entry(enterprise):
    with transaction.atomic():
        publish(enterprise, language="en")
        transaction.set_rollback(True)
    assert not AuditEntry.objects.of(enterprise).exists()


@pytest.mark.parametrize(
    "deed",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: AuditEntry.objects.update(reason="other"),
        lambda entry: AuditEntry.objects.filter(pk=entry.pk).delete(),
        lambda entry: AuditEntry.objects.bulk_update([entry], ["reason"]),
        lambda entry: AuditEntry.objects.update_or_create(pk=entry.pk, defaults={"reason": "other"}),
        lambda entry: AuditEntry._base_manager.all().delete(),
        lambda entry: AuditEntry._default_manager.all()._raw_delete("default"),
    ],
)
def test_an_entry_is_neither_changed_nor_deleted(enterprise, deed):
    entry = auditing.record("publishing.published", subject=enterprise)
    with pytest.raises(AppendOnly):
        deed(entry)
    assert AuditEntry.objects.get(pk=entry.pk).reason == ""


def test_an_entry_outlives_the_person_and_the_record(enterprise, make_member):
    person = make_member("publisher")
    entry = auditing.record("publishing.published", subject=enterprise, by=person)
    person.delete()
    enterprise.delete()
    kept = AuditEntry.objects.get(pk=entry.pk)
    assert (kept.person_name, kept.record_name, kept.person_id) == (
        "publisher",
        entry.record_name,
        entry.person_id,
    )


@pytest.mark.parametrize(("language", "title"), [("en", "Published"), ("zh-hans", "已发布")])
def test_the_title_of_an_entry_says_the_deed_in_words(enterprise, log_in, language, title):
    publish(enterprise, language="en")
    entry = AuditEntry.objects.get()
    with override(language):
        assert str(entry).startswith(title) and str(entry).endswith(entry.record_name)
    client = log_in("admin")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    shown = client.get(reverse("admin:publishing_auditentry_change", args=[entry.pk])).content.decode()
    assert title in shown and "publishing.published" not in shown


def test_an_action_without_a_name_is_refused(enterprise):
    with pytest.raises(ValueError, match="not an action"):
        auditing.record("publishing.mispelt", subject=enterprise)


def test_publishers_and_administrators_read_the_log_and_nobody_writes_it(
    log_in, publisher, editor, enterprise
):
    entry = auditing.record("publishing.published", subject=enterprise)
    url, one = (
        reverse("admin:publishing_auditentry_changelist"),
        reverse("admin:publishing_auditentry_change", args=[entry.pk]),
    )
    administrator = log_in("admin")
    for client in (publisher, administrator):
        assert str(enterprise) in client.get(url).content.decode()
        assert client.get(one).status_code == 200
        assert client.post(one, {"reason": "other"}).status_code == 403
    assert editor.get(url).status_code == 403
    assert administrator.get(reverse("admin:publishing_auditentry_add")).status_code == 403
    assert (
        administrator.get(reverse("admin:publishing_auditentry_delete", args=[entry.pk])).status_code == 403
    )


def test_an_entry_about_a_draft_outside_of_ones_area_is_not_shown(log_in, make_member, db):
    mine, theirs = make_column(), make_column()
    person = make_member("publisher", username="scoped")
    kind = ContentType.objects.get_for_model(mine)
    Scope.objects.create(user=person, content_type=kind, object_id=str(mine.pk))
    for column, headline in ((mine, "In my column"), (theirs, "In theirs")):
        article = make_article(languages=[], column=column, headline_en=headline)
        auditing.record("publishing.discarded", subject=article)
    client = Client()
    client.force_login(person)
    page = client.get(reverse("admin:publishing_auditentry_changelist")).content.decode()
    assert "In my column" in page and "In theirs" not in page
