"""``{% subscribe_address "projects" filters.query %}``: where a list, as it is filtered, can be had by mail."""

from __future__ import annotations

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def subscribe_address(list_key: str, query: str = "") -> str:
    """The address of the form; ``query`` is that of the list, with or without its "?"."""
    address = reverse("subscriptions:new", args=[list_key])
    return f"{address}?{query.lstrip('?')}" if query.lstrip("?") else address
