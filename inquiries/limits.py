"""How often something may be done with the form and with a message that was sent."""

from __future__ import annotations

from throttling.limits import DAY, Limit

#: Of one network.
MESSAGES = Limit("inquiries.messages", most=20)
FILES = Limit("inquiries.files", most=18)
#: Of one text, by :func:`letters_of`, whoever sends it.
SAME_TEXTS = Limit("inquiries.texts", most=5, seconds=DAY)
#: Wrong pairs of number and secret: of a network, and of a number whoever tries it.
WRONG_PAIRS = Limit("inquiries.wrong_pairs", most=10)
WRONG_SECRETS = Limit("inquiries.wrong_secrets", most=40)
#: To one mailbox, in small letters.
ACKNOWLEDGEMENTS = Limit("inquiries.acknowledgements", most=3, seconds=DAY)
#: Texts of a sender about one message that the desk has already.
ANSWERS = Limit("inquiries.answers", most=20)


def letters_of(text: str) -> str:
    """A text without case, spaces and punctuation, so that small changes do not make another one of it."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
