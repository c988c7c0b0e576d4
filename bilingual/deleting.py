"""The action that deletes what was chosen in a list, and says how many of what are gone."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import action
from django.contrib.admin.actions import delete_selected as ask
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from .counting import say_count


@action(permissions=["delete"], description=ask.short_description)
def delete_selected(modeladmin, request, queryset):
    """Django's page asks, and says what forbids it; a confirmed deletion is carried out here. Returns None then."""
    if not request.POST.get("post"):
        return ask(modeladmin, request, queryset)
    _listed, _counts, forbidden, protected = modeladmin.get_deleted_objects(queryset, request)
    if protected:
        return ask(modeladmin, request, queryset)
    if forbidden:
        raise PermissionDenied
    number = len(queryset)
    if number:
        modeladmin.log_deletions(request, queryset)
        modeladmin.delete_queryset(request, queryset)
        text = _("%(records)s deleted.") % {"records": say_count(modeladmin.opts, number)}
        modeladmin.message_user(request, text, messages.SUCCESS)
    return None
