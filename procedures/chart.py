"""The picture of a plan: a bar for each step over working days. Numbers only; the template draws.

Across, everything is in hundredths of the width, so that the picture takes the width it is given and its words keep
their size; down, in pixels.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .dating import DatedPlan, DatedTask

ROW, TOP = 26, 44
#: Bars of no length are drawn as a mark this wide.
LEAST = 0.7
#: Ticks of the ruler: the first step that gives no more than this many.
MOST_TICKS = 9
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
#: From here on the words of a tick end at it; they would leave the picture.
EDGE = 94


@dataclass
class Bar:
    dated: DatedTask
    x: float
    y: float
    width: float
    slack: float

    @property
    def whole(self) -> float:
        """The bar with the time by which it may be late."""
        return round(self.width + self.slack, 2)


@dataclass
class Tick:
    """``day`` counts working days; ``year`` is said where it is a new one."""

    day: int
    x: float
    on: datetime.date
    year: int | None

    @property
    def anchor(self) -> str:
        return "start" if not self.day else "end" if self.x > EDGE else "middle"


@dataclass
class Chart:
    height: int
    bars: list[Bar]
    ticks: list[Tick]
    row: int = ROW - 10
    top: int = TOP


def chart_of(plan: DatedPlan) -> Chart:
    """Bars from the left in the order of the plan; the width is the whole time."""
    days = max(plan.plan.days, 1)
    scale = 100 / days
    bars = []
    for place, dated in enumerate(plan.tasks):
        task = dated.task
        width = max(task.days * scale, LEAST)
        slack = task.slack * scale if task.slack and task.days else 0
        x = min(task.begins * scale, 100 - width)
        bars.append(Bar(dated, round(x, 2), TOP + place * ROW + 5, round(width, 2), round(slack, 2)))
    step = next((step for step in STEPS if days / step <= MOST_TICKS), STEPS[-1])
    ticks: list[Tick] = []
    for day in range(0, plan.plan.days + 1, step):
        on = plan.days[day]
        is_new = not ticks or ticks[-1].on.year != on.year
        ticks.append(Tick(day, round(day * scale, 2), on, on.year if is_new else None))
    return Chart(TOP + len(bars) * ROW + 4, bars, ticks)
