"""What a sender agrees to. A message keeps the version of the text that its sender read.

The text is these two statements and the notice above them (templates/inquiries/_notice.html). Whoever changes a
word of it gives it a new version: a test compares the text with the version it belongs to.
"""

from django.utils.translation import gettext_lazy as _

VERSION = "2026-11-22"

HANDLING = _(
    "I have read this notice and agree that the investment desk uses my message and my data to answer me."
)
FORWARDING = _(
    "The desk may also pass my message and my data on to a park, an enterprise or a public body of Liangjiang, "
    "if the answer has to come from there."
)
