"""Rich text in a form: what is stored, made ready for the editor, and back."""

from __future__ import annotations

import json
import re

from django import forms
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from media_library.models import Image
from media_library.renditions import candidates

from .sanitising import sanitise

_IMAGE = re.compile(r'<img (?=[^>]*\bdata-file="(\d{1,18})")')


def editor_labels() -> dict[str, str]:
    """What the editor says, by the name that its script uses, in the language of the person."""
    return {
        "tools": _("Formatting"),
        "paragraph": _("Text"),
        "heading2": _("Heading"),
        "heading3": _("Small heading"),
        "style": _("Kind of paragraph"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "subscript": _("Below the line"),
        "superscript": _("Above the line"),
        "bullets": _("List"),
        "numbers": _("Numbered list"),
        "quote": _("Quotation"),
        "rule": _("Line across"),
        "link": _("Link"),
        "picture": _("Picture"),
        "table": _("Table"),
        "rowAdd": _("Add row"),
        "rowRemove": _("Remove row"),
        "columnAdd": _("Add column"),
        "columnRemove": _("Remove column"),
        "headerRow": _("Header row"),
        "tableRemove": _("Remove table"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "caption": _("Caption (empty: the caption in the library)"),
        "change": _("Choose another picture"),
        "remove": _("Remove"),
        "pending": _("A picture still has to be supplied here."),
        "gone": _("This picture is no longer in the library."),
        "address": _("Address of the link"),
        "set": _("Set link"),
        "unset": _("Remove link"),
        "cancel": _("Cancel"),
        "failed": _("The media library does not answer. Please try again."),
    }


def for_editor(html: str | None) -> str:
    """Rich text with the addresses of its pictures put back, which are never stored. One query when it has any."""
    cleaned = sanitise(html)
    keys = {int(key) for key in _IMAGE.findall(cleaned)}
    images = Image.objects.in_bulk(keys) if keys else {}

    def with_source(match: re.Match) -> str:
        image = images.get(int(match[1]))
        return f'<img src="{escape(candidates(image, "figure").src)}" ' if image else match[0]

    return _IMAGE.sub(with_source, cleaned)


class ProseWidget(forms.Textarea):
    """A text area that js/admin/prose makes an editor of."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-prose": json.dumps(editor_labels(), ensure_ascii=False),
            "data-picker": reverse("admin:media_library_image_picker"),
        }
        return context

    def use_required_attribute(self, initial):
        # The text area itself is hidden: a browser could not show its complaint.
        return False


class ProseFormField(forms.CharField):
    widget = ProseWidget

    def prepare_value(self, value):
        return for_editor(value)

    def clean(self, value):
        return sanitise(super().clean(value))

    def has_changed(self, initial, data):
        return sanitise(initial) != sanitise(data)
