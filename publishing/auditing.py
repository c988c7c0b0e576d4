"""Writing the audit log: one function, called inside the transaction of the deed that it tells of."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.languages import column

from .models import AuditEntry

#: What each action is called. An action that is not listed is refused.
ACTIONS = {
    "publishing.published": _("Published"),
    "publishing.scheduled": _("Scheduled"),
    "publishing.withdrawn": _("Withdrawn"),
    "publishing.withdrawal_scheduled": _("Withdrawal scheduled"),
    "publishing.applied": _("Changes applied"),
    "publishing.discarded": _("Draft discarded"),
    "publishing.address_changed": _("Address changed"),
    "publishing.submitted": _("Submitted for review"),
    "publishing.approved": _("Approved"),
    "publishing.returned": _("Returned"),
    "publishing.schedule_cancelled": _("Schedule cancelled"),
    "publishing.schedule_voided": _("Schedule voided"),
    "publishing.schedule_failed": _("Schedule failed"),
    "publishing.released": _("Released"),
    "publishing.release_scheduled": _("Release scheduled"),
    "publishing.release_cancelled": _("Release cancelled"),
    "publishing.release_failed": _("Release failed"),
    "publishing.release_undone": _("Release undone"),
    "publishing.preview_link_made": _("Preview link made"),
    "publishing.preview_link_closed": _("Preview link closed"),
    "publishing.remark_received": _("Remark received by preview link"),
    "publishing.signature_taken_back": _("Signature by link taken back"),
    "inquiries.opened": _("Message opened"),
    "inquiries.file_opened": _("File of a message downloaded"),
    "inquiries.exported": _("Messages exported"),
    "inquiries.assigned": _("Message assigned"),
    "inquiries.replied": _("Reply written"),
    "inquiries.noted": _("Internal note written"),
    "inquiries.handed_on": _("Message handed on"),
    "inquiries.closed": _("Message closed"),
    "inquiries.reopened": _("Message taken up again"),
    "inquiries.erased": _("Message erased"),
    "inquiries.sender_answered": _("The sender answered"),
    "inquiries.sender_looked": _("The sender looked at the state"),
    "inquiries.sender_exported": _("The sender took a copy"),
    "inquiries.consent_withdrawn": _("The sender withdrew a consent"),
    "inquiries.rated": _("The sender rated the answer"),
}


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
