"""Addresses of the other pages of a list."""

from __future__ import annotations

from django import template

from ..pagination import Page

register = template.Library()


@register.filter
def page_address(page: Page, number: int) -> str:
    """The query string of another page of the same list, its filters kept."""
    return page.address(number)
