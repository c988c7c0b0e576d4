"""The pages about open data: what there is, how to ask for it, on what terms."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.addresses import absolute
from ui.breadcrumbs import desk_trail
from ui.head import Head, breadcrumb_list

from .. import catalogue as catalogues
from ..asking import MOST, USUAL
from ..endpoint import FILE_COST
from ..front_door import API, FORMATS, file_address, list_address
from ..presenting import example, field_lines, filter_lines
from ..problems import KINDS
from ..resource import title_of
from ..resources import RESOURCES

ROUTE = "open_data:catalogue"


@require_safe
def catalogue(request):
    at = timezone.now()
    counts = catalogues.extents(at)
    breadcrumbs = desk_trail((_("Open data"), None))
    context = {
        "datasets": [
            {
                "title": title_of(resource),
                "summary": resource.summary,
                "url": reverse("open_data:dataset", args=[resource.key]),
                "number": counts[resource.key][0],
                "changed_at": counts[resource.key][1],
                "files": _files(resource),
            }
            for resource in RESOURCES.values()
        ],
        "interface": absolute(API),
        "breadcrumbs": breadcrumbs,
        "head": _head(
            request, _("Open data"), str(catalogues.SUMMARY), breadcrumbs, catalogues.data_catalog(counts)
        ),
    }
    return render(request, "open_data/catalogue.html", context)


@require_safe
def dataset(request, key: str):
    if key not in RESOURCES:
        raise Http404
    resource, at = RESOURCES[key], timezone.now()
    number, changed_at = catalogues.extents(at)[key]
    title = title_of(resource)
    breadcrumbs = desk_trail((_("Open data"), reverse(ROUTE)), (title, None))
    structured = catalogues.dataset(resource, changed_at)
    context = {
        "title": title,
        "summary": resource.summary,
        "number": number,
        "changed_at": changed_at,
        "list_address": list_address(resource),
        "public_list": reverse(resource.page) if resource.page else "",
        "files": _files(resource),
        "fields": field_lines(resource.fields),
        "filters": filter_lines(resource),
        "example": example(resource, at),
        "breadcrumbs": breadcrumbs,
        "head": _head(request, title, str(resource.summary), breadcrumbs, structured),
    }
    return render(request, "open_data/dataset.html", context)


@require_safe
def reference(request):
    breadcrumbs = desk_trail((_("Open data"), reverse(ROUTE)), (_("How to query"), None))
    description = _("Addresses, parameters, pages, languages, errors and limits of the open data.")
    context = {
        "interface": absolute(API),
        "usual": USUAL,
        "most": MOST,
        "per_minute": settings.OPEN_DATA_PER_MINUTE,
        "file_cost": FILE_COST,
        "problems": [
            {"id": f"problem-{name}", "status": status, "title": title, "help": _help()[name]}
            for name, (status, title) in KINDS.items()
        ],
        "datasets": [
            {
                "title": title_of(one),
                "url": reverse("open_data:dataset", args=[one.key]),
                "list": f"{API}{one.key}/",
            }
            for one in RESOURCES.values()
        ],
        "breadcrumbs": breadcrumbs,
        "head": _head(request, _("How to query open data"), description, breadcrumbs),
    }
    return render(request, "open_data/reference.html", context)


@require_safe
def licence(request):
    breadcrumbs = desk_trail((_("Open data"), reverse(ROUTE)), (_("Open data terms"), None))
    description = _("How you may use the open data, what you must state, and what is not included.")
    context = {
        "breadcrumbs": breadcrumbs,
        "head": _head(request, _("Open data terms"), description, breadcrumbs),
    }
    return render(request, "open_data/licence.html", context)


def _head(request, title: str, description: str, breadcrumbs, *structured: dict) -> Head:
    return Head(
        path=request.path,
        title=title,
        description=description,
        structured=[*structured, breadcrumb_list(breadcrumbs)],
    )


def _files(resource) -> list[tuple[str, str]]:
    """(name of the format, address) pairs of a whole data set."""
    return [(form.upper(), file_address(resource, form)) for form in FORMATS]


def _help() -> dict[str, str]:
    """What to do about each problem."""
    return {
        "question": _(
            "`invalid` lists each parameter that cannot be read, and why. Nothing is guessed or ignored."
        ),
        "cursor": _(
            "A cursor works only for the list and parameters it came from. Use `next` exactly as "
            "given, or start again from the first page."
        ),
        "not-found": _("The record does not exist, or no edition of it is public at present."),
        "method": _("Nothing can be written here. Only GET, HEAD and OPTIONS are accepted."),
        "too-many": _(
            "Wait for the number of seconds given in `Retry-After`. To get all the data at once, "
            "download a file."
        ),
        "busy": _("Wait for the number of seconds given in `Retry-After`, then try again."),
    }
