"""Writing the audit log: one function, called inside the transaction of the deed that it tells of."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from bilingual.languages import column

from ..models import AuditEntry
from .words import ACTIONS


def record(
    action: str,
    *,
    subject: models.Model | None = None,
    by=None,
    language: str = "",
    old: dict | None = None,
    new: dict | None = None,
    reason: str = "",
) -> AuditEntry:
    """Write down a deed. ``old`` and ``new`` are plain data that JSON holds; ``by`` None means the portal itself.

    Call it in the transaction of the deed: both are kept or neither. Raises ValueError for an unknown action.
    """
    if action not in ACTIONS:
        raise ValueError(f"{action!r} is not an action of the audit log")
    return AuditEntry.objects.create(
        action=action,
        person=by,
        person_name=by.get_username() if by else "",
        kind=subject._meta.label_lower if subject is not None else "",
        object_id=str(subject.pk) if subject is not None else "",
        record_name=str(subject)[:200] if subject is not None else "",
        language=language,
        old=old,
        new=new,
        reason=reason[:300],
    )


def moments(subject: models.Model, language: str) -> dict[str, str | None]:
    """From when and until when an edition is live, as the log keeps it."""
    return {name: _iso(getattr(subject, column(name, language))) for name in ("live_from", "live_until")}


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
