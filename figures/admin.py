from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin

from .models import Figure


@admin.register(Figure)
class FigureAdmin(PublishableAdmin):
    name_field = "indicator"
    list_display = ["__str__", "territory", "as_of", "home_position"]
    list_filter = ["territory"]
    search_fields = ["indicator"]
    list_select_related = ["source"]
    fieldsets = [
        (None, {"fields": ["indicator", "note"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    ("territory", "as_of", "source"),
                    ("comparator", "value", "unit", "per"),
                    ("usd_as_printed", "growth"),
                    ("superseded_by", "home_position"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["source", "superseded_by"]
