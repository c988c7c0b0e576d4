"""The schematic of parks: two rivers, the rails, and parks as marks. It is a drawing, not a map: nothing is to scale.

Places are points of a square of 100 by 100, which is drawn wide for desktops and high for phones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bilingual.languages import CHINESE, active_language

from ..models import Park
from .distances import way_to

Point = tuple[float, float]

#: The green river comes from the north-west, the ochre one from the south-west; they go on side by side.
JIALING: list[Point] = [(5, -8), (13, 10), (8, 28), (17, 44), (12, 58), (21, 72), (31, 87)]
YANGTZE: list[Point] = [(-22, 99), (12, 97), (22, 99), (31, 91)]
TOGETHER: list[Point] = [(31, 89), (44, 92), (58, 84), (72, 80), (86, 73), (122, 70)]
#: From the quay at Guoyuan north, and on to Europe.
RAIL: list[Point] = [(76, 70), (66, 58), (57, 44), (52, 26), (50, 8), (50, -8)]
#: Han, or letters, in a line of a label.
LINE_HAN = 8
LINE_LATIN = 17
#: From the middle of a mark down to the first line of its name.
BELOW = 32
#: Where on its line the minutes stand: near the park, away from the node at which all lines meet; but not in the
#: name of a park whose line leaves downwards through it.
ALONG, ALONG_DOWN = 0.6, 0.45


@dataclass(frozen=True)
class Frame:
    """A size to draw in, in units of the drawing: width, height, and what is left free at the edges."""

    name: str
    width: int
    height: int
    margin_x: int
    margin_y: int

    @property
    def box(self) -> str:
        return f"0 0 {self.width} {self.height}"

    def at(self, point: Point) -> Point:
        x, y = point
        across, down = self.width - 2 * self.margin_x, self.height - 2 * self.margin_y
        return round(self.margin_x + x / 100 * across, 1), round(self.margin_y + y / 100 * down, 1)

    def curve(self, points: list[Point], aside: float = 0) -> str:
        """A smooth path through points, moved ``aside`` by so many units: the two tones of one stream."""
        run = [(x, y + aside) for x, y in map(self.at, points)]
        ends = [run[0], *run, run[-1]]
        path = f"M{run[0][0]:.1f} {run[0][1]:.1f}"
        for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
            out = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
            into = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
            path += f"C{out[0]:.1f} {out[1]:.1f} {into[0]:.1f} {into[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
        return path


FRAMES = (Frame("wide", 1000, 580, 70, 40), Frame("high", 400, 700, 46, 36))


@dataclass(frozen=True)
class Mark:
    """A park in the drawing. ``lines`` are its name in pieces with the height of each."""

    park: Park
    x: float
    y: float
    lines: list[tuple[str, float]]
    is_faint: bool
    is_node: bool


@dataclass(frozen=True)
class Way:
    """A line from a park to the node, with the minutes and where they stand."""

    start: Point
    end: Point
    said: str
    x: float
    y: float
    is_sample: bool


@dataclass(frozen=True)
class Drawing:
    frame: Frame
    jialing: str
    yangtze: str
    green: str
    ochre: str
    rail: str
    marks: list[Mark]
    ways: list[Way]
    names: list[tuple[str, float, float, str]]


def drawings(parks: list[Park], node: Park | None, found: set[int] | None = None) -> list[Drawing]:
    """The schematic, wide and high; none when no park has a place in it.

    ``parks`` come with their ways; lines lead from each to ``node``. Those that are not in ``found`` are
    faint and have no line.
    """
    placed = [park for park in parks if park.drawn_x is not None and park.drawn_y is not None]
    return [_drawing(frame, placed, node, found) for frame in FRAMES] if placed else []


def _drawing(frame: Frame, parks: list[Park], node: Park | None, found: set[int] | None) -> Drawing:
    target = next((park for park in parks if node and park.pk == node.pk), None)
    jialing, yangtze = frame.at((-11, 60)), frame.at((54, 99))
    return Drawing(
        frame=frame,
        jialing=frame.curve(JIALING),
        yangtze=frame.curve(YANGTZE),
        green=frame.curve(TOGETHER, -5),
        ochre=frame.curve(TOGETHER, 5),
        rail=frame.curve(RAIL),
        marks=[_mark(frame, park, target, found) for park in parks],
        ways=[
            way
            for park in parks
            if target and (found is None or park.pk in found) and (way := _way(frame, park, target))
        ],
        names=[
            (_("Jialing"), max(jialing[0], 24), jialing[1], "jialing"),
            (_("Yangtze"), *yangtze, "yangtze"),
        ],
    )


def _mark(frame: Frame, park: Park, target: Park | None, found: set[int] | None) -> Mark:
    x, y = frame.at((park.drawn_x, park.drawn_y))
    lines = [(line, round(y + BELOW + 15 * place, 1)) for place, line in enumerate(broken(park.name))]
    return Mark(park, x, y, lines, found is not None and park.pk not in found, park is target)


def _way(frame: Frame, park: Park, target: Park) -> Way | None:
    found = way_to(park, target)
    if found is None or found.minutes is None:
        return None
    start, end = frame.at((park.drawn_x, park.drawn_y)), frame.at((target.drawn_x, target.drawn_y))
    along = ALONG_DOWN if end[1] - start[1] > abs(end[0] - start[0]) else ALONG
    x, y = (round(end[place] + (start[place] - end[place]) * along, 1) for place in (0, 1))
    return Way(start, end, _("%(number)s min") % {"number": found.minutes}, x, y + 4, found.is_sample)


def _even(text: str) -> list[str]:
    """A text in lines of about the same number of Han."""
    count = -(-len(text) // LINE_HAN)
    step = -(-len(text) // count) if count else LINE_HAN
    return [text[start : start + step] for start in range(0, len(text), step)]


def broken(name: str) -> list[str]:
    """A name in lines that are short enough to stand under a mark: between words, or between Han."""
    if active_language() == CHINESE:
        # What stands in brackets keeps together; a name that is too long is halved, not cut at its last sign.
        parts = name.replace("（", "\n（").split("\n")
        return [line for part in parts for line in _even(part)]
    lines = [""]
    for word in re.split(r"\s+", name.strip()):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE_LATIN:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
