"""The one question that every list, form, view, action and export of the newsroom asks: may this person do this?

Three rules answer together: the permissions of the person's roles on the model, the areas to which the person's work
is limited (``scopes``), and the languages to which it is (``roles``). None of them gives what another one withholds.
"""

from __future__ import annotations

from django.contrib.auth import get_permission_codename
from django.db import models

from . import scopes
from .roles import languages_of

#: What can be done with a record. The names are those of Django's permissions on its model.
VERBS = ("view", "add", "change", "delete", "review", "publish")
#: What changes words or data, and so asks for their language.
WRITING = ("add", "change", "delete", "publish")


def can(user, verb: str, subject: models.Model | type[models.Model], language: str | None = None) -> bool:
    """Whether a person may do something with a record, or with any record of a model.

    ``language`` is the edition that it concerns, ``shared`` for what both languages share, None when any of it will do.
    Raises ValueError for an unknown verb, so that a misspelt rule is never a permission.
    """
    if verb not in VERBS:
        raise ValueError(f"{verb!r} is not one of {', '.join(VERBS)}")
    if not (user.is_active and user.is_staff):
        return False
    options = subject._meta
    needed = {verb} | ({"change"} if verb == "publish" else set())
    if not all(
        user.has_perm(f"{options.app_label}.{get_permission_codename(name, options)}") for name in needed
    ):
        return False
    if verb in WRITING and language is not None and language not in languages_of(user):
        return False
    if isinstance(subject, models.Model):
        return scopes.may_see(user, subject) if verb == "view" else scopes.is_inside(user, subject)
    return True
