"""The rules of ``can`` in every list and form of what can be published: areas of work, and languages."""

from __future__ import annotations

import copy

from django.contrib import messages
from django.utils.translation import ngettext

from ..columns import content_columns
from ..drafts.merging import SHARED
from . import scopes
from .permissions import can
from .roles import languages_of


class GuardedAdmin:
    """For a ModelAdmin of Publishable records, before it in the bases."""

    def has_view_permission(self, request, obj=None) -> bool:
        return can(request.user, "view", obj or self.model) or self.has_change_permission(request, obj)

    def has_add_permission(self, request) -> bool:
        return can(request.user, "add", self.model)

    def has_change_permission(self, request, obj=None) -> bool:
        return can(request.user, "change", obj or self.model)

    def has_delete_permission(self, request, obj=None) -> bool:
        return can(request.user, "delete", obj or self.model)

    def get_queryset(self, request):
        """Only what this person may see: lists, forms, choosers, histories and actions all begin here."""
        return scopes.visible_to(request.user, super().get_queryset(request))

    def response_action(self, request, queryset):
        """Actions change records, so they are for those in the person's areas; the others are left as they are."""
        mine = scopes.inside_only(request.user, queryset)
        if mine is not queryset and "action" in request.POST:
            chosen = queryset.filter(pk__in=request.POST.getlist("_selected_action"))
            left = chosen.count() - mine.filter(pk__in=chosen.order_by().values("pk")).count()
            if left:
                text = ngettext(
                    "%(number)s chosen record is outside your area and will not change.",
                    "%(number)s chosen records are outside your area and will not change.",
                    left,
                )
                messages.warning(request, text % {"number": left})
        return super().response_action(request, mine)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        self._lock(request, form.base_fields)
        area = self.model.scope_field
        own = scopes.areas_to_choose(request.user, self.model)
        if area and own is not None and area in form.base_fields:
            # What is public elsewhere may be looked at; filing something there is not looking.
            field = form.base_fields[area] = copy.deepcopy(form.base_fields[area])
            field.queryset = field.queryset.filter(pk__in=own)
        return form

    def get_formsets_with_inlines(self, request, obj=None):
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            self._lock(request, formset.form.base_fields, inline.model)
            yield formset, inline

    def _lock(self, request, fields, model=None) -> None:
        """Show what is not in the person's languages without letting it be written: what is sent for it is ignored."""
        may_write = languages_of(request.user)
        columns = {column.field.name: column for column in content_columns(model or self.model).values()}
        for name in list(fields):
            language = columns[name].language if name in columns else None
            if (language or SHARED) not in may_write:
                # A field that a form declares is one object for everybody.
                fields[name] = copy.deepcopy(fields[name])
                fields[name].disabled = True
