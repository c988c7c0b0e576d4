"""What a message is about: the public record that its sender came from."""

import pytest
from django.apps import apps

from inquiries.models import Inquiry
from inquiries.sending import subjects
from tests.factories import make_event, make_park, make_project

LIST = "/admin/inquiries/inquiry/"


def opened(visitor, query, page="en"):
    return visitor.get(f"/{page}/inquiries/new/?{query}").content.decode()


@pytest.mark.parametrize(
    ("kind", "make"), [("park", make_park), ("project", make_project), ("event", make_event)]
)
def test_a_link_names_the_record_that_a_visitor_came_from(visitor, kind, make):
    record = make()
    text = opened(visitor, f"{kind}={record.slug}&topic=site")
    assert f'name="about" value="{kind}:{record.slug}"' in text


def test_the_record_is_kept_with_the_message_and_shown_to_the_desk(visitor, send, log_in):
    park = make_park(name_en="Longxing park")
    send(about=f"park:{park.slug}")
    inquiry = Inquiry.objects.get()
    assert (inquiry.about_kind, inquiry.about_slug) == ("park", park.slug)
    text = log_in("desk").get(f"{LIST}{inquiry.pk}/change/").content.decode()
    assert "Longxing park" in text
    assert park.get_absolute_url() in text


def test_a_record_that_is_gone_later_is_named_by_its_address(send, log_in):
    park = make_park()
    send(about=f"park:{park.slug}")
    park.delete()
    inquiry = Inquiry.objects.get()
    assert inquiry.about_slug in log_in("desk").get(f"{LIST}{inquiry.pk}/change/").content.decode()


@pytest.mark.parametrize(
    "about",
    ["", ":", "park:", "park:nobody", "nothing:x", "park:%00", "park:" + "x" * 5000, "inquiry:1", "\0:\0"],
)
def test_nonsense_is_about_nothing_and_stops_no_message(send, about):
    assert send(about=about).status_code in (200, 302)
    assert not Inquiry.objects.exclude(about_kind="").exists()


def test_what_is_not_public_is_not_named(visitor):
    park = make_park(languages=["zh-hans"])
    assert 'name="about"' not in opened(visitor, f"park={park.slug}")
    assert 'name="about"' in opened(visitor, f"park={park.slug}", "zh-hans")


def test_every_kind_of_an_installed_app_can_be_found(db):
    installed = [kind for kind, label in subjects.KINDS.items() if _is_there(label)]
    assert {"park", "project", "event"} <= set(installed)
    for kind in installed:
        assert subjects.find(kind, "no-such-record") is None


def _is_there(label):
    try:
        return bool(apps.get_model(label))
    except LookupError:
        return False
