"""Choosing a responsible person."""

from __future__ import annotations

from django.contrib.auth import get_user_model


class StaffChoice:
    """For ModelAdmin: whoever may write may name any active colleague, and sees nothing of accounts but names.

    A search over accounts would need the permission to see accounts.
    """

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        people = get_user_model()
        if db_field.related_model is people and "queryset" not in kwargs:
            name = people.USERNAME_FIELD
            kwargs["queryset"] = people.objects.filter(is_staff=True, is_active=True).order_by(name)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
