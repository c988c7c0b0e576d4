"""The register of figures, as it is filtered, by mail: in the words of its feed."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy

from subscriptions.lists import Asked, FollowedList, followable

from .feeds import FiguresFeed
from .filters import FigureFilters
from .models import Figure

_feed = FiguresFeed()


def _ask(query) -> Asked:
    filters = FigureFilters(query, list(Figure.objects.live().for_register()))
    return Asked.of(filters, _feed.title(filters), reverse("figures:register"))


followable(
    FollowedList(
        key="figures",
        label=gettext_lazy("Facts and figures"),
        model=Figure,
        ask=_ask,
        say=lambda figure: (_feed.item_title(figure), _feed.item_description(figure)),
        fetch=lambda keys: Figure.objects.filter(pk__in=keys).for_register(),
    )
)
