"""The media library of the newsroom."""

from __future__ import annotations

from functools import partial

from django.contrib import admin
from django.urls import path, reverse
from django.utils.translation import gettext_lazy, ngettext

from bilingual.admin import BilingualAdmin, side_by_side
from bilingual.holders import lines_of

from . import cards, replacing
from .credits import credit_line
from .filters import CareFilter, UploaderFilter
from .forms import DocumentForm, FilmForm, ImageForm
from .incoming import duplicates
from .incoming.uploads import order_renditions, remove
from .models import Document, Film, Image, Tag
from .pages import many, picker, replace, tagging, used_in, words
from .usage import links_to, uses_of


class MediumAdmin(BilingualAdmin, admin.ModelAdmin):
    """Notes who brought a file in, tells where it is used, and deletes nothing that is."""

    list_per_page = 48
    show_full_result_count = False
    actions = ["tag_chosen"]
    autocomplete_fields = ["tags"]

    def get_urls(self):
        name = f"media_library_{self.opts.model_name}_mentions"
        mentions = self.page(used_in.mentions)
        return [path("<int:pk>/mentions/", mentions, name=name), *super().get_urls()]

    def page(self, function):
        """A view of the library as a page of this site."""
        return self.admin_site.admin_view(partial(function, model_admin=self))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Links at once; texts are searched after the form has opened (js/admin/mentions.js), or by a click."""
        if obj is not None:
            site = self.admin_site
            context |= {
                "use_lines": lines_of(links_to(obj), site, request),
                "mentions_url": reverse(
                    f"{site.name}:media_library_{self.opts.model_name}_mentions", args=[obj.pk]
                ),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        old = self.model.objects.filter(pk=obj.pk).values_list("file", flat=True).first() if change else ""
        super().save_model(request, obj, form, change)
        if old and old != obj.file.name:
            replacing.forget(old)

    def delete_model(self, request, obj):
        remove(obj)

    def delete_queryset(self, request, queryset):
        for medium in queryset:
            remove(medium)

    def get_deleted_objects(self, objs, request):
        """Whatever uses a medium protects it, also a text or a draft in which only its key stands."""
        deleted, counts, missing_permissions, protected = super().get_deleted_objects(objs, request)
        uses = [use for medium in objs for use in uses_of(medium)]
        return (
            deleted,
            counts,
            missing_permissions,
            lines_of(uses, self.admin_site, request) or protected,
        )

    @admin.action(description=tagging.ACTION_TEXT, permissions=["change"])
    def tag_chosen(self, request, queryset):
        return tagging.chosen(self, request, queryset)


@admin.register(Image)
class ImageAdmin(MediumAdmin):
    form = ImageForm
    list_display = ["__str__", "thumbnail", "care", "size_in_pixels", "credit"]
    list_filter = [
        CareFilter,
        "tags",
        "rights",
        "credit_form",
        UploaderFilter,
        ("created_at", admin.DateFieldListFilter),
    ]
    search_fields = [
        "title",
        "alt",
        "caption",
        "credit_person",
        "credit_organisation",
        "tags__name_en",
        "tags__name_zh_hans",
    ]
    readonly_fields = ["preview", "size_in_pixels", "credit", "uploaded_by", "created_at"]
    actions = ["write_words", "tag_chosen", "make_copies"]
    said = (gettext_lazy("Words"), {"fields": ["title", "alt", "caption"]})
    owed = (
        gettext_lazy("Credit and rights"),
        {
            "fields": [
                "credit_person",
                "credit_organisation",
                ("credit_form", "rights", "licence"),
                ("taken_on", "tags"),
            ]
        },
    )
    facts = (
        gettext_lazy("This file"),
        {
            "fields": [("focal_x", "focal_y"), "size_in_pixels", "uploaded_by", "created_at"],
            "classes": ["aside"],
        },
    )

    def get_fieldsets(self, request, obj=None):
        sets = [(gettext_lazy("Picture"), {"fields": ["preview" if obj else "file"]}), self.said, self.owed]
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
        return [
            path("picker/", self.page(picker.library), name="media_library_image_picker"),
            path("picker/upload/", self.page(picker.upload), name="media_library_image_upload"),
            path("many/", self.page(many.page), name="media_library_image_many"),
            path("sheet/", self.page(words.page), name="media_library_image_sheet"),
            path("duplicates/", self.page(duplicates.page), name="media_library_image_duplicates"),
            path("<int:pk>/replace/", self.page(replace.page), name="media_library_image_replace"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        care = request.GET.get("care", "")
        site = self.admin_site.name
        context = {
            "care": care,
            "words_url": words.words_address(site, care=care) if self.has_change_permission(request) else "",
            "many_url": reverse(f"{site}:media_library_image_many")
            if self.has_add_permission(request)
            else "",
        }
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if {"file", "focal_x", "focal_y"} & set(form.changed_data):
            order_renditions(obj)

    @admin.action(description=words.ACTION_TEXT, permissions=["change"])
    def write_words(self, request, queryset):
        return words.chosen(self, request, queryset)

    @admin.action(description=gettext_lazy("Recreate the smaller copies"), permissions=["change"])
    def make_copies(self, request, queryset):
        number = 0
        for image in queryset.only("pk"):
            order_renditions(image)
            number += 1
        text = ngettext(
            "The smaller copies of %(number)s picture will be made again.",
            "The smaller copies of %(number)s pictures will be made again.",
            number,
        )
        self.message_user(request, text % {"number": number})

    @admin.display(description=gettext_lazy("picture"))
    def thumbnail(self, image):
        return cards.thumbnail(image, self.admin_site.name)

    @admin.display(description=gettext_lazy("picture; click to set the focal point"))
    def preview(self, image):
        return cards.focus_picture(image)

    @admin.display(description=gettext_lazy("needs attention"), empty_value="")
    def care(self, image):
        return cards.care_notes(image, self.admin_site.name)

    @admin.display(description=gettext_lazy("size"))
    def size_in_pixels(self, image):
        return f"{image.width} × {image.height}"

    @admin.display(description=gettext_lazy("credit"), empty_value="")
    def credit(self, image):
        return credit_line(image)


@admin.register(Document)
class DocumentAdmin(MediumAdmin):
    form = DocumentForm
    list_display = ["__str__", "language", "version", "dated_on"]
    list_filter = ["language", "tags", "rights", UploaderFilter]
    search_fields = ["title", "tags__name_en", "tags__name_zh_hans"]
    fields = ["title", ("file", "language", "version"), ("dated_on", "pages"), ("rights", "licence"), "tags"]


@admin.register(Film)
class FilmAdmin(MediumAdmin):
    form = FilmForm
    list_display = ["__str__", "seconds", "created_at"]
    list_filter = ["tags", "rights", UploaderFilter]
    search_fields = ["title", "link", "tags__name_en", "tags__name_zh_hans"]
    fields = [
        "title",
        ("file", "link"),
        ("poster", "seconds"),
        "captions",
        "transcript",
        ("rights", "licence"),
        "tags",
    ]
    autocomplete_fields = ["poster", "tags"]


@admin.register(Tag)
class TagAdmin(BilingualAdmin, admin.ModelAdmin):
    form = tagging.TagForm
    fields = ["name"]
    list_display = ["__str__", "name_in_chinese"]
    search_fields = ["name"]

    @admin.display(description=gettext_lazy("name in Chinese"), ordering="name_zh_hans")
    def name_in_chinese(self, tag):
        return tag.name_zh_hans or ""
