"""How far a project has come, as a bar of stages."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import pgettext

from bilingual.periods import Period


class StageMark(NamedTuple):
    """One stage of the bar.

    ``state`` is ``reached``, ``last`` (the furthest one reached), ``ahead`` or ``stopped``. ``date`` is in words: "not
    dated" where a later stage was reached and nobody recorded the day of this one, "" ahead.
    """

    label: str
    date: str
    state: str


def stage_marks(milestones: list, stages) -> list[StageMark]:
    """Every stage in order, from signature to full capacity, and the stop where there was one.

    Empty for a project of which no milestone is known. A stage before the last one that was reached counts as
    reached, though nobody may have recorded its day.
    """
    dates = {milestone.stage: milestone.on for milestone in milestones}
    if not dates:
        return []
    ways = [stage for stage in stages if stage != stages.STOPPED]
    furthest = max((ways.index(stage) for stage in ways if stage in dates), default=-1)
    is_stopped = stages.STOPPED in dates
    marks = []
    for place, stage in enumerate(ways):
        if place > furthest:
            state = "ahead"
        else:
            state = "last" if place == furthest and not is_stopped else "reached"
        marks.append(StageMark(capfirst(str(stage.label)), _said(dates.get(stage), state), state))
    if is_stopped:
        # A project that was stopped has no stages ahead of it.
        stop = StageMark(
            capfirst(str(stages.STOPPED.label)), _said(dates[stages.STOPPED], "stopped"), "stopped"
        )
        return [*(mark for mark in marks if mark.state != "ahead"), stop]
    return marks


def _said(on: Period | None, state: str) -> str:
    if on:
        return on.say()
    return "" if state == "ahead" else pgettext("date of a stage", "not dated")
