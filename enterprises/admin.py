from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from publishing.admin import PublishableAdmin
from publishing.inlines import CompactPartInline, PartInline
from publishing.rights.permissions import can
from spreadsheets.admin import SheetAdmin

from .ledger.lapsing import SOON_DAYS, ended, ending
from .models import (
    Award,
    Batch,
    ChainLink,
    ChainPlace,
    Enterprise,
    EnterpriseName,
    Facility,
    Industry,
    IndustryCode,
    Level,
    Listing,
    Metric,
    Park,
    ParkFact,
    ParkName,
    ParkTerm,
    Product,
    Scheme,
    Tie,
    TransportLink,
)


class NameInline(PartInline):
    model = EnterpriseName
    fields = ["name", ("kind", "used_from", "used_until", "source"), "position"]
    autocomplete_fields = ["source"]


class ListingInline(CompactPartInline):
    model = Listing
    fields = ["exchange", "code", "position"]


class FacilityInline(PartInline):
    model = Facility
    fields = ["name", "address", ("park", "opened", "source", "position"), "description"]
    autocomplete_fields = ["park", "source"]


class ProductInline(PartInline):
    model = Product
    fields = ["name", "category", "claim", ("source", "position")]
    autocomplete_fields = ["source"]


class _OfThisEnterprise:
    """Offers the facilities and products of the enterprise that is being edited, not those of all."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in ("facility", "product"):
            model = db_field.remote_field.model
            kwargs["queryset"] = model.objects.filter(
                enterprise=request.resolver_match.kwargs.get("object_id")
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class MetricInline(_OfThisEnterprise, PartInline):
    model = Metric
    fields = [
        ("measure", "comparator", "value", "unit", "per"),
        ("usd_as_printed", "as_of", "source", "facility", "position"),
        "label",
    ]
    autocomplete_fields = ["source"]


class AwardInline(_OfThisEnterprise, PartInline):
    model = Award
    fields = [
        ("level", "batch", "status"),
        ("awarded", "valid_until", "source"),
        ("facility", "product", "position"),
        "note",
    ]
    autocomplete_fields = ["source"]


class ChainPlaceInline(PartInline):
    model = ChainPlace
    fields = ["link", ("as_of", "source", "position")]
    autocomplete_fields = ["source"]


class TieInline(PartInline):
    model = Tie
    fk_name = "enterprise"
    fields = [("other", "kind"), ("as_of", "source", "position"), "note"]
    autocomplete_fields = ["other", "source"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("other")


@admin.register(Enterprise)
class EnterpriseAdmin(SheetAdmin, PublishableAdmin):
    name_field = "short_name"
    list_display = ["__str__", "ownership", "size_band", "verified_on"]
    list_filter = ["ownership", "size_band", "industries"]
    search_fields = ["short_name", "legal_name", "credit_code"]
    ordering = ["short_name_en"]
    fieldsets = [
        (None, {"fields": ["short_name", "legal_name", "activity", "description"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    ("credit_code", "founded", "ownership"),
                    ("origin", "size_band", "is_exporter"),
                    ("parent", "gbt4754_code", "website"),
                    "industries",
                    "image",
                    "is_featured",
                ],
                "classes": ["aside"],
            },
        ),
        (
            _("More information"),
            {
                "fields": ["markets", "certifications", "public_contact", "location", "has_consented"],
                "classes": ["collapse"],
            },
        ),
        (_("Sources"), {"fields": ["sources"], "classes": ["collapse"]}),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["parent", "industries", "image", "sources"]
    inlines = [
        NameInline,
        ListingInline,
        FacilityInline,
        ProductInline,
        MetricInline,
        AwardInline,
        ChainPlaceInline,
        TieInline,
    ]


class IndustryCodeInline(PartInline):
    model = IndustryCode
    fields = [("taxonomy", "code", "position"), "label"]


class ChainLinkInline(PartInline):
    model = ChainLink
    fields = ["name", ("step", "key", "standing"), ("source", "is_sample", "position"), "description"]
    autocomplete_fields = ["source"]


@admin.register(Industry)
class IndustryAdmin(PublishableAdmin):
    list_display = ["__str__", "parent", "position"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "summary", "policy_focus", "body"]}),
        (_("Shared data"), {"fields": [("parent", "position"), "image", "source"], "classes": ["aside"]}),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["parent", "image", "source"]
    inlines = [ChainLinkInline, IndustryCodeInline]


class ParkNameInline(PartInline):
    model = ParkName
    fields = ["name", ("used_in", "source", "position")]
    autocomplete_fields = ["source"]


class ParkFactInline(PartInline):
    model = ParkFact
    fields = [
        "label",
        ("comparator", "value", "unit", "per"),
        ("usd_as_printed", "as_of", "source", "position"),
    ]
    autocomplete_fields = ["source"]


class ParkTermInline(PartInline):
    model = ParkTerm
    fields = [
        "label",
        ("topic", "comparator", "value", "unit", "rate"),
        ("as_of", "source", "is_sample", "position"),
        "note",
    ]
    autocomplete_fields = ["source"]


class TransportLinkInline(PartInline):
    model = TransportLink
    fk_name = "park"
    fields = [
        ("node", "mode", "comparator", "minutes", "km"),
        ("as_of", "source", "is_sample", "position"),
        "measured_from",
    ]
    autocomplete_fields = ["node", "source"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("node")


@admin.register(Park)
class ParkAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "parent", "position"]
    list_filter = ["kind"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "summary", "body", "operator", "address"]}),
        (
            _("Shared data"),
            {
                "fields": [("kind", "parent", "position"), "industries", "image", "website", "source"],
                "classes": ["aside"],
            },
        ),
        (_("Place in the drawing"), {"fields": [("drawn_x", "drawn_y")], "classes": ["collapse"]}),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["parent", "industries", "image", "source"]
    inlines = [ParkNameInline, ParkFactInline, ParkTermInline, TransportLinkInline]


class LevelInline(PartInline):
    model = Level
    fields = ["name", ("key", "rank", "position")]


class BatchInline(PartInline):
    model = Batch
    fields = [
        "name",
        ("key", "announced", "position"),
        ("size", "size_in_chongqing"),
        ("announcement_url", "source"),
    ]
    autocomplete_fields = ["source"]


@admin.register(Scheme)
class SchemeAdmin(PublishableAdmin):
    list_display = ["__str__", "reach", "subject", "position"]
    list_filter = ["reach", "subject"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "body_name", "summary", "body", "review_rule", "criteria_version"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    ("reach", "subject", "badge"),
                    ("validity_years", "position"),
                    "criteria_url",
                    "source",
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["source"]
    inlines = [LevelInline, BatchInline]
    change_list_template = "admin/enterprises/scheme/change_list.html"

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.lapsing_view))
        return [path("lapsing/", view, name="enterprises_scheme_lapsing"), *super().get_urls()]

    def lapsing_view(self, request):
        """Designations that end soon, and those that have ended, the longest ago first."""
        if not (can(request.user, "view", Scheme) and can(request.user, "view", Enterprise)):
            raise PermissionDenied
        found = ending().select_related("enterprise__owner", "level__scheme", "batch", "facility", "product")
        none = {"over": gettext("No designation has ended."), "soon": gettext("No designation ends soon.")}
        groups = [
            {"title": gettext("Ended"), "awards": found.filter(ended()), "none": none["over"]},
            {"title": gettext("Ending soon"), "awards": found.exclude(ended()), "none": none["soon"]},
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Designations about to lapse"),
            "opts": self.opts,
            "soon_days": SOON_DAYS,
            "groups": groups,
        }
        return TemplateResponse(request, "admin/enterprises/lapsing.html", context)
