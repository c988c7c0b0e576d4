"""A sender who fills in the form as people do: they open it, read, and send it a minute later."""

import time

import pytest

from inquiries.tickets import Ticket

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
