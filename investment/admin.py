from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin
from publishing.copy_forms import PartFormSet
from publishing.inlines import PartInline
from spreadsheets.admin import SheetAdmin

from .models import Event, Milestone, Project, ProjectInvestor, ProjectOutput


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "starts_on", "sample"]
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
                    ("image", "source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["enterprises", "parks", "industries", "image", "source"]

    @admin.display(description=_("sample"))
    def sample(self, record):
        return _("sample") if record.is_sample else ""


class MilestonesInOrder(PartFormSet):
    def clean(self):
        super().clean()
        rows = [form.instance for form in self.forms if form not in self.deleted_forms]
        try:
            Milestone.check_order(rows)
        except ValidationError as error:
            raise ValidationError(error.messages) from None


class InvestorInline(PartInline):
    model = ProjectInvestor
    fields = [("enterprise", "position"), "name", "origin"]
    autocomplete_fields = ["enterprise"]


class OutputInline(PartInline):
    model = ProjectOutput
    fields = ["label", ("comparator", "value", "unit", "per"), ("as_of", "source", "position")]
    autocomplete_fields = ["source"]


class MilestoneInline(PartInline):
    model = Milestone
    formset = MilestonesInOrder
    fields = [("stage", "on", "source", "position"), "note"]
    autocomplete_fields = ["source"]


@admin.register(Project)
class ProjectAdmin(SheetAdmin, PublishableAdmin):
    list_display = ["__str__", "mode", "event", "park"]
    list_filter = ["mode", "milestones__stage"]
    list_select_related = ["event", "park"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "summary"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    "mode",
                    ("amount_comparator", "amount", "amount_usd_printed"),
                    ("land_mu", "jobs"),
                    ("event", "park", "source"),
                    "industries",
                    "enterprises",
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["event", "park", "industries", "enterprises", "source"]
    inlines = [InvestorInline, OutputInline, MilestoneInline]
