"""The way from the home page to here."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _


class Crumb(NamedTuple):
    label: str
    url: str | None = None


def trail(*steps: tuple[str, str | None]) -> list[Crumb]:
    """Crumbs from the home page down; the last step, where the visitor is, may have no address."""
    return [Crumb(_("Home"), reverse("home:home")), *(Crumb(label, url) for label, url in steps)]


def desk_trail(*steps: tuple[str, str | None]) -> list[Crumb]:
    """The same for pages of the investment desk, which stand below its front."""
    return trail((_("Investing"), reverse("home:investing")), *steps)
