"""``phone.*``, ``email.*``, ``url.*``, ``link.*``: both languages lead to the same places.

Telephone numbers are compared by their figures without the code of the country (+86-23-… and 023-… are
one), links without the language that begins an address of the portal. A broken number costs an investor's
call; nobody reads it twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bilingual.checking.findings import Finding, Span
from bilingual.checking.texts import Text
from bilingual.languages import ENGLISH, LANGUAGES

EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}", re.ASCII
)
URL = re.compile(r"(?:https?://|\bwww\.)[A-Za-z0-9./?#@!$&'*+,;=%_~:()-]+", re.ASCII)
PHONE = re.compile(
    r"(?<![\d.])(?:(?:\+|00)86[- ]?)?[(（]?0\d{2,3}[)）]?[- ]?\d{3,4}[- ]?\d{4}(?!\d)"
    r"|(?<!\d)\+\d{1,3}[- ]\d[\d -]{6,14}\d(?!\d)"
    r"|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400[- ]?\d{3}[- ]?\d{4}(?!\d)|(?<!\d)123\d\d(?!\d)"
)
TRAILING = ".,;:!?)'"

MISSING = {
    "phone": (
        _("The telephone number “{here}” is not in the Chinese text."),
        _("The telephone number “{here}” is not in the English text."),
    ),
    "email": (
        _("The e-mail address “{here}” is not in the Chinese text."),
        _("The e-mail address “{here}” is not in the English text."),
    ),
    "url": (
        _("The web address “{here}” is not in the Chinese text."),
        _("The web address “{here}” is not in the English text."),
    ),
    "link": (
        _("No link in the Chinese text leads to “{here}”."),
        _("No link in the English text leads to “{here}”."),
    ),
}
DIFFERS = _("“{here}” does not match “{there}” in the other language.")


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach someone: how it compares, how it is written, where in the source."""

    key: str
    words: str
    place: Span


def spans(text: Text) -> list[tuple[int, int]]:
    """Stretches of the visible text that are addresses or telephone numbers, and so no prose."""
    return [span for pattern in (EMAIL, URL, PHONE) for span in _found(pattern, text)]


def check(english: Text, chinese: Text) -> list[Finding]:
    findings = []
    for family, contacts_of in FAMILIES.items():
        in_english, in_chinese = contacts_of(english), contacts_of(chinese)
        keys = {contact.key for contact in in_english}, {contact.key for contact in in_chinese}
        ours = _once([contact for contact in in_english if contact.key not in keys[1]])
        theirs = _once([contact for contact in in_chinese if contact.key not in keys[0]])
        both = min(len(ours), len(theirs))
        for here, there in zip(ours[:both], theirs[:both], strict=True):
            words = format_lazy(DIFFERS, here=here.words, there=there.words)
            findings.append(_remark(english, f"{family}.differs", here, words, there.place))
        for text, alone in ((english, ours[both:]), (chinese, theirs[both:])):
            template = MISSING[family][text.language != ENGLISH]
            findings.extend(
                _remark(text, f"{family}.missing", contact, format_lazy(template, here=contact.words), None)
                for contact in alone
            )
    return findings


def _remark(
    text: Text, rule: str, contact: Contact, words: str | Promise, counterpart: Span | None
) -> Finding:
    return Finding(
        rule=rule,
        severity="warning",
        side=text.language,
        start=contact.place.start,
        end=contact.place.end,
        excerpt=contact.words,
        explanation=words,
        counterpart=counterpart,
    )


def _once(contacts: list[Contact]) -> list[Contact]:
    return list({contact.key: contact for contact in reversed(contacts)}.values())[::-1]


def _found(pattern: re.Pattern, text: Text) -> list[tuple[int, int]]:
    return [
        (match.start(), match.start() + len(match[0].rstrip(TRAILING)))
        for match in pattern.finditer(text.visible)
    ]


def _phone_key(words: str) -> str:
    figures = re.sub(r"\D", "", words)
    return re.sub(r"^(?:00)?86(?=\d{9})", "", figures).lstrip("0")


def _url_key(words: str) -> str:
    """An address without scheme, language and fragment: headings carry other names in other languages."""
    address = re.sub(r"^https?://", "", words.strip()).partition("#")[0]
    for language in LANGUAGES:
        address = re.sub(rf"(^|/){language}(/|$)", r"\1*\2", address, count=1)
    return address.rstrip("/")


def _in_text(pattern: re.Pattern, key: Callable[[str], str]) -> Callable[[Text], list[Contact]]:
    def contacts_of(text: Text) -> list[Contact]:
        found = _found(pattern, text)
        return [Contact(key(text.visible[a:b]), text.visible[a:b], text.span(a, b)) for a, b in found]

    return contacts_of


def _links(text: Text) -> list[Contact]:
    return [Contact(_url_key(link.address), link.address, Span(link.start, link.end)) for link in text.links]


FAMILIES: dict[str, Callable[[Text], list[Contact]]] = {
    "phone": _in_text(PHONE, _phone_key),
    "email": _in_text(EMAIL, str.lower),
    "url": _in_text(URL, _url_key),
    "link": _links,
}
