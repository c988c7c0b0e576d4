"""The media library of the newsroom."""

from __future__ import annotations

from functools import partial

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.admin import BilingualAdmin, side_by_side
from bilingual.languages import CHINESE, ENGLISH
from bilingual.names import either, in_language

from . import picker
from .credits import credit_line
from .filters import CareFilter
from .forms import DocumentForm, FilmForm, ImageForm
from .models import Document, Film, Image, Rights
from .renditions import candidates
from .uploads import order_renditions, remove
from .usage import links_to, mentions_of, uses_of


class MediumAdmin(BilingualAdmin, admin.ModelAdmin):
    """Notes who brought a file in, tells where it is used, and deletes nothing that is."""

    list_per_page = 48
    show_full_result_count = False
    readonly_fields = ["used_in"]
    empty_value_display = ""

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        super().save_model(request, obj, form, change)

    def delete_model(self, request, obj):
        remove(obj)

    def delete_queryset(self, request, queryset):
        for medium in queryset:
            remove(medium)

    def get_deleted_objects(self, objs, request):
        """Whatever uses a medium protects it, also a text in which only its key stands."""
        deleted, counts, missing_permissions, protected = super().get_deleted_objects(objs, request)
        uses = [_use_line(use, self.admin_site) for medium in objs for use in uses_of(medium)]
        return deleted, counts, missing_permissions, uses or protected

    @admin.display(description=gettext_lazy("used in"))
    def used_in(self, medium):
        """Links at once; texts are searched after the form has opened (js/admin/uses.js), or by a click."""
        if not medium.pk:
            return _("Nowhere yet.")
        links = [(_use_line(use, self.admin_site),) for use in links_to(medium)]
        shown = format_html('<ul class="uses">{}</ul>', format_html_join("", "<li>{}</li>", links))
        if not isinstance(medium, Image):
            return shown if links else _("Nowhere yet.")
        url = reverse(f"{self.admin_site.name}:media_library_image_mentions", args=[medium.pk])
        return format_html('{}<a href="{}" data-mentions>{}</a>', shown, url, _("Search the texts for it"))


@admin.register(Image)
class ImageAdmin(MediumAdmin):
    form = ImageForm
    list_display = ["__str__", "thumbnail", "care", "size_in_pixels", "credit"]
    list_filter = [CareFilter, "rights", "credit_form"]
    search_fields = ["title", "alt", "caption", "credit_person", "credit_organisation"]
    readonly_fields = ["preview", "size_in_pixels", "credit", "used_in", "uploaded_by", "created_at"]
    words = (gettext_lazy("Words"), {"fields": ["title", "alt", "caption"]})
    rights = (
        gettext_lazy("Credit and rights"),
        {
            "fields": [
                "credit_person",
                "credit_organisation",
                ("credit_form", "rights", "licence"),
                "taken_on",
            ]
        },
    )
    facts = (
        gettext_lazy("This file"),
        {
            "fields": ["used_in", ("focal_x", "focal_y"), "size_in_pixels", "uploaded_by", "created_at"],
            "classes": ["aside"],
        },
    )

    def get_fieldsets(self, request, obj=None):
        sets = [(None, {"fields": ["preview" if obj else "file"]}), self.words, self.rights]
        if obj:
            sets.append(self.facts)
        return [
            (name, {**options, "fields": side_by_side(self.model, options["fields"])})
            for name, options in sets
        ]

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if obj else ()

    def get_exclude(self, request, obj=None):
        return ["file"] if obj else None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None:
            form.base_fields.pop("file", None)
        return form

    def get_urls(self):
        def view(function):
            return self.admin_site.admin_view(partial(function, model_admin=self))

        return [
            path("picker/", view(picker.library), name="media_library_image_picker"),
            path("picker/upload/", view(picker.upload), name="media_library_image_upload"),
            path("<int:pk>/mentions/", view(_mentions), name="media_library_image_mentions"),
            *super().get_urls(),
        ]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if {"file", "focal_x", "focal_y"} & set(form.changed_data):
            order_renditions(obj)

    @admin.display(description=gettext_lazy("picture"))
    def thumbnail(self, image):
        made = candidates(image, "card")
        url = reverse(f"{self.admin_site.name}:media_library_image_change", args=[image.pk])
        return format_html(
            '<a href="{}" tabindex="-1" aria-hidden="true"><img class="thumb" src="{}" alt="" width="400" '
            'height="267" loading="lazy"></a>',
            url,
            made.src,
        )

    @admin.display(description=gettext_lazy("picture; click to set the focal point"))
    def preview(self, image):
        made = candidates(image, "figure")
        return format_html(
            '<span class="focus" data-focus><img src="{}" width="{}" height="{}" alt="{}">'
            '<span class="focus__mark"></span></span>',
            made.src,
            made.width,
            made.height,
            either(image, "alt"),
        )

    @admin.display(description=gettext_lazy("needs care"))
    def care(self, image):
        notes = [
            text
            for is_missing, text in (
                (not in_language(image, "alt", ENGLISH), _("no English alternative")),
                (not in_language(image, "alt", CHINESE), _("no Chinese alternative")),
                (image.rights == Rights.UNCLEAR, _("rights not cleared")),
            )
            if is_missing
        ]
        if not notes:
            return ""
        chips = format_html_join("", '<span class="chip chip--warn">{}</span>', ((note,) for note in notes))
        return format_html('<span class="warnings">{}</span>', chips)

    @admin.display(description=gettext_lazy("size"))
    def size_in_pixels(self, image):
        return f"{image.width} × {image.height}"

    @admin.display(description=gettext_lazy("credit"))
    def credit(self, image):
        return credit_line(image)


@admin.register(Document)
class DocumentAdmin(MediumAdmin):
    form = DocumentForm
    list_display = ["__str__", "language", "version", "dated_on"]
    list_filter = ["language", "rights"]
    search_fields = ["title"]
    fields = [
        "title",
        ("file", "language", "version"),
        ("dated_on", "pages"),
        ("rights", "licence"),
        "used_in",
    ]


@admin.register(Film)
class FilmAdmin(MediumAdmin):
    form = FilmForm
    list_display = ["__str__", "seconds", "created_at"]
    list_filter = ["rights"]
    search_fields = ["title", "link"]
    fields = [
        "title",
        ("file", "link"),
        ("poster", "seconds"),
        "captions",
        "transcript",
        ("rights", "licence"),
        "used_in",
    ]
    autocomplete_fields = ["poster"]


def _mentions(request, pk, model_admin):
    """The texts in which a picture stands, as a page of its own."""
    image = get_object_or_404(Image, pk=pk)
    if not model_admin.has_view_permission(request, image):
        raise PermissionDenied
    site = model_admin.admin_site
    context = {
        **site.each_context(request),
        "title": str(image),
        "lines": [_use_line(use, site) for use in mentions_of(image)],
    }
    return TemplateResponse(request, "admin/media_library/mentions.html", context)


def _use_line(use, site):
    """``Article: Headline (text)``, linked to its form where there is one."""
    options = use.record._meta
    kind = options.verbose_name[:1].upper() + options.verbose_name[1:]
    try:
        url = reverse(f"{site.name}:{options.app_label}_{options.model_name}_change", args=[use.record.pk])
    except NoReverseMatch:
        return format_html("{}: {}", kind, use.record)
    return format_html('{}: <a href="{}">{}</a> · {}', kind, url, use.record, use.field)
