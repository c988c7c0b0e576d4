"""Columns over time, drawn by the server: what a picture needs, and the table that stands behind it.

Across, everything is in per cent of the width, so that the picture fits any screen without script; upwards in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

#: Height of the columns and of the words above and below them, in pixels.
HEIGHT, ABOVE, BELOW = 132, 26, 30
#: More columns than these are not read on a phone; the table keeps all.
MOST_COLUMNS = 12
FEW, SOME = 4, 8


@dataclass(frozen=True)
class Segment:
    """``kind`` is ``solid``, ``dashed`` or ``hollow``; ``words`` says what it is, for legend and table."""

    kind: str
    words: str
    value: Decimal | int
    said: str = ""

    @property
    def text(self) -> str:
        return self.said or str(self.value)


@dataclass(frozen=True)
class Column:
    """``label`` stands below, ``said`` above; ``name`` is the label in full, for the table."""

    label: str
    segments: list[Segment]
    said: str = ""
    name: str = ""
    url: str = ""

    @property
    def full_name(self) -> str:
        return self.name or self.label

    @property
    def highest(self) -> Decimal:
        return sum((Decimal(each.value) for each in self.segments if each.value > 0), Decimal(0))

    @property
    def lowest(self) -> Decimal:
        return sum((Decimal(each.value) for each in self.segments if each.value < 0), Decimal(0))


@dataclass(frozen=True)
class DrawnSegment:
    kind: str
    y: Decimal
    height: Decimal


@dataclass(frozen=True)
class DrawnColumn:
    label: str
    said: str
    middle: Decimal
    said_y: Decimal
    segments: list[DrawnSegment]


@dataclass
class ColumnChart:
    """``head`` names what the columns stand for, as the first head of the table."""

    title: str
    head: str
    columns: list[Column]
    note: str = ""
    drawn: list[DrawnColumn] = field(init=False)

    def __post_init__(self) -> None:
        shown = self.columns[-MOST_COLUMNS:]
        top = max((column.highest for column in shown), default=Decimal(0))
        bottom = min((column.lowest for column in shown), default=Decimal(0))
        scale = HEIGHT / ((top - bottom) or Decimal(1))
        self.base = _pixels(ABOVE + top * scale)
        self.drawn = [
            _drawn(column, _share(place, len(shown)), scale, self.base) for place, column in enumerate(shown)
        ]

    @property
    def height(self) -> int:
        return ABOVE + HEIGHT + BELOW

    @property
    def label_y(self) -> int:
        return self.height - 8

    @property
    def size(self) -> str:
        """How wide the picture may grow: a pair of columns is not spread over a whole page."""
        number = len(self.drawn)
        return "few" if number <= FEW else "some" if number <= SOME else "many"

    @property
    def half_width(self) -> int:
        """Half of a column, in pixels."""
        return 18 if len(self.drawn) <= SOME else 10

    @property
    def width(self) -> int:
        return 2 * self.half_width

    @property
    def legend(self) -> list[Segment]:
        """One segment of each kind that occurs; none where there is only one kind."""
        kinds = {each.kind: each for column in self.columns for each in column.segments if each.value}
        return list(kinds.values()) if len(kinds) > 1 else []

    @property
    def heads(self) -> list[str]:
        """Heads of the table after the first: what each kind of segment is."""
        return [each.words for each in self.columns[0].segments] if self.columns else []

    @property
    def described(self) -> str:
        """The picture in words, for who cannot see it."""
        told = []
        for column in self.columns[-MOST_COLUMNS:]:
            parts = _(", ").join(
                _("%(label)s: %(said)s") % {"label": each.words, "said": each.text}
                for each in column.segments
            )
            told.append(_("%(label)s: %(said)s") % {"label": column.full_name, "said": parts})
        return _("; ").join(told)


def _share(place: int, number: int) -> Decimal:
    """The middle of a column, in per cent of the width."""
    return (Decimal(100) * (2 * place + 1) / (2 * number)).quantize(Decimal("0.01"))


def _drawn(column: Column, middle: Decimal, scale: Decimal, base: Decimal) -> DrawnColumn:
    up, down, segments = base, base, []
    for each in column.segments:
        height = _pixels(abs(Decimal(each.value)) * scale)
        if each.value > 0:
            up -= height
            segments.append(DrawnSegment(each.kind, up, height))
        elif each.value < 0:
            segments.append(DrawnSegment(each.kind, down, height))
            down += height
    return DrawnColumn(column.label, column.said, middle, up - 7, segments)


def _pixels(number: Decimal) -> Decimal:
    return Decimal(number).quantize(Decimal("0.1"))
