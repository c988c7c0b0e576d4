"""The redirects in the newsroom."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from bilingual.moments import moment_shown

from ..models import Redirect
from ..rights.publisher_access import publishes_something
from . import redirects


class RedirectForm(forms.ModelForm):
    """A redirect written by hand: past the next one, and refused when it would lead in a circle."""

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            redirect = Redirect(**cleaned)
            try:
                redirects.resolve(redirect)
            except redirects.RedirectLoop as reason:
                self.add_error("new_path", str(reason))
        return cleaned


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin):
    """Most are made by publications; an administrator may add one, for an address of an earlier site."""

    form = RedirectForm
    list_display = ["old_path", "new_path", "language", "hits", "made"]
    list_filter = ["language"]
    search_fields = ["old_path", "new_path"]
    fields = ["language", "old_path", "new_path"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    change_list_template = "admin/publishing/redirects/change_list.html"

    def has_view_permission(self, request, obj=None) -> bool:
        return publishes_something(request.user)

    def has_module_permission(self, request) -> bool:
        return publishes_something(request.user)

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def save_model(self, request, obj, form, change):
        redirects.add(obj)

    @admin.display(description=_("created"), ordering="pk")
    def made(self, redirect):
        return moment_shown(redirect.created_at)
