"""How parts of the newsroom join the form of a record: panels beside it, and pages of its own.

A part registers itself when its module is imported by its app's ``ready``. The form, its addresses and the test of
permissions then know it; the admin class of a feature never changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse

from .rights.permissions import can


@dataclass(frozen=True)
class Mark:
    """A remark above one field of the form: a template and its context, there called ``mark``."""

    template: str
    context: dict = field(default_factory=dict)


@dataclass
class Panel:
    """A box in the panel beside the form: a template and its context, there called ``panel``.

    ``marks`` are remarks above fields of the form, by the name of the field.
    """

    template: str
    context: dict = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)


@dataclass(frozen=True)
class RecordPage:
    """A page about one record, at ``…/<key>/<path>`` in the admin. ``verb`` is what its visitor must be allowed."""

    name: str
    path: str
    verb: str
    view: Callable[..., HttpResponse]


#: Functions (request, live record, open draft or None) that return a Panel, or None to show nothing.
PANELS: list[Callable[[HttpRequest, models.Model, object], Panel | None]] = []
RECORD_PAGES: dict[str, RecordPage] = {}


def panel(function):
    """Register a panel of the form of every publishable record; they stand in the order of registration."""
    PANELS.append(function)
    return function


def record_page(name: str, path: str, *, verb: str):
    """Register a page of every publishable record: ``view(request, model_admin, record, **captured)``.

    Its route is ``admin:<app>_<model>_<name>``; ``can(user, verb, record)`` has been asked before it is called.
    """

    def register(view):
        RECORD_PAGES[name] = RecordPage(name, path, verb, view)
        return view

    return register


def page_of(record: models.Model, page: str = "change", *args) -> str:
    """The address of a page about a record in the newsroom: its form, or a page by the name that it registered."""
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[quote(record.pk), *args])


def record_frame(request: HttpRequest, model_admin, record: models.Model, title: str) -> dict:
    """What the admin's frame needs around a page about one record, for the context of its template."""
    return {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "record": record,
        "title": title,
        "subtitle": str(record),
        "change_url": page_of(record),
    }


def panels_for(request: HttpRequest, record: models.Model, draft) -> list[Panel]:
    return [shown for function in PANELS if (shown := function(request, record, draft)) is not None]


def record_urls(model_admin) -> list:
    """Routes of the registered pages for one admin class."""
    options = model_admin.opts
    return [
        path(
            f"<path:object_id>/{page.path}",
            model_admin.admin_site.admin_view(_guarded(model_admin, page)),
            name=f"{options.app_label}_{options.model_name}_{page.name}",
        )
        for page in RECORD_PAGES.values()
    ]


def _guarded(model_admin, page: RecordPage):
    """The view with its permission asked first. A record that may not be seen is not found, even if it exists."""

    def view(request, object_id, **captured):
        record = model_admin.get_object(request, unquote(object_id))
        if record is None or not can(request.user, "view", record):
            raise Http404
        if not can(request.user, page.verb, record):
            raise PermissionDenied
        return page.view(request, model_admin, record, **captured)

    return view
