"""What other enterprises are to one, wherever it was said: on its own profile or on theirs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from bilingual.periods import Period
from evidence.models import Source

from ..models import Enterprise, Tie

#: Headings by what the others are, in the order in which they are read.
HEADINGS = {
    Tie.Kind.CUSTOMER: pgettext_lazy("other enterprises", "Customers"),
    Tie.Kind.SUPPLIER: pgettext_lazy("other enterprises", "Suppliers"),
    Tie.Kind.JOINT_VENTURE: pgettext_lazy("other enterprises", "Joint ventures"),
    Tie.Kind.PARTNER: pgettext_lazy("other enterprises", "Partners"),
}


@dataclass(frozen=True)
class Tied:
    """Another enterprise that is live in this language, with who says of it what, and since when."""

    enterprise: Enterprise
    note: str
    as_of: Period | None
    source: Source | None


def ties_of(enterprise: Enterprise) -> list[tuple[str, list[Tied]]]:
    """(heading, others) pairs. A tie that both sides record is told once, in the words of this side."""
    found: dict[str, dict[int, Tied]] = defaultdict(dict)
    for tie in enterprise.ties.all():
        found[tie.kind].setdefault(tie.other_id, _tied(tie, tie.other))
    for tie in enterprise.tied_by.all():
        found[tie.reverse_kind].setdefault(tie.enterprise_id, _tied(tie, tie.enterprise))
    return [(str(heading), list(found[kind].values())) for kind, heading in HEADINGS.items() if kind in found]


def ties_said(enterprise: Enterprise) -> list[str]:
    """The same as lines of text, for files."""
    return [
        _("%(heading)s: %(names)s")
        % {"heading": heading, "names": _(", ").join(tied.enterprise.short_name for tied in others)}
        for heading, others in ties_of(enterprise)
    ]


def _tied(tie: Tie, other: Enterprise) -> Tied:
    return Tied(other, tie.note or "", tie.as_of, tie.source)
