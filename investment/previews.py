"""The pages of investment over working copies."""

from __future__ import annotations

from django.shortcuts import render

from publishing.preview.previewing import narrow, previews

from .models import CaseStudy, Event, Opportunity, Project
from .views.case_studies import case_context
from .views.events import event_context
from .views.opportunities import opportunity_context
from .views.projects import project_context


@previews(Event)
def event(request, record):
    narrow(record, "enterprises", "parks", "industries")
    return render(request, "investment/event.html", event_context(record))


@previews(Project)
def project(request, record):
    narrow(record, "enterprises", "industries")
    return render(request, "investment/project.html", project_context(record))


@previews(Opportunity)
def opportunity(request, record):
    narrow(record, "parks", "industries")
    return render(request, "investment/opportunity.html", opportunity_context(record))


@previews(CaseStudy)
def case(request, record):
    narrow(record, "industries")
    return render(request, "investment/case.html", case_context(record))
