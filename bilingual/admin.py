"""English and Chinese side by side in the stock admin forms."""

from __future__ import annotations

from django import forms
from django.contrib.admin import ShowFacets
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from modeltranslation.fields import TranslationField
from modeltranslation.translator import NotRegistered, translator

from .choosing import KnownSelectMultiple, chooser_of
from .deletion import RecordsOnly
from .languages import HTML_LANG, LANGUAGES, column
from .moment_inputs import name_parts


def translated_fields(model) -> set[str]:
    """Base names of the translated fields of a model; empty for a model that has none."""
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()


def side_by_side(model, fields) -> list:
    """Fields of a fieldset with each translated one as a pair of columns: one line of the form, two languages."""
    translated = translated_fields(model)
    return [
        tuple(column(name, code) for code in LANGUAGES) if name in translated else name for name in fields
    ]


class BilingualForm:
    """For ModelAdmin and its inlines: fields are named by their base name and shown in both languages."""

    def get_fields(self, request, obj=None):
        if self.fields:
            return side_by_side(self.model, self.fields)
        translated = translated_fields(self.model)
        suffixed = {column(name, code) for name in translated for code in LANGUAGES}
        names = [name for name in super().get_fields(request, obj) if name not in suffixed]
        return side_by_side(self.model, names)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return [
            (name, {**options, "fields": side_by_side(self.model, options["fields"])})
            for name, options in fieldsets
        ]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            widget = chooser_of(db_field.related_model)
            kwargs["widget"] = widget(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownSelectMultiple(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        formfield = name_parts(super().formfield_for_dbfield(db_field, request, **kwargs))
        if formfield is not None and isinstance(formfield.widget, RelatedFieldWidgetWrapper):
            # Choosing is not the moment to delete; what was chosen can be opened from its pencil.
            formfield.widget.can_delete_related = formfield.widget.can_view_related = False
        if formfield is not None and isinstance(db_field, TranslationField):
            formfield.required = False
            attrs = formfield.widget.attrs
            attrs["lang"] = HTML_LANG[db_field.language]
            if isinstance(formfield.widget, forms.TextInput) and "maxlength" in attrs:
                # A browser cuts what is pasted at maxlength without a word. A counter and the server say it.
                attrs["data-counter"] = attrs.pop("maxlength")
        return formfield


class BilingualAdmin(RecordsOnly, BilingualForm):
    """A ModelAdmin whose lists search both languages and whose forms show both."""

    #: Counting every choice of every filter is dear on long lists and tells an editor little.
    show_facets = ShowFacets.NEVER

    def get_list_select_related(self, request):
        """What a list shows of other records comes along; Django by itself follows only those that must exist."""
        given = super().get_list_select_related(request)
        if given:
            return given
        fields = {field.name: field for field in self.opts.concrete_fields}
        shown = [name for name in self.get_list_display(request) if isinstance(name, str)]
        return [name for name in shown if name in fields and fields[name].many_to_one] or False

    def get_search_fields(self, request):
        translated = translated_fields(self.model)
        return [
            expanded
            for name in super().get_search_fields(request)
            for expanded in ([column(name, code) for code in LANGUAGES] if name in translated else [name])
        ]
