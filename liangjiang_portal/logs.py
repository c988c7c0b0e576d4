"""One line of log for one event."""

import logging


class OneLineFormatter(logging.Formatter):
    """Shows control characters of a message in escaped form, so that nobody can forge a line of log
    by asking for an address that contains a line break. Tracebacks keep their lines."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        line = super().formatMessage(record)
        return "".join(
            character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
            for character in line
        )
