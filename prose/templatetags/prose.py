from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ..rendering import render_prose
from ..unparted import keep_figures

register = template.Library()
register.filter("prose", render_prose)


@register.filter
def figures_kept(text: str | None) -> SafeString:
    """Plain text of which no figure parts from its unit at the end of a line; None is an empty text."""
    return mark_safe(keep_figures(escape(text or "")))
