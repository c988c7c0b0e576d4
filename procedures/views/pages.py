"""The list of procedures and the page of one."""

from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.head import page_head
from ui.query_strings import printable, unknown_parameter

from ..dots import score_of
from ..models import Procedure, Situation
from ..planning import Circle, Plan, plan_of
from ..structured import government_service


@require_safe
def procedures(request):
    """All procedures by phase. ``?phase=`` narrows; nonsense is named and left out."""
    every = list(Procedure.objects.live().for_cards())
    phase, ignored = _asked_phase(request.GET)
    shown = [procedure for procedure in every if phase in ("", procedure.phase)]
    breadcrumbs = desk_trail((_("Procedures"), None))
    context = {
        "groups": _by_phase(shown),
        "phases": _phases(every, phase),
        "ignored": ignored,
        "situations": list(Situation.objects.live()),
        "breadcrumbs": breadcrumbs,
        "head": page_head(
            request.path,
            _("Procedures"),
            _("What has to be done, who handles it, what it costs and how many working days it takes."),
            breadcrumbs,
        ),
    }
    return render(request, "procedures/procedures.html", context)


def _asked_phase(query) -> tuple[str, str]:
    """The phase, and a sentence that says what was left out; each is empty where there is none."""
    asked = printable(query.get("phase", ""))
    if not asked or asked in Procedure.Phase.values:
        return asked, ""
    return "", unknown_parameter("phase", asked)


def _phases(procedures: list[Procedure], chosen: str) -> list[tuple[str, str | None]]:
    """(label, address) pairs; the present one has no address."""
    known = {procedure.phase for procedure in procedures}
    ways = [(_("All"), "?" if chosen else None)]
    for value, label in Procedure.Phase.choices:
        if value in known:
            ways.append((capfirst(label), None if value == chosen else f"?phase={value}"))
    return ways


def _by_phase(procedures: list[Procedure]) -> list[dict]:
    groups = []
    for value, label in Procedure.Phase.choices:
        own = [card(procedure) for procedure in procedures if procedure.phase == value]
        if own:
            groups.append({"anchor": value, "title": capfirst(label), "cards": own})
    return groups


def card(procedure: Procedure) -> dict:
    """What ``procedures/_procedure.html`` shows."""
    return {"procedure": procedure, "plan": _own_plan(procedure), "score": score_of(procedure)}


def _own_plan(procedure: Procedure) -> Plan | None:
    """The plan of this procedure alone; None while a draft of it has steps in a circle."""
    try:
        return plan_of([procedure], is_alone=True)
    except Circle:
        return None


@require_safe
def procedure(request, slug):
    procedure = live_or_404(Procedure.objects.for_page(), slug=slug)
    return render(request, "procedures/procedure.html", procedure_context(procedure))


def procedure_context(procedure: Procedure) -> dict:
    breadcrumbs = desk_trail((_("Procedures"), reverse("procedures:procedures")), (procedure.name, None))
    data = government_service(procedure)
    return {
        **card(procedure),
        "steps": list(procedure.steps.all()),
        "situations": list(procedure.situations.live()) if procedure.pk else [],
        "breadcrumbs": breadcrumbs,
        "head": record_head(procedure, procedure.name, procedure.summary, breadcrumbs, data),
    }
