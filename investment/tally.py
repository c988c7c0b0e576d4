"""What became of the projects of an event: of those reported, how many are named, begun, producing."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Stage
from .project_register import has_reached


@dataclass(frozen=True)
class Tally:
    """``reported`` is None where nobody said how many were signed; ``stopped`` are among the named ones."""

    reported: int | None
    named: int
    started: int
    producing: int
    stopped: int

    @property
    def unnamed(self) -> int:
        return max((self.reported or 0) - self.named, 0)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """(number, words) pairs, in the order in which projects go."""
        if not self.named:
            return []
        found = [
            (self.reported, _("signed, as reported")),
            (self.named, _("named here")),
            (self.started, _("with a dated construction start or later stage")),
            (self.producing, _("in production, with dated evidence")),
            (self.stopped or None, _("stopped")),
        ]
        return [(str(number), words) for number, words in found if number is not None]

    @property
    def remainder(self) -> str:
        """A sentence about the projects that were counted but never named: nothing is known of their stages."""
        if not self.named or not self.unnamed:
            return ""
        return ngettext(
            "%(number)s project was never named, so what became of it cannot be verified.",
            "%(number)s projects were never named, so what became of them cannot be verified.",
            self.unnamed,
        ) % {"number": self.unnamed}


def tally_of(event, projects: list) -> Tally:
    """Count the projects of an event that are named in the language of the page, by their dated stages."""
    dated = [
        {milestone.stage: milestone.on for milestone in project.milestones.all()} for project in projects
    ]
    return Tally(
        reported=event.projects_total,
        named=len(projects),
        started=sum(has_reached(dates, Stage.STARTED) for dates in dated),
        producing=sum(has_reached(dates, Stage.PRODUCING) for dates in dated),
        stopped=sum(Stage.STOPPED in dates for dates in dated),
    )
