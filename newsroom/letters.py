"""Letters to the people who are responsible for a column, once most of its limit has passed."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import override

from articles.models import Article
from bilingual.addresses import absolute
from bilingual.languages import LANGUAGES
from publishing.chores import daily
from publishing.mailing import write_to
from publishing.models import MailReceipt
from publishing.rights.permissions import can

from .freshness import ColumnHealth, stand_of_columns
from .models import HealthRules


@daily
def warn_owners() -> int:
    """Order the letters about columns that near their limit, each once for a lapse; how many.

    A lapse begins with the newest article of the column, so that a new one ends it, whoever wrote it.
    """
    late = [health for health in stand_of_columns(HealthRules.current()) if health.is_warned]
    letters = {_key(health, person): (health, person) for health in late for person in _people(health)}
    sent = set(MailReceipt.objects.filter(key__in=letters).values_list("key", flat=True))
    for key, (health, person) in letters.items():
        if key not in sent:
            _order(key, health, person)
    return len(letters.keys() - sent)


def _key(health: ColumnHealth, person) -> str:
    return f"column-{health.column.pk}-{health.latest.isoformat()}-{person.pk}"


def _people(health: ColumnHealth) -> list:
    """The responsible person of a column, else the members of its group: those of them who may write there."""
    column = health.column
    if column.owner is not None:
        people = [column.owner]
    elif column.owner_group_id is not None:
        people = list(get_user_model().objects.filter(groups=column.owner_group_id, is_active=True))
    else:
        people = []
    return [person for person in people if can(person, "view", Article)]


def _order(key: str, health: ColumnHealth, person) -> None:
    name = {}
    for language in LANGUAGES:
        with override(language):
            name[language] = str(health.column)
    context = {
        "name": name,
        "latest": health.latest.isoformat(),
        "left": health.days_left,
        "late": max(0, -health.days_left),
        "limit": health.column.freshness_days,
        "url": absolute(health.write_url or reverse("admin:index")),
    }
    write_to(person, "column_stale", key=key, context=context)
