"""What a file of the directory says of itself: where from, as of when, on what terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from bilingual.addresses import absolute

from ..filters import EnterpriseFilters


@dataclass(frozen=True)
class Terms:
    """``address`` is the list that the file was taken from; ``made_at`` the moment, in Beijing time."""

    title: str
    address: str
    filters: list[str]
    designations_on: str
    made_at: datetime
    licence: str

    @property
    def lines(self) -> list[tuple[str, str]]:
        return [
            (_("List"), self.title),
            (_("Filters"), _("; ").join(self.filters) or _("none")),
            (_("Designations as of"), self.designations_on),
            (_("Created"), self.made_at.isoformat(timespec="seconds")),
            (_("Source"), self.address),
            (_("Terms of use"), self.licence),
        ]


def terms_of(filters: EnterpriseFilters, path: str) -> Terms:
    return Terms(
        title=_("Enterprises of Liangjiang New Area"),
        address=absolute(path + filters.question),
        filters=[filters.label(pair) for pair in filters.pairs],
        designations_on=(filters.on or filters.today).isoformat(),
        made_at=timezone.localtime(),
        licence=_(
            "Free to use with the source and its date named. Each fact belongs to the source beside it; a candidate "
            "for a designation is not its holder."
        ),
    )
