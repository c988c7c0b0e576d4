"""What the newsroom sees of subscriptions: how many there are, and how their letters fared. Never whose they are."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import capfirst

from .lists import list_of
from .models import Digest, Subscription

DAYS = 30


@admin.register(Subscription)
class SubscriptionAdmin(admin.ModelAdmin):
    """One page of figures. No row can be opened, searched or exported by anybody, administrators included."""

    def has_view_permission(self, request, obj=None):
        return obj is None and super().has_view_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def lookup_allowed(self, lookup, value, request):
        return False

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(self.opts.verbose_name_plural),
            "opts": self.opts,
            "rows": counts(),
            "letters": letter_counts(),
            "days": DAYS,
        }
        return TemplateResponse(request, "admin/subscriptions/figures.html", context)


def counts() -> list[dict]:
    """How many subscriptions of each list there are: confirmed, to be confirmed, by frequency and language."""
    confirmed = Q(confirmed_at__isnull=False)
    frequencies, languages = Subscription.Frequency, {"english": "en", "chinese": "zh-hans"}
    rows = (
        Subscription.objects.order_by()
        .values("list_key")
        .annotate(
            confirmed=Count("pk", filter=confirmed),
            pending=Count("pk", filter=~confirmed),
            daily=Count("pk", filter=confirmed & Q(frequency=frequencies.DAILY)),
            weekly=Count("pk", filter=confirmed & Q(frequency=frequencies.WEEKLY)),
            filtered=Count("pk", filter=confirmed & ~Q(query="")),
            **{name: Count("pk", filter=confirmed & Q(language=code)) for name, code in languages.items()},
        )
    )
    return [
        {**row, "label": followed.label if (followed := list_of(row["list_key"])) else row["list_key"]}
        for row in sorted(rows, key=lambda row: (-row["confirmed"], row["list_key"]))
    ]


def letter_counts() -> list[tuple[str, int]]:
    """(state in words, number) of the letters with news of the last days, in the order of the states."""
    recent = Digest.objects.filter(until__gt=timezone.now() - timedelta(days=DAYS)).order_by()
    numbers = dict(recent.values_list("state").annotate(Count("pk")))
    return [(state.label, numbers.get(state.value, 0)) for state in Digest.State]
