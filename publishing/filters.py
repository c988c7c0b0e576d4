"""Filters of the admin's lists by the state of an edition."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH

from .publication.states import EditionState


class EditionFilter(admin.SimpleListFilter):
    """Lists what is, or is not, live in one language."""

    language = ENGLISH

    def lookups(self, request, model_admin):
        return [("live", EditionState.LIVE.label), ("not", _("Not published"))]

    def queryset(self, request, queryset):
        if self.value() == "live":
            return queryset.live(self.language)
        if self.value() == "not":
            return queryset.exclude(pk__in=queryset.live(self.language).values("pk"))
        return queryset


class EnglishFilter(EditionFilter):
    title = _("English edition")
    parameter_name = "english"


class ChineseFilter(EditionFilter):
    title = _("Chinese edition")
    parameter_name = "chinese"
    language = CHINESE


class ConfirmFilter(admin.SimpleListFilter):
    """Lists what somebody still has to check."""

    title = _("to confirm")
    parameter_name = "confirm"

    def lookups(self, request, model_admin):
        return [("open", _("Something to confirm"))]

    def queryset(self, request, queryset):
        return queryset.exclude(to_confirm="") if self.value() == "open" else queryset
