from .audit import AppendOnly, AuditEntry
from .clock import ClockBeat
from .preview_link import PreviewLink
from .publishable import Part, Publishable
from .redirect import Redirect
from .release import Release, ReleaseItem
from .review_remark import ReviewRemark
from .revision import Revision
from .schedule import ScheduledPublication

__all__ = [
    "AppendOnly",
    "AuditEntry",
    "ClockBeat",
    "Part",
    "PreviewLink",
    "Publishable",
    "Redirect",
    "Release",
    "ReleaseItem",
    "ReviewRemark",
    "Revision",
    "ScheduledPublication",
]
