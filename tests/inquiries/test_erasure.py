"""Twelve months later."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from inquiries.models import Inquiry


@pytest.fixture
def make_inquiry(send):
    """A function that stores a message whose day of erasure lies some days from today."""

    def make(days):
        send()
        inquiry = Inquiry.objects.get()
        inquiry.erase_on = timezone.localdate() + timedelta(days=days)
        inquiry.save(update_fields=["erase_on"])
        return inquiry

    return make


def erase(**options):
    out = StringIO()
    call_command("erase_inquiries", stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize(("days", "left"), [(-1, 0), (0, 0), (1, 1)])
def test_a_message_is_erased_when_its_day_has_come(make_inquiry, days, left):
    make_inquiry(days)
    assert f"{1 - left} messages erased" in erase()
    assert Inquiry.objects.count() == left


def test_a_dry_run_counts_and_erases_nothing(make_inquiry):
    make_inquiry(-1)
    assert "1 messages are due" in erase(dry_run=True)
    assert Inquiry.objects.count() == 1
