"""Plans: what waits for what, what runs side by side, what decides the end, and on which day it is."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from procedures.circles import circle_in
from procedures.dating import on_calendar
from procedures.models import Procedure, Step
from procedures.planning import STATUTORY, Circle, plan_of
from tests.factories import make_procedure
from workdays.calendar import Calendar

pytestmark = pytest.mark.django_db


def add(procedure, key, days=None, after="", **fields):
    return procedure.steps.create(
        key=key, after=after, promised_days=days, name_en=key, name_zh_hans=key, **fields
    )


def laid_out(plan) -> dict:
    return {task.step.key: (task.begins, task.ends, task.slack) for task in plan.tasks}


@pytest.mark.parametrize(
    ("links", "circle"),
    [
        ({}, []),
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, ["a", "a"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["b", "c", "b"]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
    ],
)
def test_a_circle_is_found_where_there_is_one(links, circle):
    assert circle_in(links) == circle


def test_a_long_chain_is_no_circle():
    assert circle_in({number: [number + 1] for number in range(20_000)}) == []


def test_steps_run_side_by_side_and_the_longest_way_decides():
    procedure = make_procedure()
    for key, days, after in (("A", 2, ""), ("B", 10, "A"), ("C", 3, "A"), ("D", 1, "B, C")):
        add(procedure, key, days, after)
    plan = plan_of([procedure])
    assert laid_out(plan) == {"A": (0, 2, 0), "B": (2, 12, 0), "C": (2, 5, 7), "D": (12, 13, 0)}
    assert (plan.days, plan.days_one_by_one) == (13, 16)
    assert [task.step.key for task in plan.tasks if task.is_critical] == ["A", "B", "D"]


def test_a_procedure_begins_when_those_before_it_have_ended():
    first, second = make_procedure(), make_procedure()
    add(first, "A", 4), add(first, "B", 9), add(second, "C", 1)
    second.depends_on.add(first)
    assert laid_out(plan_of([second, first]))["C"] == (9, 10, 0)


def test_a_procedure_without_steps_passes_on_what_it_waits_for():
    first, empty, last = make_procedure(), make_procedure(), make_procedure()
    add(first, "A", 5), add(last, "B", 1)
    empty.depends_on.add(first)
    last.depends_on.add(empty)
    assert laid_out(plan_of([first, empty, last]))["B"] == (5, 6, 0)


def test_what_is_needed_and_not_chosen_is_named():
    first, second = make_procedure(), make_procedure()
    add(second, "A", 1)
    second.depends_on.add(first)
    assert plan_of([second]).elsewhere == [first]


def test_fees_and_times_that_are_not_known_are_counted_apart():
    procedure = make_procedure()
    add(procedure, "A", 2, fee=100), add(procedure, "B", None, fee=0), add(procedure, "C", 1)
    plan = plan_of([procedure])
    assert plan.fees.amount == 100
    assert [task.step.key for task in plan.without_fee] == ["C"]
    assert [task.step.key for task in plan.without_time] == ["B"]


def test_statutory_times_are_counted_where_they_are_asked_for():
    procedure = make_procedure()
    add(procedure, "A", 2, statutory_days=20), add(procedure, "B", 3, after="A")
    assert (plan_of([procedure]).days, plan_of([procedure], STATUTORY).days) == (5, 23)


def test_a_circle_between_procedures_is_no_endless_plan():
    first, second = make_procedure(), make_procedure()
    add(first, "A", 1), add(second, "B", 1)
    first.depends_on.add(second)
    second.depends_on.add(first)
    with pytest.raises(Circle, match="A → B → A|B → A → B"):
        plan_of([first, second])


def test_days_are_counted_on_the_chinese_calendar_with_its_make_up_days():
    procedure = make_procedure()
    add(procedure, "A", 3)
    calendar = Calendar({date(2026, 9, 20): True, date(2026, 9, 25): False}, announced=frozenset({2026}))
    plan = on_calendar(plan_of([procedure]), date(2026, 9, 18), calendar)
    # Friday; Saturday is free, Sunday is worked, then Monday and Tuesday.
    assert (plan.first, plan.last, plan.uncertain) == (date(2026, 9, 18), date(2026, 9, 22), [])


def test_a_plan_that_would_begin_on_a_day_off_begins_after_it():
    procedure = make_procedure()
    add(procedure, "A", 1)
    plan = on_calendar(plan_of([procedure]), date(2026, 11, 21), Calendar())
    assert (plan.first, plan.last, plan.uncertain) == (date(2026, 11, 23), date(2026, 11, 24), [2026])


def test_a_circle_of_steps_is_refused_and_named():
    steps = [Step(key="A", after="B", name_en="Ask"), Step(key="B", after="A", name_en="Answer")]
    with pytest.raises(ValidationError, match="Ask → Answer → Ask"):
        Step.check_order(steps)


def test_a_step_after_a_letter_that_no_step_has_is_refused():
    with pytest.raises(ValidationError, match="“Ask” comes after “Z”"):
        Step.check_order([Step(key="A", after="Z", name_en="Ask")])


def test_a_circle_of_procedures_is_refused_and_named():
    first, second = make_procedure(name_en="Land"), make_procedure(name_en="Building")
    second.depends_on.add(first)
    with pytest.raises(ValidationError, match="Building → Land → Building"):
        Procedure.check_order(first, [second])


def test_a_promise_longer_than_the_law_is_refused():
    with pytest.raises(ValidationError, match="longer than the statutory one"):
        Step(procedure=make_procedure(), key="A", promised_days=9, statutory_days=5).validate_constraints()
