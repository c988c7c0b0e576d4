"""How much stands behind the pages of the investment desk: live editions of the active language, in one query."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Value
from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy

from documents.models import Document
from enterprises.models import Award, Enterprise, Industry, Park, Scheme
from figures.models import Figure
from investment.models import CaseStudy, Event, Opportunity
from policies.models import Policy
from procedures.models import Procedure, Situation
from publishing.querysets import live_condition

#: What a number counts, by the path of its page.
WORDS: dict[str, Promise] = {
    "figures/": ngettext_lazy("%(number)s figure", "%(number)s figures", "number"),
    "industries/": ngettext_lazy("%(number)s industry", "%(number)s industries", "number"),
    "investing/success-stories/": ngettext_lazy("%(number)s story", "%(number)s stories", "number"),
    "documents/": ngettext_lazy("%(number)s document", "%(number)s documents", "number"),
    "enterprises/": ngettext_lazy("%(number)s enterprise", "%(number)s enterprises", "number"),
    "parks/": ngettext_lazy("%(number)s place", "%(number)s places", "number"),
    "investing/opportunities/": ngettext_lazy("%(number)s open", "%(number)s open", "number"),
    "investing/events/": ngettext_lazy("%(number)s upcoming", "%(number)s upcoming", "number"),
    "investing/policies/": ngettext_lazy("%(number)s in force", "%(number)s in force", "number"),
    "designations/": ngettext_lazy("%(number)s scheme", "%(number)s schemes", "number"),
    "designations/ledger/": ngettext_lazy("%(number)s designation", "%(number)s designations", "number"),
    "investing/procedures/": ngettext_lazy("%(number)s procedure", "%(number)s procedures", "number"),
    "investing/procedures/planner/": ngettext_lazy("%(number)s situation", "%(number)s situations", "number"),
}


@dataclass(frozen=True)
class Tally:
    """``is_sample`` when all that is counted was made up to show the site."""

    words: str
    is_sample: bool


def tallies() -> dict[str, Tally]:
    """By path; a page with nothing behind it has none."""
    branches = [_counted(path, rows) for path, rows in _rows().items()]
    return {
        path: Tally(WORDS[path] % {"number": number}, samples == number)
        for path, number, samples in branches[0].union(*branches[1:], all=True)
        if number
    }


def _rows() -> dict[str, QuerySet]:
    return {
        "figures/": Figure.objects.live(),
        "industries/": Industry.objects.live(),
        "investing/success-stories/": CaseStudy.objects.live(),
        "documents/": Document.objects.live(),
        "enterprises/": Enterprise.objects.live(),
        "parks/": Park.objects.live(),
        "investing/opportunities/": Opportunity.objects.live().open_on(),
        "investing/events/": Event.objects.live().upcoming(),
        "investing/policies/": Policy.objects.filter(pk__in=Policy.objects.live().in_force().values("pk")),
        "designations/": Scheme.objects.live(),
        "designations/ledger/": Award.objects.public().filter(live_condition(prefix="enterprise__")),
        "investing/procedures/": Procedure.objects.live(),
        "investing/procedures/planner/": Situation.objects.live(),
    }


def _counted(path: str, rows: QuerySet) -> QuerySet:
    names = {field.name for field in rows.model._meta.fields}
    samples = Count("pk", filter=Q(is_sample=True)) if "is_sample" in names else Value(0)
    return (
        rows.rewrite(False)
        .order_by()
        .values(counted_path=Value(path))
        .annotate(counted_rows=Count("pk"), counted_samples=samples)
        .values_list("counted_path", "counted_rows", "counted_samples")
    )
