"""How the desk narrows its list."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Letter


class ClockFilter(admin.SimpleListFilter):
    title = _("time limit")
    parameter_name = "clock"

    def lookups(self, request, model_admin):
        return [
            ("overdue", _("overdue")),
            ("day", _("due within 24 hours")),
            ("running", _("something is due")),
            ("resting", _("nothing is due")),
            ("mail", _("an e-mail was not delivered")),
        ]

    def queryset(self, request, queryset):
        now = timezone.now()
        conditions = {
            "overdue": Q(due_at__lt=now),
            "day": Q(due_at__gte=now, due_at__lt=now + timedelta(hours=24)),
            "running": Q(due_at__isnull=False),
            "resting": Q(due_at__isnull=True),
            "mail": Q(
                pk__in=Letter.objects.filter(state=Letter.State.FAILED).values_list("inquiry_id", flat=True)
            ),
        }
        return queryset.filter(conditions[self.value()]) if self.value() in conditions else queryset


class AssigneeFilter(admin.SimpleListFilter):
    title = _("assigned to")
    parameter_name = "to"

    def lookups(self, request, model_admin):
        return [("me", _("me")), ("nobody", _("nobody")), ("others", _("colleagues"))]

    def queryset(self, request, queryset):
        conditions = {
            "me": Q(assigned_to=request.user),
            "nobody": Q(assigned_to=None),
            "others": Q(assigned_to__isnull=False) & ~Q(assigned_to=request.user),
        }
        return queryset.filter(conditions[self.value()]) if self.value() in conditions else queryset
