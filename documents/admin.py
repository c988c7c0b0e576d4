from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publishing.admin import PublishableAdmin
from publishing.inlines import CompactPartInline

from .models import Document, DocumentFile


class DocumentFileInline(CompactPartInline):
    model = DocumentFile
    fields = ["file", "position"]
    autocomplete_fields = ["file"]


@admin.register(Document)
class DocumentAdmin(PublishableAdmin):
    list_display = ["__str__", "kind", "number", "version", "issued_on"]
    list_filter = ["kind", "is_sample"]
    search_fields = ["title", "number"]
    name_field = "title"
    fieldsets = [
        (None, {"fields": ["title", "summary", "issuer"]}),
        (
            _("Shared data"),
            {
                "fields": [
                    "kind",
                    ("number", "version", "issued_on"),
                    "industries",
                    ("source", "is_sample"),
                ],
                "classes": ["aside"],
            },
        ),
        PublishableAdmin.stewardship,
    ]
    autocomplete_fields = ["industries", "source"]
    inlines = [DocumentFileInline]
