"""What investors come to do, and which pages of the desk serve each task.

Pages stand here by the path that menus call them by; staff name and hide them there.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Task:
    """``ways`` are (path, label where the menus have none) pairs; ``key`` is its anchor."""

    key: str
    title: Promise
    lead: Promise
    ways: tuple[tuple[str, Promise], ...]


UNDERSTAND = Task(
    "understand",
    _("Get to know Liangjiang"),
    _("Why here, what it makes, and the numbers behind it."),
    (
        ("figures/", _("Facts and figures")),
        ("industries/", _("Industries")),
        ("investing/success-stories/", _("Success stories")),
        ("documents/", _("Document library")),
    ),
)
FIND = Task(
    "find",
    _("Find partners and sites"),
    _("Who is here already, what is available and what is being built."),
    (
        ("enterprises/", _("Enterprises")),
        ("parks/", _("Industrial Parks")),
        ("investing/opportunities/", _("Opportunities")),
        ("investing/projects/", _("Projects")),
        ("investing/events/", _("Investment events")),
    ),
)
CHECK = Task(
    "check",
    _("Check what is valid"),
    _("Policies with their last day, designations with their evidence."),
    (
        ("investing/policies/finder/", _("Policy finder")),
        ("investing/policies/", _("Policies")),
        ("designations/ledger/", _("The ledger of designations")),
        ("designations/", _("Designations")),
    ),
)
PLAN = Task(
    "plan",
    _("Plan the set-up"),
    _("Every step in order, with its time and documents."),
    (
        ("investing/procedures/planner/", _("Set-up planner")),
        ("investing/procedures/", _("Procedures")),
    ),
)
ASK = Task(
    "ask",
    _("Save and ask"),
    _("Collect what matters to you, and let a person answer the rest."),
    (
        ("shortlist/", _("Shortlist")),
        ("enterprises/compare/", _("Compare enterprises")),
        ("parks/compare/", _("Compare parks")),
        ("inquiries/new/", _("Leave a message")),
        ("inquiries/track/", _("Track my inquiry")),
        ("subscriptions/", _("Subscribe by e-mail")),
        ("open-data/", _("Open data")),
    ),
)
TASKS = (UNDERSTAND, FIND, CHECK, PLAN, ASK)
