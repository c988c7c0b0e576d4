"""The guests of an event as a file for the desk; who took it is on record first."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.audit import auditing
from spreadsheets.exporting.downloads import CSV, XLSX, table_file

from .models import Event, Registration


def answer(event: Event | None, *, form: str, by) -> HttpResponse:
    """The registrations of an event, of all events without one, as ``xlsx`` or ``csv``."""
    rows = Registration.objects.filter(event=event) if event else Registration.objects.all()
    kind = CSV if form == "csv" else XLSX
    auditing.record(
        "investment.registrations_exported",
        subject=event,
        by=by,
        new={"form": kind, "registrations": rows.count()},
    )
    name = f"registrations-{event.slug if event else 'all'}-{timezone.localdate():%Y-%m-%d}"
    response = table_file(kind, name, _head(), _lines(rows))
    response["Cache-Control"] = "private, no-store"
    return response


def _head() -> list[str]:
    return [
        _("Event"), _("State"), _("Name"), _("Organisation"), _("E-mail"), _("Language"), _("Registered"),
        _("Confirmed"), _("Place given"),
    ]  # fmt: skip


def _lines(rows) -> Iterator[list[str]]:
    ordered = rows.select_related("event").order_by("event", "state", "confirmed_at", "created_at", "pk")
    for row in ordered.iterator(chunk_size=500):
        yield [
            str(row.event),
            str(row.get_state_display()),
            row.name,
            row.organisation,
            row.email,
            str(row.get_language_display()),
            _moment(row.created_at),
            _moment(row.confirmed_at),
            _moment(row.placed_at),
        ]


def _moment(moment) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""
