from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from bilingual.admin import BilingualAdmin

from .forms import ImageForm
from .models import Document, Film, Image
from .uploads import order_renditions


@admin.register(Image)
class ImageAdmin(BilingualAdmin, admin.ModelAdmin):
    form = ImageForm
    list_display = ["__str__", "rights", "width", "height", "created_at"]
    list_filter = ["rights", "credit_form"]
    search_fields = ["title", "alt", "caption", "credit_organisation"]
    fieldsets = [
        (None, {"fields": ["file", ("focal_x", "focal_y", "taken_on")]}),
        (_("Words"), {"fields": ["title", "alt", "caption"]}),
        (
            _("Credit and rights"),
            {"fields": ["credit_person", "credit_organisation", ("credit_form", "rights", "licence")]},
        ),
    ]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        super().save_model(request, obj, form, change)
        if {"file", "focal_x", "focal_y"} & set(form.changed_data):
            order_renditions(obj)


@admin.register(Document)
class DocumentAdmin(BilingualAdmin, admin.ModelAdmin):
    list_display = ["__str__", "language", "version", "dated_on"]
    list_filter = ["language"]
    search_fields = ["title"]
    fields = ["title", ("file", "language", "version"), ("dated_on", "pages"), ("rights", "licence")]


@admin.register(Film)
class FilmAdmin(BilingualAdmin, admin.ModelAdmin):
    list_display = ["__str__", "seconds", "created_at"]
    search_fields = ["title", "link"]
    fields = [
        "title",
        ("file", "link"),
        ("poster", "seconds"),
        "captions",
        "transcript",
        ("rights", "licence"),
    ]
    autocomplete_fields = ["poster"]
