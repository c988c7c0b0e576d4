"""The directory, as it is filtered, by mail."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from subscriptions.lists import Asked, FollowedList, followable

from .directory.answers import Answer
from .filters import EnterpriseFilters
from .models import Enterprise


def _ask(query) -> Asked:
    filters = EnterpriseFilters(query)
    labels = [filters.label(pair) for pair in filters.pairs]
    title = (
        _("Enterprises: %(filters)s") % {"filters": _(", ").join(map(str, labels))}
        if labels
        else _("Enterprises")
    )
    return Asked(
        title,
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
