from __future__ import annotations

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.datasets import FORMATS, file_links
from ui.head import page_head

from ..exports.chains import chain_file
from ..models import Industry
from ..presenters.chains import chain_of, has_samples, sources, with_names, with_opportunities

ENTERPRISES = 12
PROJECTS = 6
NEWS = 6


@require_safe
def industries(request):
    breadcrumbs = desk_trail((_("Industries"), None))
    description = _(
        "The industries that Liangjiang New Area builds on: firms, parks, projects and policy focus."
    )
    context = {
        "industries": Industry.objects.live().select_related("image").defer("body"),
        "chains": Industry.objects.live().with_chain().only("slug", "name"),
        "breadcrumbs": breadcrumbs,
        "head": page_head(request.path, _("Industries"), description, breadcrumbs),
    }
    return render(request, "enterprises/industries.html", context)


@require_safe
def industry(request, slug):
    industry = live_or_404(Industry.objects.for_page(), slug=slug)
    return render(request, "enterprises/industry.html", industry_context(industry))


def industry_context(industry: Industry) -> dict:
    breadcrumbs = desk_trail((_("Industries"), reverse("enterprises:industries")), (industry.name, None))
    return {
        "industry": industry,
        "body": render_prose(industry.body),
        "chain": chain_of(industry),
        "enterprises": industry.enterprises.live().by_name().for_cards()[:ENTERPRISES],
        "projects": industry.projects.live().latest_signed().for_cards()[:PROJECTS],
        "articles": industry.articles.live().newest_first().for_cards()[:NEWS],
        "breadcrumbs": breadcrumbs,
        "head": record_head(industry, industry.name, industry.summary, breadcrumbs),
    }


@require_safe
def chain(request, slug):
    """Who stands at which link of the chain of an industry, where something is missing, and what is on offer there."""
    industry = live_or_404(Industry.objects.for_page(), slug=slug)
    return render(request, "enterprises/chain.html", chain_context(_with_chain(industry)))


@require_safe
def chain_export(request, slug, kind: str):
    if kind not in FORMATS:
        raise Http404
    industry = _with_chain(live_or_404(Industry.objects.for_page(), slug=slug))
    response = chain_file(kind, industry, address=reverse("enterprises:chain", args=[slug]))
    response["X-Robots-Tag"] = "noindex"
    return response


def _with_chain(industry: Industry) -> Industry:
    """The industry, when it has a chain to show; 404 otherwise."""
    if not any(link.name for link in industry.chain_links.all()):
        raise Http404
    return industry


def chain_context(industry: Industry) -> dict:
    steps = with_opportunities(with_names(chain_of(industry)))
    path = reverse("enterprises:chain", args=[industry.slug])
    title = _("Chain: %(industry)s") % {"industry": industry.name}
    description = _(
        "Which enterprises work at each step, where a link is missing and what is on offer there."
    )
    breadcrumbs = desk_trail(
        (_("Industries"), reverse("enterprises:industries")),
        (industry.name, industry.get_absolute_url()),
        (_("Chain"), None),
    )
    head = page_head(path, title, description, breadcrumbs)
    head.languages = [code for code in industry.live_languages() if code in industry.chain_languages()]
    return {
        "industry": industry,
        "title": title,
        "description": description,
        "steps": steps,
        "has_samples": has_samples(steps),
        "sources": sources(steps),
        "exports": file_links("enterprises:chain_export", industry.slug),
        "breadcrumbs": breadcrumbs,
        "head": head,
    }
