"""What each deed of the audit log is called."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

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
    "publishing.preview_link_made": _("Preview link created"),
    "publishing.preview_link_closed": _("Preview link closed"),
    "publishing.remark_received": _("Remark received via preview link"),
    "publishing.signature_taken_back": _("Signature by link withdrawn"),
    "inquiries.opened": _("Message opened"),
    "inquiries.file_opened": _("Message attachment downloaded"),
    "inquiries.exported": _("Messages exported"),
    "inquiries.assigned": _("Message assigned"),
    "inquiries.replied": _("Reply written"),
    "inquiries.noted": _("Internal note written"),
    "inquiries.handed_on": _("Message passed on"),
    "inquiries.closed": _("Message closed"),
    "inquiries.reopened": _("Message reopened"),
    "inquiries.erased": _("Message erased"),
    "inquiries.sender_answered": _("The sender answered"),
    "inquiries.sender_looked": _("The sender checked the progress"),
    "inquiries.sender_exported": _("The sender downloaded a copy"),
    "inquiries.consent_withdrawn": _("The sender withdrew consent"),
    "inquiries.rated": _("The sender rated the answer"),
}
