"""The directory, as it is filtered, by mail."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from subscriptions.lists import Asked, FollowedList, followable
from ui.faceted import list_title

from .directory.answers import Answer
from .filters import EnterpriseFilters
from .models import Enterprise


def _ask(query) -> Asked:
    filters = EnterpriseFilters(query)
    return Asked(
        list_title(filters.chosen, _("Enterprises"), _("Enterprises: %(filters)s")),
        reverse("enterprises:list") + filters.question,
        filters.question.lstrip("?"),
        lambda keys: keys & set(Answer(filters).keys),
        tuple(filters.ignored),
    )


followable(
    FollowedList(
        key="enterprises",
        label=gettext_lazy("Enterprises"),
        model=Enterprise,
        ask=_ask,
        say=lambda enterprise: (enterprise.short_name, enterprise.activity),
        fetch=lambda keys: Enterprise.objects.filter(pk__in=keys),
    )
)
