"""A sender who fills in the form as people do: they open it, read, and send it a minute later."""

import time

import pytest

from inquiries.models import Inquiry
from inquiries.sending.tickets import Ticket
from tests.publishing.smtp_server import SmtpServer

WORDS = {
    "topic": "site",
    "project_size": "10m-100m",
    "message": "We look for a hall of 3,000 m² with a crane.\nWhich park has one?",
    "name": "Sample Sender",
    "organisation": "Sample Company",
    "country_or_region": "DE",
    "email": "sender@example.com",
    "phone": "+49 30 000000",
    "language": "en",
    "consent": "on",
}


@pytest.fixture
def written_ticket():
    """The ticket of a form that was opened a minute ago."""
    return Ticket(Ticket.issue().submission, time.time() - 60)


@pytest.fixture
def send(visitor, written_ticket):
    """A function that sends the form: ``send(email="")``, ``send(language="zh-hans", page="zh-hans")``."""

    def send_one(client=visitor, page="en", ticket=written_ticket, meta=None, **changes):
        words = {name: value for name, value in (WORDS | changes).items() if value is not None}
        return client.post(f"/{page}/inquiries/new/", words | {"ticket": str(ticket)}, **(meta or {}))

    return send_one


@pytest.fixture(autouse=True)
def private_root(settings, tmp_path):
    """Each test has a folder of its own for the files of senders."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    return settings.PRIVATE_ROOT


@pytest.fixture
def inquiry(send):
    """One message that has just arrived; its sender agreed to be answered, and to nothing else."""
    send()
    return Inquiry.objects.get()


@pytest.fixture
def agreed(send):
    """One message whose sender agreed to be passed on."""
    ticket = Ticket(Ticket.issue().submission, time.time() - 60)
    send(may_forward="on", ticket=ticket)
    return Inquiry.objects.get(may_forward=True)


@pytest.fixture
def mail_server(settings):
    """A mail server that this test alone talks to."""
    with SmtpServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield server
