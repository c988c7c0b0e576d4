from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin

from ..models import Opportunity


@admin.register(Opportunity)
class OpportunityAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "status", "valid_until"]
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
                    "chain_link",
                    ("source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["parks", "industries", "source"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "chain_link":
            # A link is called by its chain and its own name.
            kwargs["queryset"] = db_field.remote_field.model.objects.select_related("industry")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
