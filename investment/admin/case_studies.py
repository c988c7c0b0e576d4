from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin
from publishing.inlines import PartInline

from ..models import CaseResult, CaseStudy


class ResultInline(PartInline):
    model = CaseResult
    fields = ["label", ("comparator", "value", "unit", "per"), ("as_of", "source", "position")]
    autocomplete_fields = ["source"]


@admin.register(CaseStudy)
class CaseStudyAdmin(PublishableAdmin):
    list_display = ["__str__", "enterprise", "period"]
    list_filter = ["is_sample"]
    list_select_related = ["enterprise"]
    search_fields = ["name"]
    fieldsets = [
        (
            None,
            {"fields": ["name", "summary", "challenge", "measures", "outcome", "quote", "speaker"]},
        ),
        (
            _("Shared data"),
            {
                "fields": [
                    ("enterprise", "facility"),
                    ("project", "park"),
                    "industries",
                    "period",
                    ("image", "source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["enterprise", "project", "park", "industries", "image", "source"]
    inlines = [ResultInline]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Facilities of the story's own enterprise, and the one that is chosen: all of them would be too many."""
        if db_field.name == "facility":
            key = request.resolver_match.kwargs.get("object_id") if request.resolver_match else None
            facilities = db_field.related_model._default_manager.all()
            story = Q(case_studies__pk=key) | Q(enterprise__case_studies__pk=key)
            is_key = bool(key) and key.isdecimal()
            kwargs["queryset"] = facilities.filter(story).distinct() if is_key else facilities.none()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
