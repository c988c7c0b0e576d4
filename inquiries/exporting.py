"""The desk's list as a file: CSV or a workbook, with cells that no program carries out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from publishing import auditing
from spreadsheets.defusing import defuse

from .regions import region_name

MARK = "\ufeff"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AT_ONCE = 500


def answer(queryset: QuerySet, *, form: str, with_senders: bool, by) -> HttpResponse:
    """The rows of a list as ``xlsx``, or as ``csv`` for any other ``form``; who took what is on record first."""
    rows = queryset.select_related("industry", "assigned_to")
    auditing.record(
        "inquiries.exported",
        by=by,
        new={"form": "xlsx" if form == "xlsx" else "csv", "messages": rows.count(), "senders": with_senders},
    )
    name = f"inquiries-{timezone.localdate():%Y-%m-%d}"
    lines = table(rows, with_senders)
    if form == "xlsx":
        response = FileResponse(
            _workbook(lines), as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX
        )
    else:
        response = StreamingHttpResponse(_csv(lines), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def table(rows: QuerySet, with_senders: bool) -> Iterator[list[str]]:
    """Headings in the active language, then a line for each message. Messages themselves are never exported."""
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
    yield heads + (
        [pgettext("person", "name"), _("Organisation"), _("E-mail"), _("Telephone")] if with_senders else []
    )
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
        yield [defuse(cell) for cell in line]


class _Echo:
    """What csv writes into; gives each line back at once."""

    def write(self, text: str) -> str:
        return text


def _csv(lines: Iterable[list[str]]) -> Iterator[bytes]:
    writer = csv.writer(_Echo())
    yield MARK.encode()
    for line in lines:
        yield writer.writerow(line).encode()


def _workbook(lines: Iterable[list[str]]) -> io.BytesIO:
    book = Workbook(write_only=True)
    page = book.create_sheet("inquiries")
    page.freeze_panes = "B2"
    for line in lines:
        page.append([_text(page, cell) for cell in line])
    target = io.BytesIO()
    book.save(target)
    target.seek(0)
    return target


def _text(page, value: str) -> WriteOnlyCell:
    """Text that stays text."""
    cell = WriteOnlyCell(page, None)
    cell.value = value
    cell.data_type = "s"
    return cell


def _moment(moment) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""
