"""Who has shown the number and the secret of a message: a signed cookie for half an hour, renewed by each look."""

from __future__ import annotations

import time
from secrets import compare_digest

from django.conf import settings

from ..models import Inquiry
from ..numbers import as_number, as_secret, new_secret

COOKIE = "inquiry"
SALT = "inquiries.opened"
#: Seconds.
LASTS = 1800
#: What a refusal takes at least, in seconds: an unknown number must not be answered sooner than a wrong secret.
REFUSAL_TAKES = 0.2
#: Compared with when there is no such number, so that both refusals do the same work.
_NOBODYS = new_secret()


def opened_with(number: str, secret: str) -> Inquiry | None:
    """The message of a number and a secret as somebody typed them; None, always after the same time, otherwise."""
    started = time.monotonic()
    inquiry = Inquiry.objects.filter(number=as_number(number)).first()
    known = inquiry.secret if inquiry else _NOBODYS
    is_right = compare_digest(as_secret(secret).encode(), known.encode())
    if inquiry is not None and is_right:
        return inquiry
    time.sleep(max(REFUSAL_TAKES - (time.monotonic() - started), 0))
    return None


def hand_out(response, inquiry: Inquiry) -> None:
    response.set_signed_cookie(
        COOKIE,
        str(inquiry.pk),
        salt=SALT,
        max_age=LASTS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )


def take_back(response) -> None:
    response.delete_cookie(COOKIE, samesite="Strict")


def opened_by(request) -> Inquiry | None:
    """The message that this browser has opened; None when that was too long ago, or it has been erased."""
    key = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=LASTS)
    if key is None:
        return None
    return Inquiry.objects.filter(pk=key).select_related("industry", "enterprise").first()
