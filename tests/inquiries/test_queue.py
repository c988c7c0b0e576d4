"""The list of the desk: what is due first stands first."""

import re
import time
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from inquiries.models import Inquiry
from inquiries.sending.tickets import Ticket

LIST = "/admin/inquiries/inquiry/"


@pytest.fixture
def arrive(send):
    """A function that makes a message which is due in so many hours; None: nothing is due."""

    def one(hours, **changes):
        ticket = Ticket(uuid.uuid4(), time.time() - 60)
        send(ticket=ticket, message=str(ticket.submission))
        due = None if hours is None else timezone.now() + timedelta(hours=hours)
        Inquiry.objects.filter(submission=ticket.submission).update(due_at=due, **changes)
        return Inquiry.objects.get(submission=ticket.submission)

    return one


def numbers(client, query=""):
    """The numbers of a list from top to bottom."""
    return re.findall(r">(LJ-[0-9A-Z-]+)</a>", client.get(f"{LIST}{query}").content.decode())


def test_what_is_due_first_stands_first_and_what_rests_last(log_in, arrive):
    rests, later, late, soon = arrive(None), arrive(60), arrive(-3), arrive(5)
    assert numbers(log_in("desk")) == [one.number for one in (late, soon, later, rests)]


def test_what_is_overdue_says_so_by_a_word(log_in, arrive):
    arrive(-3)
    assert "first reply overdue" in log_in("desk").get(LIST).content.decode()


def test_the_list_is_narrowed_by_clock_and_by_colleague(log_in, make_member, arrive):
    wang = make_member("desk", username="wang")
    late, soon, rests = arrive(-3, assigned_to=wang), arrive(5), arrive(None)
    desk = log_in("desk")
    assert numbers(desk, "?clock=overdue") == [late.number]
    assert numbers(desk, "?clock=day") == [soon.number]
    assert numbers(desk, "?clock=resting") == [rests.number]
    assert numbers(desk, "?to=others") == [late.number]
    assert numbers(desk, "?to=nobody") == [soon.number, rests.number]
    assert numbers(desk, "?to=me") == []


@pytest.mark.parametrize("query", ["?clock=nonsense", "?to=x&clock=%00", "?p=999", "?o=99.-7"])
def test_nonsense_in_the_address_of_the_list_breaks_nothing(log_in, arrive, query):
    arrive(5)
    assert log_in("desk").get(f"{LIST}{query}").status_code in (200, 302)


def test_the_list_costs_the_same_with_many_messages(log_in, arrive, django_assert_max_num_queries):
    desk = log_in("desk")
    for place in range(12):
        arrive(place)
    with django_assert_max_num_queries(14):
        desk.get(LIST)
