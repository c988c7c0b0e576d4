"""One question to the index, and its answer: hits in order, how many, of what kinds, and what to try instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import log

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from bilingual.languages import other_language

from .backends import Question, backend
from .counting import tally
from .expressions import Expression, Place
from .models import Name, PublicEntry, Spelling, first_key
from .naming import key_of
from .pinyin import plain
from .ranking import Found, ranked
from .reading import Reading, clean, read
from .spelling import correctable, keys_of, nearest
from .synonyms import synonyms
from .words import words

#: More hits than this are not counted: the page says "more than".
COUNTED = 1000
#: So many of the newest hits are weighed against each other; names and headlines always are.
WEIGHED = 120
#: So many of the newest editions are listed for each piece of a question that nothing answers as a whole.
LISTED = 400
#: The part of the best one's worth that others need.
ENOUGH = 0.5
#: What a page shows of a hit.
SHOWN = ("id", "kind", "title", "other_name", "dated_on", "text", "address")


@dataclass(frozen=True)
class Filters:
    """What a visitor narrowed the results to. ``since`` and ``until`` are days, both included."""

    kind: str = ""
    section: str = ""
    since: date | None = None
    until: date | None = None
    newest_first: bool = False

    @property
    def facets(self) -> tuple[str, ...]:
        chosen = (("kind", self.kind), ("section", self.section))
        return tuple(f"{name}:{value}" for name, value in chosen if value)

    @property
    def span(self) -> tuple[int | None, int | None]:
        """The chosen days as keys: the first, and the first that is too late."""
        first = _begin_of(self.since) if self.since else None
        last = _begin_of(self.until + timedelta(days=1)) if self.until else None
        return first, last

    def condition(self, prefix: str) -> Q:
        """The same for a query of entries behind a relation."""
        first, last = self.span
        chosen = {"kind": self.kind, "section": self.section, "pk__gte": first, "pk__lt": last}
        return Q(**{prefix + name: value for name, value in chosen.items() if value not in ("", None)})

    def let_in(self, kind: str, section: str) -> bool:
        return self.kind in ("", kind) and self.section in ("", section)


def _begin_of(day: date) -> int:
    return first_key(timezone.make_aware(datetime.combine(day, time.min)))


@dataclass
class Answer:
    """``keys`` are those of the hits in their order; ``entries`` has those of them that were weighed, without what only
    the index needs. ``corrected`` is the wording that was asked instead of the typed
    one; ``is_loose`` says that no hit carries all the words."""

    reading: Reading | None = None
    keys: list[int] = field(default_factory=list)
    entries: dict[int, PublicEntry] = field(default_factory=dict)
    kinds: Counter = field(default_factory=Counter)
    sections: Counter = field(default_factory=Counter)
    corrected: str = ""
    is_loose: bool = False
    elsewhere: int = 0

    @property
    def count(self) -> int:
        return min(len(self.keys), COUNTED)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing even without the chosen filters."""
        return not self.keys and not self.kinds

    @property
    def is_more(self) -> bool:
        """Whether there are more hits than were counted."""
        return len(self.keys) > COUNTED


def find(text: str, language: str, filters: Filters = Filters(), at: datetime | None = None) -> Answer:
    """The live editions in a language that answer, in order.

    At most eight queries, however much there is; four more when nothing carries the words as they were typed.
    """
    at = at or timezone.now()
    reading = read(clean(text), lambda keys: synonyms(keys, language, at))
    if reading is None:
        return Answer()
    answer = _asked(reading, reading.strict, language, filters, at)
    if answer.is_empty and (better := _respelt(reading.text, language)):
        other = read(better, lambda keys: synonyms(keys, language, at))
        answer = _asked(other, other.strict, language, filters, at)
        answer.corrected = "" if answer.is_empty else better
    if answer.is_empty:
        answer = _asked_loosely(reading, language, filters, at)
    answer.elsewhere = _count_in(other_language(language), reading, filters, at)
    return answer


def _asked(reading: Reading, expression: Expression, language: str, filters: Filters, at: datetime) -> Answer:
    span, facets = filters.span, filters.facets
    questions = [
        Question(expression, Place.ANYWHERE, facets, *span, limit=COUNTED + 1),
        Question(expression, Place.HEADS, facets, *span, limit=WEIGHED),
        Question(expression, Place.NAMES, facets, *span, limit=WEIGHED),
    ]
    if facets:
        questions.append(Question(expression, Place.ANYWHERE, (), *span, limit=COUNTED + 1))
    anywhere, heads, names, *more = backend().ask(language, questions, at=at)
    of_all_kinds = more[0] if more else anywhere
    answer = Answer(reading, keys=anywhere)
    if not of_all_kinds:
        return answer
    _count(answer, tally(of_all_kinds), filters)
    if filters.newest_first or not anywhere:
        return answer
    found = _by_name(reading, language, filters, at)
    found.names, found.heads = set(names), set(heads)
    weighed = list(dict.fromkeys([*found.by_name, *names, *heads, *anywhere[:WEIGHED]]))
    _put_first(answer, weighed, found, at)
    return answer


