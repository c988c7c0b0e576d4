"""How long a rich text may be."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

#: Characters of HTML: some fifty thousand English words. Both languages of a record together with its parts stay
#: well below what a request may carry.
MOST = 300_000


def check_length(html: str | None) -> None:
    """Raises ValidationError, in words for a person, for a text that is too long to be kept."""
    if html and len(html) > MOST:
        raise ValidationError(
            _(
                "This text has %(count)s characters including formatting; at most %(most)s can be saved. "
                "What you wrote is still here: shorten it, or split it into two texts."
            ),
            params={"count": f"{len(html):,}", "most": f"{MOST:,}"},
            code="too_long",
        )
