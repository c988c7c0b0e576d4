from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin
from publishing.inlines import PartInline

from ..models import AgendaItem, Event, Speaker


class AgendaInline(PartInline):
    model = AgendaItem
    fields = [("day", "starts_at", "ends_at", "position"), "title", "text"]


class SpeakerInline(PartInline):
    model = Speaker
    fields = ["name", "title", "organisation", "topic", "position"]


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "starts_on"]
    list_filter = ["kind", "format", "is_sample"]
    search_fields = ["name"]
    date_hierarchy = "starts_on"
    fieldsets = [
        (None, {"fields": ["name", "summary", "body", "venue", "organiser", "series", "fields_covered"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    ("kind", "format", "edition"),
                    ("starts_on", "ends_on"),
                    ("starts_at", "ends_at"),
                    "projects_total",
                    ("amount_comparator", "amount_total", "amount_usd_printed"),
                    "enterprises",
                    "parks",
                    "industries",
                    "takes_registrations",
                    ("places", "register_by", "has_waiting_list"),
                    ("image", "source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["enterprises", "parks", "industries", "image", "source"]
    inlines = [AgendaInline, SpeakerInline]
