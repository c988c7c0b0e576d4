"""Who may see what is not public yet: drafts, the history, previews."""

from __future__ import annotations

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db import models

from ..desk import record_page
from .permissions import can

#: Whoever may do one of these with a record works on it before it is public.
WORK = ("change", "review", "publish")


def may_see_drafts(user, record: models.Model) -> bool:
    return can(user, "view", record) and any(can(user, verb, record) for verb in WORK)


def draft_page(name: str, path: str):
    """Register a page about a record for those who may see its drafts, as ``publishing.desk.record_page`` does."""

    def register(view):
        @wraps(view)
        def guarded(request, model_admin, record, **captured):
            if not may_see_drafts(request.user, record):
                raise PermissionDenied
            return view(request, model_admin, record, **captured)

        record_page(name, path, verb="view")(guarded)
        return guarded

    return register
