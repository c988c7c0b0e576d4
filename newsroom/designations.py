"""Designations that end, on the first page of the newsroom."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enterprises.ledger.lapsing import SOON_DAYS
from enterprises.models import Enterprise, Scheme
from publishing.rights.permissions import can

from .counting import Counted
from .finding import Finding, Fix, Level


def designation_findings(user, counted: list[Counted]) -> list[Finding]:
    """How many designations end soon, and how many have ended; the link leads to the list of both."""
    if not (can(user, "view", Scheme) and can(user, "view", Enterprise)):
        return []
    over, soon = sum(row.ended for row in counted), sum(row.ending for row in counted)
    fix = Fix(_("Show the designations"), reverse("admin:enterprises_scheme_lapsing"))
    found = []
    if over:
        text = ngettext(
            "%(number)s designation has ended and is shown as lapsed.",
            "%(number)s designations have ended and are shown as lapsed.",
            over,
        )
        found.append(Finding(Level.WARN, text % {"number": over}, [fix]))
    if soon:
        text = ngettext(
            "%(number)s designation ends within %(days)s days.",
            "%(number)s designations end within %(days)s days.",
            soon,
        )
        found.append(Finding(Level.WARN, text % {"number": soon, "days": SOON_DAYS}, [fix]))
    return found or [
        Finding(Level.GOOD, _("No designation ends within %(days)s days.") % {"days": SOON_DAYS})
    ]
