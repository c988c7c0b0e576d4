"""A dossier: what was public of some records on one day, kept for ever under an address that nobody can guess."""

from __future__ import annotations

import secrets

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual import moments


def new_slug() -> str:
    """128 bits of chance."""
    return secrets.token_urlsafe(16)


class DossierQuerySet(models.QuerySet):
    def live(self):
        """All of them: whoever knows the address may read it. What was withdrawn since is left out on reading."""
        return self.all()


class Dossier(models.Model):
    """``facts`` holds what was said, in both languages, as ``taking.py`` writes it; public words and figures only.

    Nothing in it comes from the person who asked for it. The same facts asked for twice on one day are one dossier.
    """

    slug = models.CharField(max_length=32, unique=True, default=new_slug, editable=False)
    created_at = models.DateTimeField(editable=False)
    facts = models.JSONField(editable=False)
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("dossier")
        verbose_name_plural = gettext_lazy("dossiers")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return _("Dossier of %(day)s") % {"day": moments.day(self.created_at)}

    def get_absolute_url(self) -> str:
        return reverse("dossiers:dossier", args=[self.slug])
