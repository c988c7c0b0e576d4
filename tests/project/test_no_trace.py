"""Whoever registered for an event, or followed a list, and is erased: no trace of the person is left anywhere."""

import logging
import tempfile
from datetime import timedelta

import pytest
from django.utils import timezone

from investment import registering
from investment.models import Registration
from publishing.chores import do_daily
from subscriptions import digests
from subscriptions.models import Subscription
from tests.factories import make_article, make_event
from tests.publishing.smtp_server import SmtpServer
from tests.services import traces

WORDS = ("quirina", "zwetschge", "茨维奇根")
PERSON = {
    "name": "Quirina 茨维奇根",
    "organisation": "Zwetschgen Works",
    "email": "Quirina@Zwetschge.example",
}


@pytest.fixture(autouse=True)
def stage(settings, tmp_path, monkeypatch, caplog):
    """A log that keeps every line, and temporary files in a folder that is looked through."""
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("ui.visitor_forms.SHORTEST", 0)


@pytest.fixture(params=[0, 100], ids=["mail goes out", "mail is refused"])
def mail_server(settings, request):
    with SmtpServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        server.refusals = request.param
        yield server


@pytest.fixture
def fill_in(visitor):
    """A function that fills in a form as people do."""

    def fill(address, **typed):
        opened = visitor.get(address).context["form"].fields["opened"].initial
        answer = visitor.post(address, {**typed, "language": "en", "consent": "on", "opened": opened})
        assert answer.status_code == 302

    return fill


def no_trace(tmp_path, caplog):
    assert traces.in_database(WORDS) == []
    assert traces.in_caches(WORDS) == []
    assert traces.in_folder(tmp_path, WORDS) == []
    assert not [word for word in WORDS if word in caplog.text.casefold()]


@pytest.mark.parametrize("way", ["by the guest", "by the desk", "by its day"])
def test_a_guest_leaves_no_trace(fill_in, visitor, log_in, mail_server, run_jobs, tmp_path, caplog, way):
    event = make_event(starts_on=timezone.localdate() + timedelta(days=5), takes_registrations=True, places=1)
    fill_in(f"/en/investing/events/{event.slug}/register/", **PERSON)
    run_jobs()
    row = Registration.objects.get()
    own = f"/en/investing/events/registration/{row.token}/"
    visitor.get(own), visitor.post(own, {"deed": "confirm"})
    desk = log_in("desk")
    desk.get(f"/admin/investment/registration/?q={PERSON['name']}")
    desk.get(f"/admin/search/?q={PERSON['name']}")
    run_jobs()
    assert len(traces.in_database(WORDS)) >= 3
    if way == "by the guest":
        assert visitor.post(own, {"deed": "erase"}).status_code == 200
    elif way == "by the desk":
        registering.erase(Registration.objects.get(), by=None)
    else:
        type(event).objects.filter(pk=event.pk).update(starts_on=timezone.localdate() - timedelta(days=400))
        do_daily()
    run_jobs()
    assert not Registration.objects.exists()
    no_trace(tmp_path, caplog)


@pytest.mark.parametrize("way", ["leaves", "erases everything", "never confirms"])
def test_a_subscriber_leaves_no_trace(fill_in, visitor, mail_server, run_jobs, tmp_path, caplog, way):
    fill_in("/en/subscriptions/new/news/", email=PERSON["email"], frequency="daily")
    run_jobs()
    row = Subscription.objects.get()
    if way != "never confirms":
        visitor.post(row.own_path, {"deed": "confirm"})
        Subscription.objects.update(told_until=timezone.now() - timedelta(days=3))
        make_article()
        digests.do_round.enqueue()
        run_jobs()
    assert traces.in_database(WORDS)
    if way == "leaves":
        visitor.post(row.own_path, {"deed": "leave"})
    elif way == "erases everything":
        visitor.post(row.own_path, {"deed": "erase"})
    else:
        Subscription.objects.update(created_at=timezone.now() - timedelta(days=8))
        do_daily()
    run_jobs()
    assert not Subscription.objects.exists()
    no_trace(tmp_path, caplog)


@pytest.mark.django_db(transaction=True)
def test_the_files_of_the_database_hold_no_trace_of_a_guest_either(visitor):
    event = make_event(starts_on=timezone.localdate() + timedelta(days=5), takes_registrations=True)
    row = registering.register(event=event, language="en", consent="Yes.", **PERSON)
    registering.erase(row)
    assert traces.in_database_files(WORDS) == []


@pytest.mark.django_db(transaction=True)
def test_the_files_of_the_database_hold_no_trace_of_a_subscriber_either(fill_in, visitor):
    fill_in("/en/subscriptions/new/news/", email=PERSON["email"], frequency="daily")
    row = Subscription.objects.get()
    visitor.post(row.own_path, {"deed": "leave"})
    assert not Subscription.objects.exists()
    assert traces.in_database_files(WORDS) == []
