"""Projects of which nobody has heard for long, on the first page of the newsroom."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from investment.models import Project
from investment.quiet import QUIET_MONTHS
from publishing.rights.permissions import can

from .counting import Counted
from .finding import Finding, Fix, Level


def project_findings(user, counted: list[Counted]) -> list[Finding]:
    """How many projects that a person may see are quiet; the link leads to the list of them."""
    if not can(user, "view", Project):
        return []
    number = sum(row.quiet for row in counted)
    words = {"number": number, "months": QUIET_MONTHS}
    if not number:
        return [Finding(Level.GOOD, _("Every project has had news within %(months)s months.") % words)]
    text = ngettext(
        "%(number)s project has had no news for %(months)s months.",
        "%(number)s projects have had no news for %(months)s months.",
        number,
    )
    fix = Fix(_("Show the projects"), reverse("admin:investment_project_changelist") + "?news=quiet")
    return [Finding(Level.WARN, text % words, [fix])]
