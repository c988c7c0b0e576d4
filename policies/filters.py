"""What an address asks of the list of policies."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from bilingual.languages import LANGUAGES, column
from ui.faceted import Entry, Facet, Faceted, choices, facet
from ui.query_strings import read_text

from .models import Benefit, Policy
from .standing import Standing

EVERY_INDUSTRY = "every"


class PolicyFilters(Faceted):
    """``policies`` are all live ones (``for_cards``), ``found`` those that are asked for, in the same order.

    ``text`` is looked for in titles, issuers and document numbers.
    """

    def __init__(self, query, policies: list[Policy]):
        self.text, cut = read_text(query.get("q", ""))
        named = [policy for policy in policies if self._names(policy)]
        super().__init__(query, _facets(policies), [_entry(policy) for policy in named])
        self.ignored += [cut] if cut else []
        wanted = set(self.keys)
        self.found = [policy for policy in named if policy.pk in wanted]

    def _names(self, policy: Policy) -> bool:
        words = [getattr(policy, column(name, code)) for name in ("title", "issuers") for code in LANGUAGES]
        searched = _folded(" ".join(word or "" for word in [*words, policy.document_number]))
        return all(part in searched for part in _folded(self.text).split())

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [*([("q", self.text)] if self.text else []), *super().pairs]

    @property
    def chosen(self) -> list[dict[str, str]]:
        if not self.text:
            return super().chosen
        rest = [pair for pair in self.pairs if pair[0] != "q"]
        url = f"?{urlencode(rest)}" if rest else "?"
        return [{"label": _("“%(text)s”") % {"text": self.text}, "url": url}, *super().chosen]


def _facets(policies: list[Policy]) -> list[Facet]:
    industries = {EVERY_INDUSTRY: _("Any industry")}
    designations: dict[str, str] = {}
    for policy in policies:
        industries |= {industry.slug: industry.name for industry in policy.industries.all()}
        designations |= dict(designation_word(row.level) for row in policy.designations.all())
    return [
        facet("standing", _("Validity"), choices(Standing)),
        facet("level", _("Level"), choices(Policy.Level)),
        facet("benefit", _("Benefit"), choices(Benefit.Kind)),
        facet("industry", _("Industry"), industries.items()),
        facet("designation", _("Designation"), designations.items()),
    ]


def _entry(policy: Policy) -> Entry:
    return Entry(
        policy.pk,
        {
            "standing": (policy.standing().value,),
            "level": (policy.level,),
            "benefit": tuple({benefit.kind for benefit in policy.benefits.all()}),
            "industry": tuple(industry.slug for industry in policy.industries.all()) or (EVERY_INDUSTRY,),
            "designation": tuple({designation_word(row.level)[0] for row in policy.designations.all()}),
        },
    )


def designation_word(level) -> tuple[str, str]:
    """The (value, label) of a level of a designation scheme in addresses and lists."""
    return f"{level.scheme.slug}/{level.key}", level.name or level.key


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
