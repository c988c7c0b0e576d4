"""Filters of the list of pictures: what still needs somebody's care."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH, column

from .models import Rights


def _empty(name: str) -> Q:
    # Columns of a language may hold NULL or "", which mean the same.
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


class CareFilter(admin.SimpleListFilter):
    title = _("needs care")
    parameter_name = "care"
    questions = {
        "alt_en": (_("No text alternative in English"), _empty(column("alt", ENGLISH))),
        "alt_zh": (_("No text alternative in Chinese"), _empty(column("alt", CHINESE))),
        "rights": (_("Rights not cleared"), Q(rights=Rights.UNCLEAR)),
    }

    def lookups(self, request, model_admin):
        return [(key, text) for key, (text, _condition) in self.questions.items()]

    def queryset(self, request, queryset):
        question = self.questions.get(self.value())
        return queryset.filter(question[1]) if question else queryset
