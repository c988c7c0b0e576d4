"""The form of everything that can be published."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.choosing import KnowingForm
from bilingual.languages import ENGLISH, LANGUAGES, column

from .addresses.slugs import free_slug, is_shadowed, slug_from

SLUG_HELP = gettext_lazy(
    "English words or pinyin, joined by hyphens; shared by both languages. If left empty, it is "
    "made from the name."
)


class PublishableForm(KnowingForm):
    """A form that saves with one language alone, and makes the address when the editor leaves it empty."""

    #: Base name of the field that names the record; set by the admin.
    name_field = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = SLUG_HELP

    def clean(self):
        cleaned = super().clean()
        columns = [column(self.name_field, code) for code in LANGUAGES]
        if all(name in self.fields and name not in self.errors for name in columns):
            self._need_a_name([cleaned.get(name) for name in columns])
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if "slug" in self.fields and not self.errors and is_shadowed(self.instance):
            self.add_error(
                "slug", _("A page of the portal already uses this address. Enter a different one.")
            )

    def _need_a_name(self, names: list[str | None]) -> None:
        if not any(names):
            text = _("Fill this in for at least one of the two languages.")
            self.add_error(column(self.name_field, ENGLISH), text)
        elif "slug" in self.fields and "slug" not in self.errors and not self.cleaned_data.get("slug"):
            made = slug_from(*names)
            if made:
                self.cleaned_data["slug"] = free_slug(self._meta.model, made)
            else:
                self.add_error("slug", _("No address can be made from this name. Enter one."))
