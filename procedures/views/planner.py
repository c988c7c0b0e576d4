"""The set-up planner: what somebody wants to set up in, an ordered and dated list of steps out."""

from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.addresses import absolute
from ui.breadcrumbs import desk_trail
from ui.head import page_head
from workdays.calendar import Calendar

from ..calendars import calendar_file
from ..chart import chart_of
from ..dating import DatedPlan, on_calendar
from ..models import Procedure, Situation
from ..planning import STATUTORY, Circle, plan_of
from ..questions import Question, read_question


@require_safe
def planner(request):
    situations = list(Situation.objects.live())
    question = read_question(request.GET, situations)
    plan, circle = _answer(question)
    breadcrumbs = desk_trail((_("Procedures"), reverse("procedures:procedures")), (_("Set-up planner"), None))
    address = f"{request.path}{question.address}"
    context = {
        "situations": situations,
        "question": question,
        "is_statutory": question.time == STATUTORY,
        "ignored": " ".join(question.ignored),
        "circle": circle,
        "plan": plan,
        "chart": chart_of(plan) if plan and plan.tasks else None,
        "has_sample": bool(plan) and any(dated.task.procedure.is_sample for dated in plan.tasks),
        "elsewhere": _(", ").join(str(other.name or other) for other in plan.plan.elsewhere) if plan else "",
        "years": _(", ").join(map(str, plan.uncertain)) if plan else "",
        "calendar_url": reverse("procedures:plan_calendar") + question.address,
        "address": absolute(address),
        "breadcrumbs": breadcrumbs,
        "head": page_head(
            request.path,
            _("Set-up planner"),
            _("Every step from an idea to production, in order, with working days, fees and documents."),
            breadcrumbs,
        ),
    }
    return render(request, "procedures/planner.html", context)


@require_safe
def plan_calendar(request):
    """The same plan as a calendar; without a situation an empty one."""
    question = read_question(request.GET, list(Situation.objects.live()))
    plan, _circle = _answer(question)
    if plan is None:
        plan = on_calendar(plan_of([]), question.start, Calendar.load())
    address = reverse("procedures:planner") + question.address
    return calendar_file(plan, address, _("Set-up plan"))


def _answer(question: Question) -> tuple[DatedPlan | None, str]:
    """The plan of a question, and the names of what waits for itself, of which one is empty."""
    if not question.situations:
        return None, ""
    procedures = Procedure.objects.live().needed_for(question.situations).for_plan()
    try:
        plan = plan_of(procedures, question.time)
    except Circle as circle:
        return None, str(circle)
    return on_calendar(plan, question.start, Calendar.load()), ""
