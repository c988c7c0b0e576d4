"""The address of the page that thanks: it needs no session, and only who sent the message knows it."""

from __future__ import annotations

from django.core import signing

SALT = "inquiries.receipt"
#: The page names the secret and can be opened again for an hour, in seconds. Number and secret stay good.
LONGEST = 3600


def receipt_for(number: str) -> str:
    """The number of a message and a signature, for a path segment."""
    return signing.TimestampSigner(salt=SALT).sign(number)


def number_on(receipt: str) -> str | None:
    """The number on a receipt; None when it is too old or none of ours."""
    try:
        return signing.TimestampSigner(salt=SALT).unsign(receipt, max_age=LONGEST)
    except signing.BadSignature:
        return None
