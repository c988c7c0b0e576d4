"""The ten dots of a procedure: does one page tell everything that somebody needs to get it done?

After the score of Global Enterprise Registration (UN Trade and Development and partners), which asks of a portal
whether each step has office, documents, cost, time, legal basis, a person and a place to complain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Procedure


@dataclass(frozen=True)
class Dot:
    """One question; ``missing`` says what to add, ``label`` what it is about."""

    label: Promise
    missing: Promise
    is_answered: Callable[[Procedure], bool]


def _each(answers: Callable) -> Callable[[Procedure], bool]:
    """Whether every step answers, and there is one."""
    return lambda procedure: bool(steps := list(procedure.steps.all())) and all(map(answers, steps))


def _knows_time(step) -> bool:
    return step.promised_days is not None or step.statutory_days is not None


#: Words count in the active language: a guide that is whole in Chinese may still lack its English.
DOTS = (
    Dot(_("Steps"), _("the steps, each with its name"), _each(lambda step: bool(step.name))),
    Dot(
        _("Authority"),
        _("the authority for each step"),
        lambda procedure: _each(lambda step: bool(step.authority or procedure.authority))(procedure),
    ),
    Dot(
        _("Documents"),
        _("the documents for each step"),
        _each(lambda step: step.needs_no_documents or bool(step.papers)),
    ),
    Dot(
        _("Fee"), _("the fee for each step, or that there is none"), _each(lambda step: step.fee is not None)
    ),
    Dot(_("Time"), _("the number of working days for each step"), _each(_knows_time)),
    Dot(
        _("Result"),
        _("the result"),
        lambda procedure: bool(procedure.result) or _each(lambda step: bool(step.result))(procedure),
    ),
    Dot(_("Legal basis"), _("the legal basis"), lambda procedure: bool(procedure.legal_basis)),
    Dot(
        _("Place and hours"),
        _("where and at what times"),
        lambda procedure: bool((procedure.place and procedure.hours) or procedure.online_url),
    ),
    Dot(_("Contact"), _("a telephone number"), lambda procedure: bool(procedure.phone)),
    Dot(_("Complaints"), _("where to complain"), lambda procedure: bool(procedure.complaints)),
)


@dataclass(frozen=True)
class Answer:
    label: Promise
    missing: Promise
    is_given: bool


@dataclass(frozen=True)
class Score:
    answers: tuple[Answer, ...]

    @property
    def given(self) -> int:
        return sum(answer.is_given for answer in self.answers)

    @property
    def total(self) -> int:
        return len(self.answers)

    @property
    def is_full(self) -> bool:
        return self.given == self.total

    @property
    def missing(self) -> list[Promise]:
        return [answer.missing for answer in self.answers if not answer.is_given]


def score_of(procedure: Procedure) -> Score:
    """The dots of a procedure in the active language, from its prefetched or gathered steps."""
    return Score(tuple(Answer(dot.label, dot.missing, dot.is_answered(procedure)) for dot in DOTS))
