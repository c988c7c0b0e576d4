"""From a file that somebody sends to drafts: read it, look at it, carry it out once."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from bilingual.languages import active_language
from publishing.audit import auditing

from ..formats import csv_reading, xlsx_reading
from ..formats.grid import Grid, Refused
from ..formats.limits import MOST_BYTES, too_large
from ..models import Upload
from ..sheets import Sheet
from .entries import CHANGED, FAULTY, NEW
from .headers import known_cells, recognise
from .planning import Plan, Planner
from .telling import told
from .writing import Outdated, write


class NothingToWrite(Exception):
    """The file changes nothing that may be written."""


def grids_in(sheet: Sheet, data: bytes) -> list[Grid]:
    """The tables of a file of either kind. Raises Refused."""
    if len(data) > MOST_BYTES:
        raise Refused(too_large())
    if not data:
        raise Refused(_("The file is empty."))
    if xlsx_reading.is_workbook(data):
        grids = xlsx_reading.read(data)
    else:
        grids = [csv_reading.read(data, lambda cells: known_cells(sheet, cells))]
    if not grids:
        raise Refused(_("The file is empty."))
    return grids


def planned(sheet: Sheet, upload: Upload) -> Plan:
    """The dry run of a file, in the active language. Raises Refused, also when its bytes are not those sent in."""
    content = bytes(upload.content)
    if hashlib.sha256(content).hexdigest() != upload.digest:
        raise Refused(_("The stored file is damaged. Upload it again."))
    found = recognise(sheet, grids_in(sheet, content), sheet.table(upload.table))
    return Planner(sheet, found, user=upload.owner, seed=upload.pk).plan()


def receive(sheet: Sheet, *, name: str, content: bytes, user, table: str = "") -> Upload:
    """Keep a file with its dry run. Nothing of it is written. Raises Refused."""
    upload = Upload(
        owner=user,
        kind=sheet.model._meta.label_lower,
        name=name[:200],
        table=table,
        content=content,
        digest=hashlib.sha256(content).hexdigest(),
    )
    _tell(upload, planned(sheet, upload))
    upload.save(force_insert=True)
    return upload


def retell(sheet: Sheet, upload: Upload) -> None:
    """Tell the dry run in the active language. What is written stays as it was told."""
    if upload.state == Upload.State.CHECKED and upload.language != active_language():
        _look_again(upload, planned(sheet, upload))


def _tell(upload: Upload, plan: Plan) -> None:
    upload.told, upload.outcome, upload.language = told(plan), plan.digest, active_language()


def _look_again(upload: Upload, plan: Plan) -> None:
    _tell(upload, plan)
    upload.save(update_fields=["told", "outcome", "language"])


def carry_out(sheet: Sheet, upload: Upload, *, by) -> bool:
    """Write what was looked at, in one transaction; False when it was written before.

    Raises NothingToWrite, and what ``writing.write`` raises; nothing is written then. When anything would come out
    differently now, that is Outdated, and the new dry run is stored.
    """
    if upload.state != Upload.State.CHECKED:
        return False
    plan = planned(sheet, upload)
    if plan.digest != upload.outcome:
        names = _different(upload.told, told(plan)) or [upload.name]
        _look_again(upload, plan)
        raise Outdated(names)
    if not plan.to_write:
        raise NothingToWrite
    with transaction.atomic():
        # Who comes second waits here for the first, and then finds the file written.
        waiting = Upload.objects.filter(pk=upload.pk, state=Upload.State.CHECKED)
        if not waiting.update(state=Upload.State.WRITTEN):
            return False
        write(plan, by=by, note=_("From the file %(name)s") % {"name": upload.name})
        auditing.record(
            "spreadsheets.imported",
            by=by,
            new={
                "kind": upload.kind,
                "file": upload.name,
                "sha256": upload.digest,
                **{state: plan.counts[state] for state in (NEW, CHANGED, FAULTY)},
                "records": [group.record.slug if group.record else group.name for group in plan.to_write][
                    :200
                ],
            },
        )
    upload.state = Upload.State.WRITTEN
    return True


def discard(upload: Upload) -> None:
    """Forget a file that was not carried out."""
    Upload.objects.filter(pk=upload.pk, state=Upload.State.CHECKED).delete()


def forget_expired() -> int:
    """Delete the files that nobody can confirm any more; how many."""
    return Upload.objects.expired().delete()[0]


def _different(before: dict, now: dict) -> list[str]:
    """Names of the records that are told differently."""
    olds, news = ({group["key"]: group for group in side["groups"]} for side in (before, now))
    return [(news.get(key) or olds[key])["name"] for key in olds | news if olds.get(key) != news.get(key)]
