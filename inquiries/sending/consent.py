"""What a sender agrees to, each by a box of its own. A message keeps the words that its sender read.

The text is these statements and the notice above them (templates/inquiries/_notice.html). Whoever changes a word of
it gives it a new version: a test compares the text with the version it belongs to.
"""

from __future__ import annotations

import hashlib
from html import unescape

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from bilingual.languages import active_language

from ..models import Consent, ConsentText

VERSION = "2026-11-23"

HANDLING = _(
    "I have read this notice and agree that the investment desk uses my message and my data to answer me."
)
FORWARDING = _(
    "The desk may also pass my message and my data on to a park, an enterprise or a public body of Liangjiang, "
    "if the answer has to come from there."
)
ABROAD = _(
    "The desk may also send my message and my data to an office of Chongqing outside mainland China, if that "
    "office is nearer to me."
)
#: The boxes of the form: field and statement, by kind.
STATEMENTS = {
    Consent.Kind.HANDLING: ("consent", HANDLING),
    Consent.Kind.FORWARDING: ("may_forward", FORWARDING),
    Consent.Kind.ABROAD: ("may_send_abroad", ABROAD),
}


def shown_notice() -> str:
    """The notice in plain text as it stands on the page now, in the active language."""
    words = strip_tags(render_to_string("inquiries/_notice_alone.html"))
    return "\n".join(line for part in words.splitlines() if (line := " ".join(unescape(part).split())))


def keep_text(kind: str, notice: str) -> ConsentText:
    """The row of the words that somebody agrees to now, in the active language."""
    statement = str(STATEMENTS[kind][1])
    text = f"{notice}\n\n{statement}"
    language = active_language()
    fingerprint = hashlib.sha256(f"{language}\n{text}".encode()).hexdigest()
    row, _is_new = ConsentText.objects.get_or_create(
        fingerprint=fingerprint, defaults={"version": VERSION, "language": language, "text": text}
    )
    return row
