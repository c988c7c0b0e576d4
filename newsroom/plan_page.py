"""The planned day of a record: a small page of its own, reached from the form and from the calendar."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles.models import Article
from publishing.desk import Panel, panel, record_frame, record_page
from publishing.rights.permissions import can

from .forms import DayField
from .models import Plan
from .names import page_url


class DayForm(forms.Form):
    planned_on = DayField(label=gettext_lazy("Planned date"), required=False)


@panel
def plan_panel(request, record, draft) -> Panel | None:
    """Leads to the page; it asks nothing of the database, because every form shows it."""
    if not can(request.user, "change", record):
        return None
    return Panel(
        "admin/newsroom/plan_panel.html", {"url": page_url(record._meta.label_lower, str(record.pk), "plan")}
    )


@record_page("plan", "plan/", verb="change")
@require_http_methods(["GET", "HEAD", "POST"])
def plan_page(request, model_admin, record):
    plan = Plan.objects.of(record).first()
    form = DayForm(request.POST or None, initial={"planned_on": plan.planned_on if plan else None})
    if request.method == "POST" and form.is_valid():
        _keep(record, plan, form.cleaned_data["planned_on"], request.user)
        messages.success(request, _("The planned date has been saved. Nothing is published automatically."))
        return HttpResponseRedirect(page_url(record._meta.label_lower, str(record.pk)))
    context = {
        **record_frame(request, model_admin, record, _("Planned date")),
        "form": form,
        "plan": plan,
        "today": timezone.localdate(),
        "schedule_url": page_url(record._meta.label_lower, str(record.pk), "schedule")
        if can(request.user, "publish", record)
        else "",
    }
    return TemplateResponse(request, "admin/newsroom/plan_page.html", context)


def _keep(record, plan: Plan | None, day, user) -> None:
    """Write the day down, or strike it when there is none any more."""
    if day is None:
        if plan is not None:
            plan.delete()
        return
    column = record.column if isinstance(record, Article) else None
    Plan.objects.update_or_create(
        content_type=ContentType.objects.get_for_model(record, for_concrete_model=True),
        object_id=str(record.pk),
        defaults={"planned_on": day, "title": str(record)[:160], "column": column},
        create_defaults={
            "planned_on": day,
            "title": str(record)[:160],
            "column": column,
            "owner": record.owner or user,
        },
    )
