from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin
from publishing.drafts.copy_forms import PartFormSet
from publishing.inlines import PartInline
from spreadsheets.admin import SheetAdmin

from ..models import Milestone, Project, ProjectInvestor, ProjectOutput, Realisation
from ..quiet import QUIET_MONTHS, quiet_projects


class QuietFilter(admin.SimpleListFilter):
    """Projects of which nobody has heard for long."""

    title = _("news")
    parameter_name = "news"

    def lookups(self, request, model_admin):
        return [("quiet", _("no news for %(number)s months") % {"number": QUIET_MONTHS})]

    def queryset(self, request, queryset):
        return quiet_projects(queryset) if self.value() == "quiet" else queryset


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
    fields = [("enterprise", "home", "position"), "name", "origin"]
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


class RealisationInline(PartInline):
    model = Realisation
    fields = [("on", "amount", "source", "position"), "note"]
    autocomplete_fields = ["source"]


@admin.register(Project)
class ProjectAdmin(SheetAdmin, PublishableAdmin):
    list_display = ["__str__", "mode", "event", "park"]
    list_filter = [QuietFilter, "mode", "milestones__stage"]
    list_select_related = ["event", "park"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "summary"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    "mode",
                    ("amount_comparator", "amount", "currency"),
                    "amount_usd_printed",
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
    inlines = [InvestorInline, OutputInline, MilestoneInline, RealisationInline]
