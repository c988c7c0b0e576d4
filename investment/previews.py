"""The pages of events and projects over working copies."""

from __future__ import annotations

from django.shortcuts import render

from publishing.previewing import narrow, previews

from .models import Event, Project
from .views import event_context, project_context


@previews(Event)
def event(request, record):
    narrow(record, "enterprises", "parks", "industries")
    return render(request, "investment/event.html", event_context(record))


@previews(Project)
def project(request, record):
    narrow(record, "enterprises", "industries")
    return render(request, "investment/project.html", project_context(record))
