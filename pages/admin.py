from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.admin import BilingualAdmin
from publishing.admin import PublishableAdmin

from .models import MenuItem, Official, Organisation, Page, Place, SiteSettings


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    name_field = "title"
    list_display = ["__str__", "section", "parent", "position"]
    list_filter = ["section"]
    search_fields = ["title"]
    fieldsets = [
        (None, {"fields": ["title", "summary", "body"]}),
        (
            _("Shared data"),
            {
                "fields": [("section", "parent", "position"), ("updated_on", "image"), "figures", "sources"],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["parent", "image", "figures", "sources"]


@admin.register(Organisation)
class OrganisationAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "position"]
    list_filter = ["kind"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "duties", "address"]}),
        (
            _("Shared data"),
            {
                "fields": [("kind", "parent", "position"), ("phone", "website", "source")],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["parent", "source"]


@admin.register(Official)
class OfficialAdmin(PublishableAdmin):
    name_field = "title"
    list_display = ["__str__", "organisation", "rank"]
    search_fields = ["title", "name"]
    list_select_related = ["organisation"]
    fieldsets = [
        (None, {"fields": ["title", "name", "duties"]}),
        (
            _("Shared data"),
            {"fields": [("organisation", "rank", "in_office"), ("portrait", "source")], "classes": ["aside"]},
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["organisation", "portrait", "source"]


@admin.register(Place)
class PlaceAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "position"]
    list_filter = ["kind", "is_sample"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "summary", "body", "address", "hours", "languages_spoken"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    ("kind", "price_band", "position"),
                    ("phone", "website"),
                    ("park", "image"),
                    ("source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["park", "image", "source"]


@admin.register(MenuItem)
class MenuItemAdmin(BilingualAdmin, admin.ModelAdmin):
    list_display = ["__str__", "menu", "parent", "path", "position", "is_shown"]
    list_filter = ["menu", ("parent", admin.RelatedOnlyFieldListFilter)]
    list_editable = ["position", "is_shown"]
    list_select_related = ["parent"]
    search_fields = ["label", "path"]
    fields = ["label", ("menu", "parent"), ("path", "position", "is_shown")]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "parent":
            kwargs["queryset"] = MenuItem.objects.filter(parent=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(SiteSettings)
class SiteSettingsAdmin(BilingualAdmin, admin.ModelAdmin):
    """The single row of settings: its list leads straight to its form."""

    fieldsets = [
        (None, {"fields": ["site_name", "slogan", "description", "sponsor", "operator", "address"]}),
        (_("Investment desk"), {"fields": ["desk_hours", ("desk_phone", "desk_email")]}),
        (_("Contact and reports"), {"fields": [("service_email", "report_hotline"), "error_report_url"]}),
        (_("Licences"), {"fields": [("site_id_code", "icp_number"), ("police_number", "news_licence")]}),
    ]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            return super().changelist_view(request, extra_context)
        settings, _created = SiteSettings.objects.get_or_create(pk=1)
        return HttpResponseRedirect(reverse("admin:pages_sitesettings_change", args=[settings.pk]))
