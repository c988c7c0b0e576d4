"""The finder: a few facts in, the policies that answer them out. Its address says everything."""

from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.languages import joined_sentences
from ui.breadcrumbs import desk_trail
from ui.head import page_head

from .. import presenters
from ..finder import MET, MISSING, OPEN, Match, Vocabulary, matches_of, read_facts
from ..models import Policy
from .pages import TEXTS, card


@require_safe
def finder(request):
    in_force = list(Policy.objects.live().in_force().with_benefits().newest_first().defer(*TEXTS).for_cards())
    words = Vocabulary.of(in_force)
    facts = read_facts(request.GET, words)
    matches = matches_of(facts, in_force) if not facts.is_empty else []
    breadcrumbs = desk_trail((_("Policies"), reverse("policies:policies")), (_("Policy finder"), None))
    context = {
        "words": words,
        "facts": facts,
        "ignored": joined_sentences(facts.ignored),
        "groups": _groups(matches),
        "in_force": len(in_force),
        "breadcrumbs": breadcrumbs,
        "head": page_head(
            request.path,
            _("Policy finder"),
            _("Give a few facts about an investment to find the policies in force that match them."),
            breadcrumbs,
        ),
    }
    return render(request, "policies/finder.html", context)


def _groups(matches: list[Match]) -> list[dict]:
    titles = {
        MET: (_("Fits your answers"), ""),
        OPEN: (_("May fit"), _("Some details were not given. Each open point is listed.")),
        MISSING: (_("Something is missing"), _("What is still needed is listed.")),
    }
    groups = []
    for state, (title, lead) in titles.items():
        own = [_shown(match) for match in matches if match.state == state]
        if own:
            groups.append({"state": state, "title": title, "lead": lead, "matches": own})
    return groups


def _shown(match: Match) -> dict:
    gains = [
        {"benefit": gain.benefit, "measure": presenters.measure(gain.benefit), "estimate": gain.estimate}
        for gain in match.gains
    ]
    return {**card(match.policy), "match": match, "gains": gains}
