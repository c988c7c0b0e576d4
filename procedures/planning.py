"""A plan of all steps of several procedures: what waits for what, what runs side by side, what decides the end.

Times are counted in working days from the first one: a step that begins on day 3 and takes 5 ends on day 8, and what
waits for it is handed in on day 8. The day of handing in is not counted, as in the time limits of authorities.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from bilingual.money import Money

from .circles import circle_in
from .models import Procedure, Step

PROMISED, STATUTORY = "promised", "statutory"


class Circle(Exception):
    """What is to be planned waits for itself; ``steps`` are the steps of the circle in order."""

    def __init__(self, steps: list[Step]):
        self.steps = steps
        super().__init__(" → ".join(map(str, steps)))


@dataclass
class Task:
    """A step in a plan. ``begins`` and ``ends`` are working days from the start, ``slack`` those it may be late."""

    step: Step
    procedure: Procedure
    number: int = 0
    days: int = 0
    is_time_known: bool = True
    begins: int = 0
    ends: int = 0
    slack: int = 0
    earlier: list[Task] = field(default_factory=list, repr=False)

    @property
    def is_critical(self) -> bool:
        """Whether a day's delay here delays everything."""
        return self.slack == 0 and self.days > 0


@dataclass
class Plan:
    """``tasks`` in the order in which they can begin; ``elsewhere`` are procedures that are needed and not in it."""

    tasks: list[Task]
    elsewhere: list[Procedure] = field(default_factory=list)

    @property
    def days(self) -> int:
        return max((task.ends for task in self.tasks), default=0)

    @property
    def days_one_by_one(self) -> int:
        """How long it would take without anything side by side."""
        return sum(task.days for task in self.tasks)

    @property
    def fees(self) -> Money:
        """The sum of the fees that are known."""
        return Money(sum((task.step.fee for task in self.tasks if task.step.fee is not None), Decimal(0)))

    @property
    def without_fee(self) -> list[Task]:
        """Steps of which nobody has written down what they cost."""
        return [task for task in self.tasks if task.step.fee is None]

    @property
    def without_time(self) -> list[Task]:
        return [task for task in self.tasks if not task.is_time_known]

    @property
    def visits(self) -> int:
        return sum(procedure.visits or 0 for procedure in self.procedures)

    @property
    def procedures(self) -> list[Procedure]:
        return list({task.procedure.pk: task.procedure for task in self.tasks}.values())


def plan_of(procedures: Iterable[Procedure], time: str = PROMISED, *, is_alone: bool = False) -> Plan:
    """Plan procedures (``for_plan``), by promised or by statutory times; of a step that has one only, that one.

    ``is_alone`` plans each as if it came after nothing, and asks for no procedures that come before.

    A step with neither is planned with no time, and the plan names it. Raises Circle.
    """
    procedures = list(procedures)
    chosen = {procedure.pk: procedure for procedure in procedures}
    tasks = {
        procedure.pk: {step.key: _task(step, procedure, time) for step in procedure.steps.all()}
        for procedure in procedures
    }
    elsewhere: dict[int, Procedure] = {}
    for procedure in procedures:
        own = tasks[procedure.pk]
        before = [] if is_alone else list(procedure.depends_on.all())
        elsewhere |= {other.pk: other for other in before if other.pk not in chosen}
        last = [task for other in before for task in _last_of(other, chosen, tasks)]
        for task in own.values():
            task.earlier = [own[key] for key in task.step.earlier if key in own] or list(last)
    every = [task for own in tasks.values() for task in own.values()]
    _lay_out(every)
    ordered = sorted(
        every, key=lambda task: (task.begins, task.ends, task.procedure.position, task.step.position)
    )
    for number, task in enumerate(ordered, start=1):
        task.number = number
    return Plan(ordered, list(elsewhere.values()))


def _task(step: Step, procedure: Procedure, time: str) -> Task:
    known = [step.promised_days, step.statutory_days]
    days = next(
        (value for value in (known if time == PROMISED else reversed(known)) if value is not None), None
    )
    return Task(step, procedure, days=days or 0, is_time_known=days is not None)


def _last_of(procedure: Procedure, chosen: dict, tasks: dict, passed: frozenset = frozenset()) -> list[Task]:
    """The tasks with which a procedure is done: those that none of its others waits for.

    A procedure without steps is done when those are that it comes after.
    """
    if procedure.pk not in chosen or procedure.pk in passed:
        return []
    own = tasks[procedure.pk]
    if not own:
        before = chosen[procedure.pk].depends_on.all()
        passed = passed | {procedure.pk}
        return [task for other in before for task in _last_of(other, chosen, tasks, passed)]
    waited_for = {key for task in own.values() for key in task.step.earlier}
    return [task for key, task in own.items() if key not in waited_for]


def _lay_out(every: list[Task]) -> None:
    """Set when each task can begin and how late it may be, by the critical path method. Raises Circle."""
    by_id = {id(task): task for task in every}
    links = {id(task): [id(other) for other in task.earlier] for task in every}
    if circle := circle_in(links):
        raise Circle([by_id[key].step for key in circle])
    later: dict[int, list[Task]] = {key: [] for key in by_id}
    for task in every:
        for other in task.earlier:
            later[id(other)].append(task)
    order = _in_order(every, later)
    for task in order:
        task.begins = max((other.ends for other in task.earlier), default=0)
        task.ends = task.begins + task.days
    end = max((task.ends for task in every), default=0)
    latest: dict[int, int] = {}
    for task in reversed(order):
        latest[id(task)] = min((latest[id(other)] - other.days for other in later[id(task)]), default=end)
        task.slack = latest[id(task)] - task.ends


def _in_order(every: list[Task], later: dict[int, list[Task]]) -> list[Task]:
    """Every task after those that it waits for."""
    waiting = {id(task): len(task.earlier) for task in every}
    ready = [task for task in every if not task.earlier]
    ordered = []
    while ready:
        task = ready.pop(0)
        ordered.append(task)
        for other in later[id(task)]:
            waiting[id(other)] -= 1
            if not waiting[id(other)]:
                ready.append(other)
    return ordered
