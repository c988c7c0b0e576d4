"""English and Chinese side by side in the stock admin forms."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from modeltranslation.fields import TranslationField
from modeltranslation.translator import NotRegistered, translator

from .languages import CHINESE, ENGLISH, HTML_LANG, LANGUAGES, column

#: Label of a field that holds one language.
LABELS = {ENGLISH: _("%(field)s (English)"), CHINESE: _("%(field)s (Chinese)")}


class _Label:
    """``Headline (English)``, put together when it is shown, so that it follows the language of the reader."""

    def __init__(self, name, language: str):
        self.name, self.language = name, language

    def __str__(self) -> str:
        name = str(self.name)
        return str(LABELS[self.language]) % {"field": name[:1].upper() + name[1:]}


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

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if formfield is not None and isinstance(db_field, TranslationField):
            formfield.label = _Label(db_field.translated_field.verbose_name, db_field.language)
            formfield.widget.attrs["lang"] = HTML_LANG[db_field.language]
            formfield.required = False
        return formfield


class BilingualAdmin(BilingualForm):
    """A ModelAdmin whose lists search both languages and whose forms show both."""

    class Media:
        css = {"all": ["css/admin/bilingual.css"]}

    def get_search_fields(self, request):
        translated = translated_fields(self.model)
        return [
            expanded
            for name in super().get_search_fields(request)
            for expanded in ([column(name, code) for code in LANGUAGES] if name in translated else [name])
        ]
