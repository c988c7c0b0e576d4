from __future__ import annotations

from django.http import Http404, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.datasets import FORMATS, dataset, file_links
from ui.head import page_head
from ui.pagination import Page, paginate

from ..filters import FIRST_DAY, last_day
from ..ledger.files import ledger_file
from ..ledger.filters import LedgerFilters
from ..ledger.history import by_batch, by_year
from ..ledger.tally import Tally
from ..models import Award, Scheme
from ..presenters.designations import award_count, since, standing_groups, terms
from ..vocabulary import vocabulary

PER_PAGE = 50


@require_safe
def schemes(request):
    breadcrumbs = desk_trail((_("Designations"), None))
    description = _(
        "Who awards which designation to enterprises and factories, for how long, and who holds it."
    )
    tally = Tally(request.GET, vocabulary())
    context = {
        "schemes": [(scheme, tally.of(scheme)) for scheme in Scheme.objects.live().for_list()],
        "tally": tally,
        "days": (FIRST_DAY, last_day(tally.today)),
        "breadcrumbs": breadcrumbs,
        "head": page_head(request.path, _("Designations"), description, breadcrumbs),
    }
    return render(request, "enterprises/schemes.html", context)


@require_safe
def ledger(request):
    """The awards of all schemes on a day, for instance those of one park."""
    filters = LedgerFilters(request.GET, vocabulary())
    page = _page(request, filters)
    title = _("The ledger of designations")
    breadcrumbs = desk_trail((_("Designations"), reverse("enterprises:schemes")), (title, None))
    description = _(
        "Which designations are held today, or were held on any given day, by whom and in which park."
    )
    links = file_links("enterprises:ledger_file", query=filters.address())
    data = dataset(title, description, request.path, links)
    context = {
        **_listed(filters, page),
        "title": title,
        "files": links,
        "shows_scheme": True,
        "breadcrumbs": breadcrumbs,
        "head": page_head(request.path + filters.address(), title, description, breadcrumbs, data),
    }
    return render(request, "enterprises/ledger.html", context)


@require_safe
def ledger_export(request, form: str):
    if form not in FORMATS:
        raise Http404
    filters = LedgerFilters(request.GET, vocabulary())
    return ledger_file(form, filters, "designations", reverse("enterprises:ledger"))


@require_safe
def scheme(request, slug):
    scheme = live_or_404(Scheme.objects.for_page(), slug=slug)
    return render(request, "enterprises/scheme.html", scheme_context(scheme, request))


@require_safe
def scheme_export(request, slug, form: str):
    if form not in FORMATS:
        raise Http404
    scheme = live_or_404(Scheme.objects.for_page(), slug=slug)
    filters = LedgerFilters(request.GET, vocabulary(), scheme)
    return ledger_file(form, filters, scheme.slug, scheme.get_absolute_url())


def scheme_context(scheme: Scheme, request=None) -> dict:
    """``request`` says what is asked of the ledger; a preview asks nothing."""
    filters = LedgerFilters(request.GET if request else QueryDict(), vocabulary(), scheme)
    page = _page(request, filters) if request else Page(_in_order(filters, 0, PER_PAGE), 1, len(filters.keys))
    address = scheme.get_absolute_url()
    breadcrumbs = desk_trail((_("Designations"), reverse("enterprises:schemes")), (scheme.name, None))
    links = file_links("enterprises:scheme_file", scheme.slug, query=filters.address())
    data = dataset(scheme.name, scheme.summary, address, links, publisher=scheme.body_name)
    return {
        **_listed(filters, page),
        "scheme": scheme,
        "body": render_prose(scheme.body),
        "terms": terms(scheme),
        "shows_level": len(scheme.levels.all()) > 1,
        "has_local_counts": any(batch.size_in_chongqing for batch in scheme.batches.all()),
        "charts": [chart for chart in (by_batch(scheme), by_year(filters, address)) if chart],
        "files": links,
        "breadcrumbs": breadcrumbs,
        "head": record_head(scheme, scheme.name, scheme.summary, breadcrumbs, data),
    }


def _page(request, filters: LedgerFilters) -> Page:
    page = paginate(
        request,
        None,
        per_page=PER_PAGE,
        total=len(filters.keys),
        window=lambda start, stop: _in_order(filters, start, stop),
    )
    page.query = {}
    for name, value in filters.pairs:
        page.query.setdefault(name, []).append(value)
    return page


def _in_order(filters: LedgerFilters, start: int, stop: int) -> list[Award]:
    keys = filters.keys[start:stop]
    found = Award.objects.for_ledger().in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _listed(filters: LedgerFilters, page: Page) -> dict:
    later = since(page.items)
    return {
        "filters": filters,
        "page": page,
        "ledger": standing_groups(filters, page.items, later),
        "count": award_count(page.total),
        "days": (FIRST_DAY, last_day(filters.today)),
    }
