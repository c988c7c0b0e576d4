from django.contrib import admin
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from bilingual.admin import BilingualAdmin
from publishing.addresses.addressed_admin import AddressedAdmin
from publishing.admin import PublishableAdmin
from publishing.inlines import CompactPartInline, PartInline
from publishing.people import StaffChoice
from publishing.rights.roles import say_role

from .importing.telling import report_lines
from .models import (
    Article,
    Author,
    Byline,
    Column,
    Correction,
    GalleryPicture,
    Quote,
    Series,
    Special,
    SpecialSection,
)


class BylineInline(CompactPartInline):
    model = Byline
    fields = ["author", "role", "position"]
    autocomplete_fields = ["author"]


class GalleryPictureInline(PartInline):
    model = GalleryPicture
    fields = [("image", "position"), "caption"]
    autocomplete_fields = ["image"]


class CorrectionInline(PartInline):
    model = Correction
    fields = [("corrected_on", "position"), "text"]


@admin.register(Article)
class ArticleAdmin(PublishableAdmin):
    name_field = "headline"
    list_display = ["__str__", "column", "kind", "date_shown"]
    list_filter = ["column", "kind", "is_pinned"]
    list_select_related = ["column"]
    search_fields = ["headline"]
    ordering = ["-dated_at", "-pk"]
    fieldsets = [
        (None, {"fields": [("column", "kind", "original_language"), "headline", "summary", "body"]}),
        (_("More text"), {"fields": ["list_headline", "subtitle", "dateline", "keywords"]}),
        (_("Picture and film"), {"fields": [("image", "film")], "classes": ["aside"]}),
        (
            _("Date and place"),
            {
                "fields": [("dated_at", "updated_on"), "source", ("is_pinned", "is_lead")],
                "classes": ["aside"],
            },
        ),
        (
            _("What it is about"),
            {
                "fields": ["enterprises", "parks", "industries", "events", "projects"],
                "classes": ["aside", "collapse"],
            },
        ),
        (
            _("Series and further reading"),
            {
                "fields": [("series", "series_part"), "related", "teaser_quote"],
                "classes": ["aside", "collapse"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = [
        "image",
        "film",
        "source",
        "enterprises",
        "parks",
        "industries",
        "events",
        "projects",
        "series",
        "related",
        "teaser_quote",
    ]
    inlines = [BylineInline, GalleryPictureInline, CorrectionInline]
    readonly_fields = ["import_notes"]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not obj.import_report:
            return fieldsets
        return [(_("Import notes"), {"fields": ["import_notes"]}), *fieldsets]

    @admin.display(description=_("to finish by hand"))
    def import_notes(self, article):
        lines = ((line,) for line in report_lines(article.import_report))
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", lines))

    @admin.display(description=_("date shown"), ordering="dated_at")
    def date_shown(self, article):
        return date_format(timezone.localtime(article.dated_at), "Y-m-d") if article.dated_at else ""


@admin.register(Column)
class ColumnAdmin(AddressedAdmin, StaffChoice, BilingualAdmin, admin.ModelAdmin):
    list_display = ["__str__", "slug", "column_type", "freshness_days", "position"]
    search_fields = ["name"]
    fields = [
        "name",
        "description",
        "keywords",
        ("slug", "parent", "position"),
        ("column_type", "display", "freshness_days", "review_steps"),
        ("owner", "owner_group"),
    ]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "owner_group":
            field.label_from_instance = say_role
        return field


@admin.register(Author)
class AuthorAdmin(BilingualAdmin, admin.ModelAdmin):
    list_display = ["__str__", "organisation"]
    search_fields = ["name", "spellings"]
    fields = ["name", "organisation", "spellings"]


@admin.register(Quote)
class QuoteAdmin(BilingualAdmin, admin.ModelAdmin):
    list_display = ["__str__", "speaker", "said_on"]
    search_fields = ["text", "speaker"]
    fields = ["text", "speaker", "speaker_title", ("said_on", "link")]


@admin.register(Series)
class SeriesAdmin(PublishableAdmin):
    name_field = "title"
    search_fields = ["title"]
    fieldsets = [(None, {"fields": ["title", "lead"]}), PublishableAdmin.stewardship]


class SpecialSectionInline(PartInline):
    model = SpecialSection
    fields = ["title", "text", ("articles", "position")]
    autocomplete_fields = ["articles"]


@admin.register(Special)
class SpecialAdmin(PublishableAdmin):
    name_field = "title"
    list_display = ["__str__", "begins_on", "ends_on"]
    search_fields = ["title"]
    fieldsets = [
        (None, {"fields": ["title", "lead", "body"]}),
        (_("Shared data"), {"fields": [("image", "begins_on", "ends_on")], "classes": ["aside"]}),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["image"]
    inlines = [SpecialSectionInline]
