"""Figures that do not agree, on the first page of the newsroom."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from figures.models import Figure
from publishing.rights.permissions import can

from .counting import Counted
from .finding import Finding, Fix, Level


def figure_findings(user, counted: list[Counted]) -> list[Finding]:
    """How many public figures another one contradicts; the link leads to the report that sets them side by side."""
    if not can(user, "view", Figure):
        return []
    number = sum(row.disputed for row in counted)
    if not number:
        return [Finding(Level.GOOD, _("No published figures contradict each other."))]
    text = ngettext(
        "%(number)s published figure is contradicted by another.",
        "%(number)s published figures contradict each other.",
        number,
    )
    fix = Fix(_("Show them side by side"), reverse("admin:figures_figure_contradictions"))
    return [Finding(Level.BAD, text % {"number": number}, [fix])]
