"""What of policies can be found by searching."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search_index.documents import live_titles, searchable

from .models import Policy

searchable(
    Policy,
    key="policy",
    label=_("Policies"),
    title="title",
    rank=35,
    names=lambda policy: (*live_titles(policy, "title"), policy.document_number),
    also=lambda policy: (policy.get_level_display(), policy.get_kind_display()),
)
