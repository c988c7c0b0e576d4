"""Drawings from our own sprites: ``{% icon "search" %}``, ``{% badge_shape scheme.badge %}``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def icon(name: str, more: str = "") -> SafeString:
    """A stroke icon of ``static/img/icons.svg``. It is decoration: a word always stands beside it.

    ``more`` is a further class, such as ``icon--large``.
    """
    return _drawing("icons", f"icon-{name}", f"icon icon-{name} {more}".strip())


@register.simple_tag
def badge_shape(badge: str) -> SafeString:
    """The shape of a designation scheme, of ``static/img/badges.svg``; ``badge`` is ``Scheme.badge``."""
    return _drawing("badges", f"badge-{badge or 'generic'}", "badge__shape")


@register.simple_tag
def scene(name: str = "") -> SafeString:
    """A small drawing of ``static/img/scenes/``, inside the page so that it takes the colours of the text."""
    return _scene(name or "quiet-water")


@cache
def _scene(name: str) -> SafeString:
    path = finders.find(f"img/scenes/{name}.svg")
    if path is None:
        raise template.TemplateSyntaxError(f"There is no drawing static/img/scenes/{name}.svg.")
    return mark_safe(Path(path).read_text(encoding="utf-8"))


def _drawing(sprite: str, symbol: str, classes: str) -> SafeString:
    return format_html(
        '<svg class="{}" width="24" height="24" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        classes,
        static(f"img/{sprite}.svg"),
        symbol,
    )
