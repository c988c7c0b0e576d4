"""What the two languages owe each other: what is public in one only, and translations that fell behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlencode

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from articles.models import Article, Column
from publishing.rights.scopes import areas_of, key_of
from translation_desk.models import TranslationTask

from .counting import Counted

ONLY_ENGLISH = {"english": "live", "chinese": "not"}
ONLY_CHINESE = {"english": "not", "chinese": "live"}


@dataclass
class Debt:
    """One column of the news, or one kind of other records. ``oldest`` is the day since which something is owed."""

    name: str
    owner: str = ""
    english_only: int = 0
    chinese_only: int = 0
    outdated: int = 0
    oldest: date | None = None
    urls: dict[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.english_only + self.chinese_only + self.outdated

    @property
    def days(self) -> int | None:
        return (timezone.localdate() - self.oldest).days if self.oldest else None

    def owed_since(self, moment: datetime | None) -> None:
        if moment is not None:
            day = timezone.localdate(moment)
            self.oldest = min(self.oldest or day, day)


def debts(user, counted: list[Counted], columns: list[Column]) -> list[Debt]:
    """The columns and kinds that owe something, the oldest debt first; one query beside what was counted already."""
    by_key = {column.pk: column for column in columns}
    found: dict[tuple[str, int], Debt] = {}
    for row in counted:
        if row.english_only or row.chinese_only:
            debt = found.setdefault((row.label, row.area), _debt(row.label, row.area, by_key))
            debt.english_only += row.english_only
            debt.chinese_only += row.chinese_only
            debt.owed_since(row.oldest_english)
            debt.owed_since(row.oldest_chinese)
    for label, area, number, oldest in _outdated(user, {row.label for row in counted}, by_key):
        debt = found.setdefault((label, area), _debt(label, area, by_key))
        debt.outdated += number
        debt.owed_since(oldest)
    return sorted(found.values(), key=lambda debt: (debt.oldest or date.max, -debt.total))


def _debt(label: str, area: int, columns: dict[int, Column]) -> Debt:
    options = apps.get_model(label)._meta
    column = columns.get(area)
    base = {"column__id__exact": area} if column else {}
    queue = reverse("admin:translation_desk_translationtask_changelist")
    listed = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return Debt(
        str(column) if column else capfirst(options.verbose_name_plural),
        column.owner.get_username() if column and column.owner else "",
        urls={
            "english_only": f"{listed}?{urlencode(base | ONLY_ENGLISH)}",
            "chinese_only": f"{listed}?{urlencode(base | ONLY_CHINESE)}",
            "outdated": f"{queue}?{urlencode({'kind': label, 'work': 'outdated'})}",
        },
    )


def _outdated(user, labels: set[str], columns: dict[int, Column]):
    """(label, area, number, oldest) of the open translations that fell behind, of the kinds that were counted."""
    areas = {key_of(ContentType.objects.get_for_model(Column).pk, pk): pk for pk in columns}
    rows = TranslationTask.objects.filter(is_open=True, outdated__gt=0).order_by()
    if (own := areas_of(user)) is not None:
        rows = rows.filter(Q(area="") | Q(area__in=own))
    rows = rows.values_list("content_type", "area").annotate(Count("pk"), Min("opened_at"))
    for kind, area, number, oldest in rows:
        model = ContentType.objects.get_for_id(kind).model_class()
        label = model._meta.label_lower if model else ""
        if label in labels and (model is not Article or area in areas):
            yield label, areas.get(area, 0), number, oldest
