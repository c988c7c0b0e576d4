"""A subscriber who fills in the form as people do, and a mail server of each test's own."""

import re
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from bilingual.moments import BEIJING
from subscriptions import digests, subscribing
from subscriptions.models import Subscription
from tests.publishing.smtp_server import SmtpServer

#: A Tuesday.
EIGHT = datetime(2026, 12, 1, 8, tzinfo=BEIJING)


@pytest.fixture
def send(visitor, monkeypatch):
    """A function that subscribes: ``send("projects", "industry=cars", email="a@example.com")``."""
    monkeypatch.setattr("ui.visitor_forms.SHORTEST", 0)

    def send_one(list_key="news", query="", page="en", **changes):
        address = f"/{page}/subscriptions/new/{list_key}/?{query}"
        opened = visitor.get(address).context["form"].fields["opened"].initial
        typed = {"email": "reader@example.com", "frequency": "daily", "language": page, "consent": "on"}
        return visitor.post(address, {**typed, "opened": opened, **changes})

    return send_one


@pytest.fixture
def subscribed(db):
    """A function that makes a confirmed subscription which has been told everything up to a moment."""

    def subscribe_one(list_key="news", query="", told_until=None, **fields):
        words = {"email": "reader@example.com", "language": "en", "frequency": "daily", **fields}
        told_until = told_until or EIGHT - timedelta(days=1)
        return Subscription.objects.create(
            list_key=list_key,
            query=query,
            email_key=subscribing.email_key(words["email"]),
            consent="Yes.",
            confirmed_at=told_until,
            told_until=told_until,
            **words,
        )

    return subscribe_one


@pytest.fixture
def at(monkeypatch):
    """A function that sets the clock: ``at(EIGHT + timedelta(minutes=6))``."""

    def set_clock(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


@pytest.fixture
def a_round(run_jobs, at):
    """A function that lets the worker do its round shortly after a moment, with the letters that follow."""

    def do_round(moment=EIGHT):
        at(moment + timedelta(minutes=6))
        digests.do_round.enqueue()
        run_jobs()

    return do_round


@pytest.fixture
def mail_server(settings):
    """A mail server that this test alone talks to."""
    with SmtpServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield server


def plain(letter) -> str:
    return letter.get_body(("plain",)).get_content()


def link_in(text: str) -> str:
    """The path of the page of a subscription that a letter leads to."""
    return re.search(r"http://[^/]+(/\S+/subscriptions/own/[^/\s]+/)", text)[1]
