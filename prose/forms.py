"""Rich text in a form: what is stored, made ready for the editor, and back."""

from __future__ import annotations

import json
import re

from django import forms
from django.urls import reverse
from django.utils.html import escape

from bilingual.languages import LANGUAGES
from bilingual.names import in_language
from media_library.credits import credit_line
from media_library.incoming.pictures import MAX_BYTES
from media_library.models import Image
from media_library.renditions import candidates

from .labels import editor_labels
from .lengths import MOST, check_length
from .own_addresses import referred
from .sanitising import sanitise

_IMAGE = re.compile(r'<img (?=[^>]*\bdata-file="(\d{1,18})")')


def for_editor(html: str | None) -> str:
    """Rich text with the addresses and words of its pictures, which are never stored. One query when it has any."""
    cleaned = sanitise(html)
    keys = {int(key) for key in _IMAGE.findall(cleaned)}
    images = Image.objects.in_bulk(keys) if keys else {}

    def with_source(match: re.Match) -> str:
        image = images.get(int(match[1]))
        if image is None:
            return match[0]
        shown = {"src": candidates(image, "figure").src, "data-credit": credit_line(image)}
        for code in LANGUAGES:
            shown |= {f"data-{name}-{code}": in_language(image, name, code) for name in ("alt", "caption")}
        return "<img " + "".join(f'{name}="{escape(value)}" ' for name, value in shown.items() if value)

    return _IMAGE.sub(with_source, cleaned)


class ProseWidget(forms.Textarea):
    """A text area that js/admin/prose makes an editor of."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-prose": json.dumps(editor_labels(), ensure_ascii=False),
            "data-picker": reverse("admin:media_library_image_picker"),
            "data-pasted": reverse("admin:pasted_picture"),
            "data-words": reverse("admin:picture_words"),
            "data-links": reverse("admin:links"),
            "data-most": str(MOST),
            "data-most-bytes": str(MAX_BYTES),
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
        value = super().clean(value)
        check_length(value)
        return referred(sanitise(value))

    def has_changed(self, initial, data):
        return sanitise(initial) != sanitise(data)
