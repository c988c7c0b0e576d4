"""For records without drafts that have a page of their own, such as a column of the news."""

from __future__ import annotations

from django.db import transaction

from .redirects import address_of, follow


class AddressedAdmin:
    """Before a ModelAdmin in the bases: a change of the address leads the old one to the new one."""

    @transaction.atomic
    def save_model(self, request, obj, form, change):
        before = self.model._base_manager.filter(pk=obj.pk).first() if change else None
        super().save_model(request, obj, form, change)
        if before is not None:
            follow(obj, address_of(before), by=request.user)
