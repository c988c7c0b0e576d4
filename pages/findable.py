"""What of the standing pages can be found by searching."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from search_index.documents import live_titles, searchable

from .models import Official, Organisation, Page, Place

searchable(
    Page,
    key="page",
    label=pgettext_lazy("kind of result", "Pages"),
    title="title",
    rank=20,
    names=lambda page: live_titles(page, "title"),
)
searchable(
    Place,
    key="place",
    label=_("Places"),
    title="name",
    rank=30,
    names=lambda place: live_titles(place, "name"),
)
searchable(
    Organisation,
    key="organisation",
    label=_("Departments"),
    title="name",
    rank=40,
    names=lambda organisation: live_titles(organisation, "name"),
    address=lambda organisation: f"{reverse('pages:departments')}#{organisation.slug}",
)
searchable(
    Official,
    key="official",
    label=_("Officials"),
    title="title",
    rank=40,
    names=lambda official: (*live_titles(official, "title"), *live_titles(official, "name")),
    address=lambda official: f"{reverse('pages:officials')}#{official.slug}",
)
