"""What a message can be about: a public record that the visitor came from.

Named by strings, because features know no model of each other; a kind whose app is not installed is nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.apps import apps
from django.db import models

#: By the word in the query string of a link. Enterprises and industries have columns of their own.
KINDS = {
    "park": "enterprises.Park",
    "project": "investment.Project",
    "event": "investment.Event",
    "opportunity": "investment.Opportunity",
    "case": "investment.CaseStudy",
    "policy": "policies.Policy",
    "procedure": "procedures.Procedure",
    "dossier": "dossiers.Dossier",
}
SLUG = re.compile(r"[A-Za-z0-9_-]{1,120}")


@dataclass(frozen=True)
class Subject:
    """A record with its name in the active language; ``value`` stands for it in forms."""

    kind: str
    slug: str
    name: str
    url: str

    @property
    def value(self) -> str:
        return f"{self.kind}:{self.slug}"


def find(kind: str, slug: str) -> Subject | None:
    """The record that is public in the active language; None for whatever is not."""
    model = _model(kind)
    if model is None or not SLUG.fullmatch(slug):
        return None
    record = model._default_manager.live().filter(slug=slug).first()
    return Subject(kind, slug, str(record), record.get_absolute_url()) if record else None


def read(value: str) -> Subject | None:
    """What ``Subject.value`` says."""
    kind, _colon, slug = value.partition(":")
    return find(kind, slug)


def named_in(query) -> Subject | None:
    """The first record that a query string names, as in ``?opportunity=…``."""
    named = ((kind, query.get(kind, "")) for kind in KINDS)
    return next((found for kind, slug in named if slug and (found := find(kind, slug))), None)


def _model(kind: str) -> type[models.Model] | None:
    try:
        model = apps.get_model(KINDS[kind])
    except (KeyError, LookupError):
        return None
    manager = model._default_manager
    return model if hasattr(manager, "live") and hasattr(model, "get_absolute_url") else None
