"""What surrounds every page: settings and menus, in two queries."""

from __future__ import annotations

from django import template

from ..furniture import Furniture

register = template.Library()


@register.simple_tag(takes_context=True)
def furniture(context) -> Furniture:
    """``{% furniture as site %}``: site.settings, site.menus.main, site.menus.header, site.menus.footer."""
    return Furniture.for_path(context["request"].path if "request" in context else "")
