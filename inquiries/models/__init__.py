"""Messages of visitors to the investment desk, and all that belongs to one."""

from .consents import Consent, ConsentText
from .files import Attachment
from .handover import Handover
from .inquiry import MESSAGE_LENGTH, Inquiry
from .letter import Letter
from .measure import Measure
from .template import ReplyTemplate
from .thread import Entry

__all__ = [
    "MESSAGE_LENGTH",
    "Attachment",
    "Consent",
    "ConsentText",
    "Entry",
    "Handover",
    "Inquiry",
    "Letter",
    "Measure",
    "ReplyTemplate",
]
