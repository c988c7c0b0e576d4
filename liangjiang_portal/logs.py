"""One line of log for one event."""

import logging
import re

#: Addresses that open something to whoever knows them: what follows is a secret.
_SECRET = re.compile(
    r"(/(?:preview|inquiries/sent|events/registration|subscriptions/(?:own|leave)|dossiers)/)[^/?#\s\"]+"
)


def without_secrets(text: str) -> str:
    """A text with the secret part of every address in it replaced by an ellipsis."""
    return _SECRET.sub(r"\1…", text)


class OneLineFormatter(logging.Formatter):
    """Shows control characters of a message in escaped form, so that nobody can forge a line of log
    by asking for an address that contains a line break. Tracebacks keep their lines. Secret addresses are cut."""

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:
        line = super().formatMessage(record)
        return "".join(
            character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
            for character in line
        )
