from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from publishing.admin import PublishableAdmin
from publishing.rights.permissions import can

from .contradictions import contradicting, contradictions
from .models import Figure, Indicator


@admin.register(Indicator)
class IndicatorAdmin(PublishableAdmin):
    list_display = ["__str__", "position"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "summary", "differences"]}),
        (_("Shared data"), {"fields": ["position"], "classes": ["aside"]}),
        PublishableAdmin.stewardship,
    ]


@admin.register(Figure)
class FigureAdmin(PublishableAdmin):
    name_field = "indicator"
    list_display = ["__str__", "territory", "as_of", "home_position"]
    list_filter = ["territory", "common_indicator"]
    search_fields = ["indicator"]
    list_select_related = ["source"]
    change_list_template = "admin/figures/figure/change_list.html"
    fieldsets = [
        (None, {"fields": ["indicator", "note", "superseded_because"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    "common_indicator",
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
    autocomplete_fields = ["source", "superseded_by", "common_indicator"]

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.contradictions_view))
        return [path("contradictions/", view, name="figures_figure_contradictions"), *super().get_urls()]

    def contradictions_view(self, request):
        """Figures of one indicator, territory and period that do not agree, side by side."""
        if not can(request.user, "view", Figure):
            raise PermissionDenied
        found = contradicting().select_related("source", "common_indicator", "owner")
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Figures that contradict each other"),
            "opts": self.opts,
            "groups": contradictions(found.order_by("territory", "as_of", "pk")),
        }
        return TemplateResponse(request, "admin/figures/contradictions.html", context)
