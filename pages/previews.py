"""Standing pages, places, officials and departments over working copies."""

from __future__ import annotations

from django.shortcuts import render

from publishing.preview.previewing import previews

from .models import Official, Organisation, Page, Place
from .views import departments_context, officials_context, page_context, place_context


@previews(Page)
def page(request, record):
    return render(request, "pages/page.html", page_context(request, record))


@previews(Place)
def place(request, record):
    return render(request, "pages/place.html", place_context(request, record))


@previews(Official)
def official(request, record):
    return render(request, "pages/officials.html", officials_context(request, [record]))


@previews(Organisation)
def department(request, record):
    return render(request, "pages/departments.html", departments_context(request, [record]))
