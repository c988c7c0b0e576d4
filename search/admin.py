"""What people looked for and did not find, for those who can do something about it."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from articles.models import Article
from bilingual.languages import HTML_LANG
from publishing.rights.permissions import can

from .models import Miss


class LatelyFilter(admin.SimpleListFilter):
    title = gettext_lazy("last on")
    parameter_name = "within"
    DAYS = ("7", "30", "90")

    def lookups(self, request, model_admin):
        return [(days, _("within %(days)s days") % {"days": days}) for days in self.DAYS]

    def queryset(self, request, queryset):
        if self.value() not in self.DAYS:
            return queryset
        return queryset.filter(last_on__gt=timezone.localdate() - timedelta(days=int(self.value())))


@admin.register(Miss)
class MissAdmin(admin.ModelAdmin):
    """Nobody writes these: they are counted. Whoever reads the content sees them; none of them says who asked."""

    list_display = ["text", "language", "count", "last_on", "again"]
    list_filter = ["language", LatelyFilter]
    search_fields = ["text"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    fields = ["text", "language", "count", "last_on", "again"]
    readonly_fields = ["again"]
    when_empty = gettext_lazy("Nobody has searched in vain yet.")

    def has_module_permission(self, request) -> bool:
        return can(request.user, "view", Article)

    def has_view_permission(self, request, obj=None) -> bool:
        return can(request.user, "view", Article)

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    @admin.display(description=gettext_lazy("search again"))
    def again(self, miss):
        with override(miss.language):
            address = reverse("search:search")
        return format_html(
            '<a href="{}?{}" lang="{}">{}</a>',
            address,
            urlencode({"q": miss.text}),
            HTML_LANG[miss.language],
            miss.text,
        )
