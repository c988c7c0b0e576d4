from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_safe

from bilingual.languages import LANGUAGES
from publishing.admin import PublishableAdmin
from publishing.drafts.copy_forms import PartFormSet
from publishing.forms import PublishableForm
from publishing.inlines import PartInline
from publishing.rights.permissions import can

from .dots import score_of
from .models import Procedure, Situation, Step


class ProcedureForm(PublishableForm):
    """Refuses procedures that would have to come before each other."""

    def clean_depends_on(self):
        earlier = self.cleaned_data["depends_on"]
        Procedure.check_order(self.instance, list(earlier))
        return earlier


class StepsInOrder(PartFormSet):
    def clean(self):
        super().clean()
        rows = [
            form.instance
            for form in self.forms
            if form not in self.deleted_forms and getattr(form, "cleaned_data", None) and form.instance.key
        ]
        try:
            Step.check_order(rows)
        except ValidationError as error:
            raise ValidationError(error.messages) from None


class StepInline(PartInline):
    model = Step
    formset = StepsInOrder
    fields = [
        "name",
        "authority",
        "documents",
        "result",
        ("key", "after", "channel", "needs_no_documents"),
        ("fee", "statutory_days", "promised_days", "position"),
    ]


@admin.register(Procedure)
class ProcedureAdmin(PublishableAdmin):
    form = ProcedureForm
    list_display = ["__str__", "phase", "dots"]
    list_filter = ["phase", "is_sample"]
    search_fields = ["name", "item_code"]
    change_list_template = "admin/procedures/procedure/change_list.html"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "summary",
                    "authority",
                    "legal_basis",
                    "applicants",
                    "conditions",
                    "result",
                    "place",
                    "hours",
                    "complaints",
                ]
            },
        ),
        (
            gettext_lazy("Shared data"),
            {
                "fields": [
                    "item_code",
                    ("phase", "position"),
                    "phone",
                    "online_url",
                    "visits",
                    "depends_on",
                    ("source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["depends_on", "source"]
    inlines = [StepInline]

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.completeness_view))
        return [path("completeness/", view, name="procedures_procedure_completeness"), *super().get_urls()]

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        page = request.resolver_match.url_name if request.resolver_match else ""
        if page == "procedures_procedure_changelist":
            # The dots of the list look at the words of the record and at those of its steps.
            return queryset.defer(None).prefetch_related("steps")
        return queryset

    def completeness_view(self, request):
        """What every procedure lacks for its ten dots, in each language; the emptiest first."""
        if not can(request.user, "view", Procedure):
            raise PermissionDenied
        rows = [_scored(procedure) for procedure in Procedure.objects.for_cards()]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Gaps in the procedures"),
            "opts": self.opts,
            "rows": sorted(rows, key=lambda row: sum(score.given for _code, score in row["scores"])),
        }
        return TemplateResponse(request, "admin/procedures/completeness.html", context)

    @admin.display(description=gettext_lazy("completeness"))
    def dots(self, procedure):
        score = score_of(procedure)
        return _("%(given)s of %(total)s") % {"given": score.given, "total": score.total}


def _scored(procedure: Procedure) -> dict:
    scores = []
    for code in LANGUAGES:
        with override(code):
            scores.append((code, score_of(procedure)))
    url = reverse("admin:procedures_procedure_change", args=[procedure.pk])
    return {"procedure": procedure, "url": url, "scores": scores}


@admin.register(Situation)
class SituationAdmin(PublishableAdmin):
    list_display = ["__str__"]
    list_filter = ["is_sample"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "summary"]}),
        (
            gettext_lazy("Shared data"),
            {"fields": ["procedures", ("position", "is_sample")], "classes": ["aside"]},
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["procedures"]
