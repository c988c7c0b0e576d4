"""The desk's list as a file: CSV or a workbook, with cells that no program carries out."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.regions import region_name
from publishing.audit import auditing
from spreadsheets.exporting.downloads import CSV, XLSX, table_file

AT_ONCE = 500


def answer(queryset: QuerySet, *, form: str, with_senders: bool, by) -> HttpResponse:
    """The rows of a list as ``xlsx``, or as ``csv`` for any other ``form``; who took what is on record first."""
    rows, kind = queryset.select_related("industry", "assigned_to"), XLSX if form == XLSX else CSV
    auditing.record(
        "inquiries.exported",
        by=by,
        new={"form": kind, "messages": rows.count(), "senders": with_senders},
    )
    name = f"inquiries-{timezone.localdate():%Y-%m-%d}"
    response = table_file(kind, name, _heads(with_senders), _lines(rows, with_senders))
    response["Cache-Control"] = "private, no-store"
    return response


def _heads(with_senders: bool) -> list[str]:
    """In the active language."""
    heads = [
        _("Tracking number"),
        _("Received"),
        _("State"),
        _("Outcome"),
        _("Topic"),
        _("Project size"),
        _("Industry"),
        _("Country/region"),
        _("Language of the answer"),
        _("Assigned to"),
        _("Due"),
        _("First reply"),
        _("Answered"),
        _("Rating"),
    ]
    if with_senders:
        heads += [pgettext("person", "name"), _("Organisation"), _("E-mail"), _("Telephone")]
    return heads


def _lines(rows: QuerySet, with_senders: bool) -> Iterator[list[str]]:
    """A line for each message. Messages themselves are never exported."""
    for inquiry in rows.iterator(chunk_size=AT_ONCE):
        line = [
            inquiry.number,
            _moment(inquiry.received_at),
            inquiry.get_state_display(),
            inquiry.get_outcome_display(),
            inquiry.get_topic_display(),
            inquiry.get_project_size_display(),
            str(inquiry.industry or ""),
            region_name(inquiry.country_or_region),
            inquiry.get_language_display(),
            inquiry.assigned_to.get_username() if inquiry.assigned_to else "",
            _moment(inquiry.due_at),
            _moment(inquiry.first_reply_at),
            _moment(inquiry.answered_at),
            str(inquiry.rating or ""),
        ]
        if with_senders:
            line += [inquiry.name, inquiry.organisation, inquiry.email, inquiry.phone]
        yield line


def _moment(moment) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""
