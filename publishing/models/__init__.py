from .audit import AppendOnly, AuditEntry
from .clock import ClockBeat
from .moment import EditionMoment
from .presence import Presence
from .preview_link import PreviewLink
from .publishable import Part, Publishable
from .redirect import Redirect
from .release import Release, ReleaseItem
from .review import ReviewRequest, Signature, Step
from .review_remark import ReviewRemark
from .revision import Revision
from .schedule import ScheduledPublication
from .scratch import Scratch
from .staff import MailReceipt, Scope, StaffProfile

__all__ = [
    "AppendOnly",
    "AuditEntry",
    "ClockBeat",
    "EditionMoment",
    "MailReceipt",
    "Part",
    "Presence",
    "PreviewLink",
    "Publishable",
    "Redirect",
    "Release",
    "ReleaseItem",
    "ReviewRemark",
    "ReviewRequest",
    "Revision",
    "ScheduledPublication",
    "Scope",
    "Scratch",
    "Signature",
    "StaffProfile",
    "Step",
]
