"""Enterprises or parks side by side."""

from __future__ import annotations

from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.languages import joined_sentences
from ui.breadcrumbs import desk_trail
from ui.head import Head

from ..comparing import Asked
from ..directory.answers import Answer
from ..filters import EnterpriseFilters
from ..models import Enterprise, Park
from ..presenters.comparison import MOST, compared
from ..presenters.comparison_enterprises import enterprise_rows
from ..presenters.comparison_parks import park_rows
from ..presenters.parks import residents_by_park

#: Names that a look-up offers.
OFFERED = 8


@require_safe
def enterprises(request):
    asked = Asked.of(request.GET)
    asked.find(Enterprise.objects.live().for_profile(), "short_name", Enterprise.objects.live_anywhere())
    text, offers = "", []
    if len(asked.records) < MOST and request.GET.get("q"):
        filters = EnterpriseFilters(_only_text(request.GET["q"]))
        text, taken = filters.text, {one.pk for one in asked.records}
        asked.ignored += filters.ignored
        if text:
            offers = [one for one in Answer(filters).window(0, OFFERED + MOST) if one.pk not in taken]
    return _page(
        request,
        asked,
        kind="enterprise",
        title=_("Compare enterprises"),
        lead=_("Up to four enterprises side by side. Differences come first."),
        above=(_("Enterprises"), reverse("enterprises:list")),
        comparison=compared(asked.records, enterprise_rows(asked.records)),
        text=text,
        offers=[(one, one.short_name) for one in offers[:OFFERED]],
    )


@require_safe
def parks(request):
    asked = Asked.of(request.GET)
    asked.find(Park.objects.live().for_page(), "name", Park.objects.live_anywhere())
    taken = [park.slug for park in asked.records]
    others = Park.objects.live().exclude(slug__in=taken).only("slug", "name_en", "name_zh_hans")
    return _page(
        request,
        asked,
        kind="park",
        title=_("Compare parks"),
        lead=_("Up to four parks side by side. Differences come first."),
        above=(_("Industrial Parks"), reverse("enterprises:parks")),
        comparison=compared(asked.records, park_rows(asked.records, residents_by_park(asked.records))),
        offers=[(one, one.name) for one in others] if len(taken) < MOST else [],
    )


def _only_text(text: str) -> QueryDict:
    question = QueryDict(mutable=True)
    question["q"] = text
    return question


def _page(request, asked, *, kind, title, lead, above, comparison, offers, text=""):
    breadcrumbs = desk_trail(above, (title, None))
    context = {
        "kind": kind,
        "title": title,
        "lead": lead,
        "all_url": above[1],
        "comparison": comparison,
        "unknown": _(", ").join(comparison.unknown),
        "columns": [(one, asked.without(request.path, one.slug)) for one in asked.records],
        "is_full": len(asked.records) == MOST,
        "ids": ",".join(one.slug for one in asked.records),
        "items": ",".join(f"{kind}:{one.slug}" for one in asked.records),
        "text": text,
        "offers": [(name, asked.with_one(request.path, one.slug)) for one, name in offers],
        "ignored": joined_sentences(asked.ignored),
        "breadcrumbs": breadcrumbs,
        # Of so many addresses of the same facts none is worth a place in a search engine.
        "head": Head(
            path=asked.address(request.path),
            title=title,
            description=lead,
            robots="noindex" if asked.records else "",
        ),
    }
    return render(request, "enterprises/compare.html", context)
