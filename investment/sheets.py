"""What of investment projects stands in spreadsheets."""

from __future__ import annotations

from spreadsheets.sheets import Sheet, Table, register

from .models import Milestone, Project, ProjectInvestor, ProjectOutput, Realisation


def _in_order(project: Project) -> None:
    Milestone.check_order(project.milestones.all())
    Realisation.check_order(project.realisations.all(), project.milestones.all())


PROJECTS = register(
    Sheet(
        model=Project,
        name_field="name",
        record=Table(
            "projects",
            Project,
            (
                "name",
                "summary",
                "mode",
                "amount",
                "currency",
                "amount_comparator",
                "amount_usd_printed",
                "land_mu",
                "jobs",
                "event",
                "park",
                "industries",
                "enterprises",
                "source",
                "owner",
                "review_by",
                "verified_on",
                "to_confirm",
            ),
        ),
        parts=(
            Table(
                "investors",
                ProjectInvestor,
                ("enterprise", "name", "origin", "home", "position"),
                ("enterprise", "name"),
                parent="project",
            ),
            Table(
                "outputs",
                ProjectOutput,
                (
                    "label",
                    "comparator",
                    "value",
                    "unit",
                    "per",
                    "usd_as_printed",
                    "as_of",
                    "source",
                    "position",
                ),
                ("label", "unit", "as_of"),
                parent="project",
            ),
            Table(
                "milestones",
                Milestone,
                ("stage", "on", "note", "source", "position"),
                ("stage",),
                parent="project",
            ),
            Table(
                "realisations",
                Realisation,
                ("on", "amount", "note", "source", "position"),
                ("on", "amount"),
                parent="project",
            ),
        ),
        check=_in_order,
    )
)
