"""The one question that every list, form, view, action and export of the newsroom asks: may this person do this?"""

from __future__ import annotations

from django.contrib.auth import get_permission_codename
from django.db import models

#: What can be done with a record. The names are those of Django's permissions on its model.
VERBS = ("view", "add", "change", "delete", "review", "publish")


def can(user, verb: str, subject: models.Model | type[models.Model], language: str | None = None) -> bool:
    """Whether a person may do something with a record, or with any record of a model.

    ``language`` is the edition that it concerns, None when it concerns what both share. Raises ValueError for an
    unknown verb, so that a misspelt rule is never a permission.
    """
    if verb not in VERBS:
        raise ValueError(f"{verb!r} is not one of {', '.join(VERBS)}")
    if not (user.is_active and user.is_staff):
        return False
    options = subject._meta
    needed = {verb} | ({"change"} if verb == "publish" else set())
    return all(
        user.has_perm(f"{options.app_label}.{get_permission_codename(name, options)}") for name in needed
    )
