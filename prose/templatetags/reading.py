"""Rich text for people who may read a form and not change it."""

from __future__ import annotations

from django import template
from django.core.exceptions import FieldDoesNotExist
from django.utils.html import format_html
from django.utils.translation import override

from bilingual.languages import HTML_LANG, active_language

from ..fields import ProseField
from ..rendering import render_prose

register = template.Library()


@register.filter
def contents_of(admin_field):
    """What a read-only field of the admin shows; a rich text as its readers see it, not as tags."""
    instance, name = admin_field.form.instance, admin_field.field["field"]
    try:
        field = instance._meta.get_field(name)
    except (FieldDoesNotExist, TypeError):
        # A method of the admin class, not a column.
        return admin_field.contents()
    if not isinstance(field, ProseField):
        return admin_field.contents()
    language = getattr(field, "language", active_language())
    with override(language):
        text = render_prose(getattr(instance, field.name))
    return format_html('<div class="reading" lang="{}">{}</div>', HTML_LANG[language], text)
