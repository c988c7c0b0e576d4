"""A chain as a file: a row for each enterprise at each link, and one for a link at which nobody stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.addresses import absolute
from bilingual.languages import active_language, column
from bilingual.names import other_name
from publishing.querysets import live_condition
from spreadsheets.exporting.downloads import about_file, json_file, table_file

from ..models import ChainPlace, Industry
from ..presenters.chains import ShownLink, chain_of, with_opportunities


def chain_file(kind: str, industry: Industry, *, address: str) -> HttpResponse:
    """The chain of an industry as one of ui.datasets.FORMATS. ``address`` is that of its page."""
    name = f"{industry.slug}-chain-{active_language()}-{timezone.localdate():%Y-%m-%d}"
    heads, rows = _headings(), _rows(industry)
    if kind != "json":
        return table_file(kind, name, list(heads.values()), ([row[key] for key in heads] for row in rows))
    about = about_file(_("Chain: %(industry)s") % {"industry": industry.name}, address)
    return json_file(name, about, "links", rows)


def _headings() -> dict[str, str]:
    return {
        "step": _("Step"),
        "link": _("Link of the chain"),
        "standing": _("Standing"),
        "sample": _("Sample"),
        "description": _("Description"),
        "enterprise": _("Enterprise"),
        "other_name": _("Name in the other language"),
        "as_of": _("As of"),
        "source": _("Source"),
        "opportunities": _("Opportunities"),
        "profile": _("Profile"),
    }


def _rows(industry: Industry) -> Iterator[dict]:
    places = defaultdict(list)
    rows = ChainPlace.objects.filter(live_condition(prefix="enterprise__"), link__industry=industry)
    for place in rows.select_related("enterprise", "source").order_by(
        column("enterprise__sort_key", active_language()), "enterprise_id"
    ):
        places[place.link_id].append(place)
    for step in with_opportunities(chain_of(industry)):
        for shown in step.links:
            for place in places[shown.link.pk] or [None]:
                yield _row(step.label, shown, place)


def _row(step: str, shown: ShownLink, place: ChainPlace | None) -> dict:
    link = shown.link
    source = (place.source if place else None) or link.source
    said = [
        _("%(name)s (sample)") % {"name": one.name} if one.is_sample else one.name
        for one in shown.opportunities
    ]
    return {
        "step": step,
        "link": link.name,
        "standing": capfirst(str(link.get_standing_display())),
        "sample": pgettext("facet", "Yes") if link.is_sample else pgettext("facet", "No"),
        "description": link.description or "",
        "enterprise": place.enterprise.short_name if place else "",
        "other_name": other_name(place.enterprise, "short_name") if place else "",
        "as_of": place.as_of.text if place and place.as_of else "",
        "source": str(source or ""),
        "opportunities": "; ".join(said),
        "profile": absolute(place.enterprise.get_absolute_url()) if place else "",
    }
