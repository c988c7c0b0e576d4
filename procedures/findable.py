"""What of procedures, and of the situations that ask for them, can be found by searching."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search_index.documents import live_titles, searchable

from .models import Procedure, Situation

searchable(
    Procedure,
    key="procedure",
    label=_("Procedures"),
    title="name",
    rank=35,
    names=lambda procedure: (*live_titles(procedure, "name"), procedure.item_code),
    also=lambda procedure: (procedure.get_phase_display(),),
)
searchable(
    Situation,
    key="situation",
    label=_("Situations"),
    title="name",
    rank=25,
    names=lambda situation: live_titles(situation, "name"),
)
