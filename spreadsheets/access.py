"""Who may take records away as a file, and who may bring them back."""

from __future__ import annotations

from publishing.drafts.merging import SHARED
from publishing.rights.draft_access import WORK
from publishing.rights.permissions import can


def may_export(user, model) -> bool:
    """Files hold drafts, so they are for those who work on records of this kind."""
    return can(user, "view", model) and any(can(user, verb, model) for verb in WORK)


def may_import(user, model) -> bool:
    return can(user, "change", model) or can(user, "add", model, SHARED)
