"""The picture of a plan: a bar for each step over working days. Numbers only; the template draws."""

from __future__ import annotations

from dataclasses import dataclass

from .dating import DatedPlan, DatedTask

WIDTH, ROW, TOP = 720, 26, 24
#: Bars of no length are drawn as a mark this wide.
LEAST = 5
#: Ticks of the ruler: the first step that gives no more than this many.
MOST_TICKS = 9
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)
LEFT = 36


@dataclass
class Bar:
    dated: DatedTask
    x: float
    y: float
    width: float
    slack: float
    text_y: float

    @property
    def whole(self) -> float:
        """The bar with the time by which it may be late."""
        return round(self.width + self.slack, 1)


@dataclass
class Chart:
    width: int
    height: int
    bars: list[Bar]
    #: (day, x) pairs.
    ticks: list[tuple[int, float]]
    row: int = ROW - 10


def chart_of(plan: DatedPlan) -> Chart:
    """Bars from the left in the order of the plan; the width is the whole time."""
    days = max(plan.plan.days, 1)
    scale = (WIDTH - LEFT - 16) / days
    bars = []
    for place, dated in enumerate(plan.tasks):
        task, y = dated.task, TOP + place * ROW
        width = max(task.days * scale, LEAST)
        slack = task.slack * scale if task.slack and task.days else 0
        bars.append(
            Bar(dated, round(LEFT + task.begins * scale, 1), y + 4, round(width, 1), round(slack, 1), y + 16)
        )
    step = next((step for step in STEPS if days / step <= MOST_TICKS), STEPS[-1])
    ticks = [(day, round(LEFT + day * scale, 1)) for day in range(0, days + 1, step)]
    return Chart(WIDTH, TOP + len(bars) * ROW + 8, bars, ticks)
