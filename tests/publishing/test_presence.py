"""Whoever opens a record sees who else has it open, and only for as long as they have."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from publishing.models import Presence
from tests.factories import make_enterprise

HERE = "/admin/enterprises/enterprise/presence/"


@pytest.fixture
def enterprise(db):
    return make_enterprise()


def beat(client, record, form=None):
    return client.post(HERE, {"form": form or str(uuid.uuid4()), "record": str(record.pk)})


def others(client, record, form=None):
    return beat(client, record, form).json()["others"]


def test_the_second_person_is_told_of_the_first_and_the_first_at_the_next_beat(publisher, editor, enterprise):
    first = str(uuid.uuid4())
    assert others(publisher, enterprise, first) == []
    assert "publisher" in others(editor, enterprise)[0]
    assert "editor" in others(publisher, enterprise, first)[0]
    assert Presence.objects.count() == 2


def test_another_window_of_the_same_person_is_told_as_such(publisher, enterprise):
    others(publisher, enterprise)
    assert others(publisher, enterprise)[0].startswith("You ")


def test_who_is_silent_is_forgotten(publisher, editor, enterprise):
    others(publisher, enterprise)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=91))
    assert others(editor, enterprise) == []
    assert Presence.objects.count() == 1


def test_who_leaves_is_forgotten_at_once_and_can_close_nobody_elses_form(publisher, editor, enterprise):
    key = str(uuid.uuid4())
    beat(publisher, enterprise, key)
    leave = {"form": key, "record": str(enterprise.pk), "leaving": "1"}
    editor.post(HERE, leave)
    assert Presence.objects.filter(pk=key).exists()
    publisher.post(HERE, leave)
    assert others(editor, enterprise) == []


def test_another_record_is_no_matter(publisher, editor, enterprise):
    others(publisher, make_enterprise())
    assert others(editor, enterprise) == []


def test_the_key_of_another_person_is_not_taken_over(publisher, editor, enterprise):
    key = str(uuid.uuid4())
    beat(publisher, enterprise, key)
    beat(editor, enterprise, key)
    assert Presence.objects.get().user.username == "publisher"


def test_only_who_may_write_is_noted_and_nobody_else_learns_who_works(log_in, visitor, enterprise):
    assert beat(visitor, enterprise).status_code == 401
    assert beat(log_in("reviewer"), enterprise).status_code == 403
    assert beat(log_in("editor"), type(enterprise)(pk=987654)).status_code == 404
    assert not Presence.objects.exists()


def test_looking_at_a_form_writes_nothing(publisher, enterprise):
    page = publisher.get(reverse("admin:enterprises_enterprise_change", args=[enterprise.pk]))
    assert f'data-presence="{HERE}"' in page.content.decode()
    assert not Presence.objects.exists()
