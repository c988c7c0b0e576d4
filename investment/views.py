from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from publishing.editions import live_or_404
from ui.breadcrumbs import trail
from ui.head import Head

from .models import Event, Project


@require_safe
def events(request):
    title = _("Events")
    context = {
        "events": Event.objects.live(),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title),
    }
    return render(request, "investment/events.html", context)


@require_safe
def event(request, slug):
    event = live_or_404(Event.objects.all(), slug=slug)
    record = event
    context = {
        "event": record,
        "breadcrumbs": trail((_("Events"), reverse("investment:events")), (record.name, None)),
        "head": Head(path=request.path, title=record.name, languages=record.live_languages()),
    }
    return render(request, "investment/event.html", context)


@require_safe
def projects(request):
    title = _("Projects")
    context = {
        "projects": Project.objects.live(),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title),
    }
    return render(request, "investment/projects.html", context)


@require_safe
def project(request, slug):
    project = live_or_404(Project.objects.all(), slug=slug)
    record = project
    context = {
        "project": record,
        "breadcrumbs": trail((_("Projects"), reverse("investment:projects")), (record.name, None)),
        "head": Head(path=request.path, title=record.name, languages=record.live_languages()),
    }
    return render(request, "investment/project.html", context)
