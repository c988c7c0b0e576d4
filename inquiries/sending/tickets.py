"""A ticket travels in each form: it makes sending twice harmless, and tells people from programs by the clock."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass

from django.core import signing

SALT = "inquiries.ticket"
#: Nobody reads the notice and writes a message in less, in seconds.
SHORTEST = 3
#: A form that was open for longer gets a new ticket before it is sent, in seconds.
LONGEST = 24 * 3600


@dataclass(frozen=True)
class Ticket:
    """``submission`` becomes the unique key of the message; ``issued_at`` is in seconds since the epoch."""

    submission: uuid.UUID
    issued_at: float

    @classmethod
    def issue(cls) -> Ticket:
        return cls(uuid.uuid4(), time.time())

    @classmethod
    def read(cls, text: str) -> Ticket | None:
        """The ticket that a form brought back; None when it is too old or none of ours."""
        try:
            submission, issued_at = signing.loads(text, salt=SALT, max_age=LONGEST)
        except signing.BadSignature:
            return None
        return cls(uuid.UUID(submission), issued_at)

    def __str__(self) -> str:
        """The signed text for the form."""
        return signing.dumps([self.submission.hex, self.issued_at], salt=SALT)

    @property
    def is_hasty(self) -> bool:
        """Whether it came back sooner than a person can have written."""
        return time.time() - self.issued_at < SHORTEST
