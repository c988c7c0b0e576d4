"""The box "Links" beside the form of a record: what readers would follow in vain. Nothing is shown when all is well."""

from __future__ import annotations

from publishing.desk import Panel, panel

from .finding import place_anchor, place_label
from .models import Link, Use

#: So many are told beside the form; the list tells all.
TOLD = 8


@panel
def links_panel(request, record, draft) -> Panel | None:
    uses = Use.objects.of(record).filter(
        is_newest=True, link__status__in=Link.TROUBLED, link__ignored_at=None
    )
    found = list(uses.select_related("link")[: TOLD + 1])
    if not found:
        return None
    lines = [
        {"link": use.link, "place": place_label(type(record), use.path), "anchor": place_anchor(use.path)}
        for use in found[:TOLD]
    ]
    return Panel("admin/link_checking/panel.html", {"lines": lines, "is_cut": len(found) > TOLD})
