from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin

from ..models import Opportunity


@admin.register(Opportunity)
class OpportunityAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "status", "valid_until", "is_sample"]
    list_filter = ["kind", "status", "is_sample"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "summary", "body", "planning_status", "promoter", "desk"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    ("kind", "status"),
                    ("scale_min", "scale_max"),
                    ("land_mu", "floor_m2"),
                    ("decision_days", "valid_until"),
                    "parks",
                    "industries",
                    ("source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["parks", "industries", "source"]
