from __future__ import annotations

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.datasets import FORMATS, dataset, file_links
from ui.head import page_head
from ui.pagination import paginate

from .charts import charts
from .contradictions import contradictions, said_otherwise
from .exports import figure_file
from .filters import FigureFilters
from .models import Figure, Indicator

PER_PAGE = 60
#: Up to so many figures are set side by side in large type.
MOST_BESIDE = 6


@require_safe
def register(request):
    filters = _filters(request)
    page = paginate(
        request,
        None,
        per_page=PER_PAGE,
        total=len(filters.keys),
        window=lambda start, stop: filters.found[start:stop],
    )
    title = _("Facts and figures")
    breadcrumbs = desk_trail((title, None))
    description = _("Every figure on this site, with its territory, date and source.")
    address, feed = filters.address(), reverse("figures:feed") + filters.address()
    files = file_links("figures:file", query=address)
    context = {
        "filters": filters,
        "page": page,
        "count": ngettext("%(number)s figure", "%(number)s figures", page.total) % {"number": page.total},
        "groups": [(name, _told(figures, filters.otherwise)) for name, figures in _by_territory(page.items)],
        "disputed": len(contradictions(filters.figures.values())),
        "files": files,
        "feed": feed,
        "breadcrumbs": breadcrumbs,
        "head": page_head(
            request.path + address,
            title,
            description,
            breadcrumbs,
            dataset(title, description, request.path, files),
            feeds=[(title, feed)],
        ),
    }
    return render(request, "figures/register.html", context)


@require_safe
def register_file(request, form: str):
    """Exactly the figures that the address asks for, with their sources, as a file."""
    if form not in FORMATS:
        raise Http404
    filters = _filters(request)
    path = reverse("figures:register") + filters.address()
    return figure_file(form, filters.found, title=_("Facts and figures"), name="figures", path=path)


@require_safe
def indicator(request, slug: str):
    """What different sources say of one thing, side by side, and why they differ."""
    record = live_or_404(Indicator.objects, slug=slug)
    return render(request, "figures/indicator.html", indicator_context(record))


@require_safe
def indicator_file(request, slug: str, form: str):
    if form not in FORMATS:
        raise Http404
    record = live_or_404(Indicator.objects, slug=slug)
    path = record.get_absolute_url()
    return figure_file(form, _figures_of(record), title=record.name, name=record.slug, path=path)


def indicator_context(record: Indicator) -> dict:
    figures = _figures_of(record)
    path = record.get_absolute_url()
    files = file_links("figures:indicator_file", record.slug)
    breadcrumbs = desk_trail((_("Facts and figures"), reverse("figures:register")), (record.name, None))
    data = dataset(record.name, record.summary, path, files, variableMeasured=record.name)
    return {
        "indicator": record,
        "beside": figures if 1 < len(figures) <= MOST_BESIDE else [],
        "groups": [(name, _told(some, said_otherwise(figures))) for name, some in _by_territory(figures)],
        "disputed": len(contradictions(figures)),
        "charts": charts(figures),
        "files": files,
        "breadcrumbs": breadcrumbs,
        "head": record_head(record, record.name, record.summary, breadcrumbs, data),
    }


def _filters(request) -> FigureFilters:
    return FigureFilters(request.GET, list(Figure.objects.live().for_register()))


def _figures_of(record: Indicator) -> list[Figure]:
    """The figures of an indicator, the newest first."""
    figures = record.figures.live().for_register()
    return sorted(
        figures, key=lambda one: (one.as_of.end.toordinal() if one.as_of else 0, one.slug), reverse=True
    )


def _by_territory(figures) -> list[tuple[str, list[Figure]]]:
    filed: dict[str, list[Figure]] = {}
    for figure in figures:
        filed.setdefault(figure.territory, []).append(figure)
    return [(capfirst(str(one.label)), filed[one]) for one in Figure.Territory if one in filed]


def _told(figures: list[Figure], otherwise: dict[int, list[Figure]]) -> list[tuple[Figure, list[Figure]]]:
    """Each figure with those that say otherwise."""
    return [(figure, otherwise.get(figure.pk, [])) for figure in figures]
