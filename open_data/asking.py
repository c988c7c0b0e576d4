"""Reading what an address asks of a list: every mistake is named at once, and nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from bilingual.languages import LANGUAGES

from .filters import Asked, Filter
from .problems import Problem

LIMIT, CURSOR = "limit", "cursor"
USUAL, MOST = 50, 200
LONGEST_SHOWN = 40
MOST_TOLD = 10


@dataclass(frozen=True)
class Question:
    """``pairs`` are the cleaned parameters in a fixed order, without the cursor: they name the question."""

    asked: Asked
    limit: int
    cursor: str
    pairs: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return urlencode(self.pairs)

    def address(self, cursor: str) -> str:
        pairs = [*self.pairs, (CURSOR, cursor)]
        if self.limit != USUAL:
            pairs.insert(0, (LIMIT, str(self.limit)))
        return f"?{urlencode(pairs)}"


def read_question(filters: tuple[Filter, ...], query: QueryDict, *, is_paged: bool = False) -> Question:
    """Raises Problem with every parameter that cannot be read."""
    known = {each.name: each for each in filters}
    invalid: list[tuple[str, str]] = []
    values: dict[str, list] = {}
    pairs: list[tuple[str, str]] = []
    paging = (LIMIT, CURSOR) if is_paged else ()
    for name in known:
        if given := query.getlist(name):
            try:
                values[name] = known[name].clean(given)
            except ValueError as error:
                invalid.append((name, str(error)))
            pairs += [(name, value) for value in dict.fromkeys(given)]
    for name in query:
        if name not in known and name not in paging:
            invalid.append((_shown(name), _("There is no such parameter here.")))
    limit = _limit(query.getlist(LIMIT), invalid) if is_paged else USUAL
    cursors = query.getlist(CURSOR)
    if is_paged and len(cursors) > 1:
        invalid.append((CURSOR, _("Use this parameter only once.")))
    if invalid:
        raise Problem(
            "question",
            _("The portal does not guess. Check the parameters below."),
            invalid=invalid[:MOST_TOLD],
        )
    at = timezone.now()
    languages = tuple(values.get("language") or LANGUAGES)
    asked = Asked(values, at, timezone.localdate(at), languages)
    return Question(asked, limit, cursors[0] if cursors else "", tuple(pairs))


def _limit(given: list[str], invalid: list[tuple[str, str]]) -> int:
    if not given:
        return USUAL
    text = given[0]
    if len(given) == 1 and text.isascii() and text.isdecimal() and len(text) <= 3 and 1 <= int(text) <= MOST:
        return int(text)
    invalid.append((LIMIT, _("Use one number from 1 to %(number)s.") % {"number": MOST}))
    return USUAL


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in name[:LONGEST_SHOWN])
