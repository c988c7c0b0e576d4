"""Who may see what concerns more than one record: schedules, releases, redirects, the audit log."""

from __future__ import annotations

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Q
from django.db.models.functions import Cast

from ..models import Publishable
from .permissions import can
from .scopes import visible_to


def publishable_models() -> list[type[Publishable]]:
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


def publishes_something(user) -> bool:
    """Whether a person may publish records of at least one kind."""
    return any(can(user, "publish", model) for model in publishable_models())


def about_records_seen(user) -> Q:
    """The condition that a row with ``kind`` and ``object_id`` is about a publishable record that a person may see."""
    condition = Q(pk=None)
    for model in publishable_models():
        if not can(user, "view", model):
            continue
        of_kind = Q(kind=model._meta.label_lower)
        everything = model._default_manager.order_by()
        visible = visible_to(user, everything)
        if visible is not everything:
            of_kind &= Q(object_id__in=visible.values_list(Cast("pk", CharField())))
        condition |= of_kind
    return condition


def must_publish(user, record: Publishable, languages: list[str]) -> None:
    """Raises PermissionDenied unless a person may publish a record in each of the languages."""
    if not languages or not all(can(user, "publish", record, language) for language in languages):
        raise PermissionDenied


class PublishersMayLook:
    """For a ModelAdmin: publishers and administrators see the list; nobody adds, changes or deletes there."""

    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def has_view_permission(self, request, obj=None) -> bool:
        return publishes_something(request.user)

    def has_module_permission(self, request) -> bool:
        return publishes_something(request.user)

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
