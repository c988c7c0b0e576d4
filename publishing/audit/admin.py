"""The audit log in the newsroom."""

from __future__ import annotations

import json
from functools import cache

from django.apps import apps
from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bilingual.languages import SIGNS
from bilingual.moments import moment_shown

from ..models import AuditEntry
from ..rights.publisher_access import PublishersMayLook, about_records_seen
from . import auditing


class DeedFilter(admin.SimpleListFilter):
    title = _("action")
    parameter_name = "action"

    def lookups(self, request, model_admin):
        return list(auditing.ACTIONS.items())

    def queryset(self, request, queryset):
        return queryset.filter(action=self.value()) if self.value() in auditing.ACTIONS else queryset


class LanguageFilter(admin.SimpleListFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return list(SIGNS.items())

    def queryset(self, request, queryset):
        return queryset.filter(language=self.value()) if self.value() in SIGNS else queryset


@admin.register(AuditEntry)
class AuditEntryAdmin(PublishersMayLook, admin.ModelAdmin):
    """Who did what to which record; entries about what a person may not see are left out."""

    list_display = ["moment", "deed", "record_name", "kind_name", "sign", "person_name", "told_reason"]
    list_display_links = ["moment"]
    list_filter = [DeedFilter, LanguageFilter]
    search_fields = ["record_name", "person_name"]
    fields = [
        "moment",
        "deed",
        "record_name",
        "kind_name",
        "sign",
        "person_name",
        "before",
        "after",
        "told_reason",
    ]
    readonly_fields = fields
    actions = None

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        if request.user.is_superuser:
            return queryset
        return queryset.filter(about_records_seen(request.user) | Q(kind="publishing.release"))

    @admin.display(description=_("when"), ordering="pk")
    def moment(self, entry):
        return moment_shown(entry.at)

    @admin.display(description=_("kind of record"), ordering="kind")
    def kind_name(self, entry):
        return _names_of_kinds().get(entry.kind, entry.kind)

    @admin.display(description=_("language"), ordering="language")
    def sign(self, entry):
        return SIGNS.get(entry.language, "–")

    @admin.display(description=_("action"), ordering="action")
    def deed(self, entry):
        return auditing.ACTIONS.get(entry.action, entry.action)

    @admin.display(description=_("reason"), ordering="reason")
    def told_reason(self, entry):
        """What a person wrote, or one of the portal's own reasons, which are translated."""
        return gettext(entry.reason) if entry.reason else "–"

    @admin.display(description=_("before"))
    def before(self, entry):
        return _shown(entry.old)

    @admin.display(description=_("after"))
    def after(self, entry):
        return _shown(entry.new)


@cache
def _names_of_kinds() -> dict:
    return {model._meta.label_lower: model._meta.verbose_name for model in apps.get_models()}


def _shown(value) -> str:
    if value is None:
        return "–"
    return format_html("<code>{}</code>", json.dumps(value, ensure_ascii=False, sort_keys=True))