def _put_first(answer: Answer, weighed: list[int], found: Found, at: datetime) -> None:
    """The best of the weighed hits first, whatever else there is behind them."""
    entries = PublicEntry.objects.filter(pk__in=weighed).only(*SHOWN)
    answer.entries = {entry.pk: entry for entry in entries}
    today = timezone.localdate(at)
    best = ranked(list(answer.entries.values()), found, answer.reading.wordings, today)
    answer.keys = list(dict.fromkeys([*(entry.pk for entry in best), *answer.keys]))


def _asked_loosely(reading: Reading, language: str, filters: Filters, at: datetime) -> Answer:
    """The first of the looser questions that has an answer; else what carries most of the pieces."""
    span = filters.span
    probes = [Question(looser, Place.ANYWHERE, (), *span, limit=1) for looser in reading.looser]
    pieces = [Question(piece, Place.ANYWHERE, (), *span, limit=LISTED) for piece in reading.pieces]
    lists = backend().ask(language, [*probes, *pieces], at=at) if probes or pieces else []
    reading = reading.in_pieces()
    for looser, hit in zip(reading.looser, lists, strict=False):
        if hit:
            answer = _asked(reading, looser, language, filters, at)
            break
    else:
        answer = _with_most(reading, lists[len(probes) :], filters, at)
    answer.is_loose = not answer.is_empty
    return answer


def _with_most(reading: Reading, lists: list[list[int]], filters: Filters, at: datetime) -> Answer:
    """Editions that carry many of the pieces; a rare piece counts for more than a common one."""
    worth: Counter[int] = Counter()
    most = 0.0
    for keys in filter(None, lists):
        rarity = log(2 * LISTED / len(keys))
        most += rarity
        worth.update(dict.fromkeys(keys, rarity))
    answer = Answer(reading)
    if not worth:
        return answer
    enough = ENOUGH * max(worth.values())
    kept = [key for key, value in worth.most_common(COUNTED) if value >= enough]
    rows = list(PublicEntry.objects.filter(pk__in=kept).values_list("pk", "kind", "section"))
    _count(answer, Counter((kind, section) for _, kind, section in rows), filters)
    answer.keys = sorted((pk for pk, kind, section in rows if filters.let_in(kind, section)), reverse=True)
    if not filters.newest_first:
        best = sorted(answer.keys, key=lambda key: -worth[key])[:WEIGHED]
        found = Found(worth={key: worth[key] / most for key in best})
        _put_first(answer, best, found, at)
    return answer


def _count(answer: Answer, numbers: Counter[tuple[str, str]], filters: Filters) -> None:
    """Kinds among all hits, sections among those of the chosen kind."""
    for (kind, section), number in numbers.items():
        answer.kinds[kind] += number
        if section and filters.kind in ("", kind):
            answer.sections[section] += number


def _by_name(reading: Reading, language: str, filters: Filters, at: datetime) -> Found:
    """Editions one of whose names is what was typed, letter by letter or as it sounds: however many others carry the
    words, and however new these are. One query."""
    key = key_of(reading.text)
    names = Name.objects.filter(filters.condition("entry__"), entry__language=language)
    names = names.filter(entry__live_from__lte=at).exclude(entry__live_until__lte=at)
    names = names.order_by("-is_its_own", "-entry").values_list("entry_id", "key", "is_its_own")
    found = Found(title=key)
    for entry, its_key, is_its_own in _together(
        names.filter(**same)[:WEIGHED] for same in ({"key": key}, {"sound": plain(key)}, {"initials": key})
    ):
        if its_key != key:
            found.sound.add(entry)
        elif is_its_own:
            found.exact.add(entry)
        else:
            found.belonging.add(entry)
    return found


def _together(querysets: Iterable[QuerySet]) -> list[tuple]:
    """The rows of all, as one query. Each is read in the order of an index and ends early, which neither one condition
    with "or" allows nor the ORM's union on SQLite."""
    parts, values = [], []
    for number, rows in enumerate(querysets):
        sql, asked = rows.query.sql_with_params()
        parts.append(f"SELECT * FROM ({sql}) AS part_{number}")
        values += asked
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return cursor.fetchall()


def _respelt(text: str, language: str) -> str:
    """The text with its mistyped words put right; "" when nothing is near."""
    typed = [word.text for word in words(text)]
    unsure = {word for word in typed if correctable(word)}
    if not unsure:
        return ""
    keys = {key: word for word in unsure for key in keys_of(word)}
    near: dict[str, set[str]] = {word: set() for word in unsure}
    for key, word in Spelling.objects.filter(language=language, key__in=keys).values_list("key", "word"):
        near[keys[key]].add(word)
    better = {word: nearest(word, candidates) or word for word, candidates in near.items()}
    put_right = " ".join(better.get(word, word) for word in typed)
    return put_right if put_right != " ".join(typed) else ""


def _count_in(language: str, reading: Reading, filters: Filters, at: datetime) -> int:
    """How many editions of the other language carry the words."""
    question = Question(reading.strict, facets=filters.facets, limit=COUNTED + 1)
    return len(backend().ask(language, [question], at=at)[0])
