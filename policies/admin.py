from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin
from publishing.inlines import CompactPartInline, PartInline
from spreadsheets.admin import SheetAdmin

from .models import Attachment, Benefit, Policy, PolicyDesignation


class BenefitInline(PartInline):
    model = Benefit
    fields = ["name", "condition", ("kind", "rate", "basis", "usual_rate"), ("amount", "cap", "position")]


class DesignationInline(CompactPartInline):
    model = PolicyDesignation
    fields = ["level", "position"]


class AttachmentInline(PartInline):
    model = Attachment
    fields = ["name", ("document", "url", "position")]
    autocomplete_fields = ["document"]


@admin.register(Policy)
class PolicyAdmin(SheetAdmin, PublishableAdmin):
    list_display = ["__str__", "level", "effective_on", "expires_on", "stands"]
    list_filter = ["level", "kind", "is_sample"]
    search_fields = ["title", "document_number"]
    name_field = "title"
    fieldsets = [
        (None, {"fields": ["title", "summary", "issuers", "body", "interpretation"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    "document_number",
                    ("level", "kind"),
                    ("issued_on", "effective_on", "expires_on"),
                    ("amended_on", "repealed_on"),
                    "supersedes",
                    "industries",
                    ("smallest_size", "largest_size"),
                    ("origin", "least_investment"),
                    "official_url",
                    ("source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["supersedes", "industries", "source"]
    inlines = [BenefitInline, DesignationInline, AttachmentInline]

    @admin.display(description=_("validity"))
    def stands(self, policy):
        return policy.standing().label
