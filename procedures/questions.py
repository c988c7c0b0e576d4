"""What an address asks of the planner: situations, a first day, and by which times to count."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext as _

from ui.query_strings import printable, unknown_parameter

from .models import Situation
from .planning import PROMISED, STATUTORY

MOST_SITUATIONS = 10
#: Calendars are known for a few years; whoever plans further off plans with weekdays, and is told so.
EARLIEST, LATEST = datetime.date(2020, 1, 1), datetime.date(2099, 12, 31)


@dataclass
class Question:
    """``start`` is today in Beijing where none was asked for; ``ignored`` is what could not be used."""

    situations: list[Situation] = field(default_factory=list)
    start: datetime.date = field(default_factory=timezone.localdate)
    is_dated: bool = False
    time: str = PROMISED
    ignored: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The query string that asks the same again, on any day."""
        pairs = [("situation", situation.slug) for situation in self.situations]
        pairs.append(("start", self.start.isoformat()))
        if self.time != PROMISED:
            pairs.append(("time", self.time))
        return f"?{urlencode(pairs)}"


def read_question(query, situations: list[Situation]) -> Question:
    """What a query string says; no address is an error."""
    question = Question()
    known = {situation.slug: situation for situation in situations}
    for value in dict.fromkeys(printable(value) for value in query.getlist("situation")[:MOST_SITUATIONS]):
        if value in known:
            question.situations.append(known[value])
        elif value:
            question.ignored.append(unknown_parameter("situation", value))
    if asked := printable(query.get("start", "")):
        _read_start(question, asked)
    asked = printable(query.get("time", ""))
    if asked in (PROMISED, STATUTORY):
        question.time = asked
    elif asked:
        question.ignored.append(unknown_parameter("time", asked))
    return question


def _read_start(question: Question, asked: str) -> None:
    try:
        start = datetime.date.fromisoformat(asked)
    except ValueError:
        question.ignored.append(unknown_parameter("start", asked))
        return
    if not EARLIEST <= start <= LATEST:
        words = _("The planner covers %(first)s to %(last)s. The date you entered was ignored.")
        question.ignored.append(words % {"first": EARLIEST.year, "last": LATEST.year})
        return
    question.start, question.is_dated = start, True
