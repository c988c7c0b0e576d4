"""The box beside the form for what the text names. It asks nothing: reading a long text would keep the form waiting."""

from __future__ import annotations

from publishing.desk import Panel, page_of, panel
from publishing.rights.permissions import can

from .proposals import about_fields


@panel
def named_panel(request, record, draft) -> Panel | None:
    """Leads to the page; a script shows its proposals here once the form is open."""
    if not about_fields(type(record)) or not can(request.user, "change", record):
        return None
    return Panel("admin/mentions/panel.html", {"url": page_of(record, "named")})
