"""Areas of work: which records a person may work on, and which they may not even see.

A model says with ``scope_field`` which of its relations is the area of a record, such as the column of an article.
Outside of their areas people see what is or was public, and nothing else; they change nothing there.
"""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from bilingual.languages import LANGUAGES, column

from ..models import Publishable, Scope

#: Where the areas of an account are kept for the length of a request.
KEPT = "_areas_of_work"


def areas_of(user) -> frozenset[str] | None:
    """Keys of the areas to which a person's work is limited; None when it is not. One query for each request."""
    if user.is_superuser:
        return None
    if not hasattr(user, KEPT):
        rows = Scope.objects.filter(Q(user=user) | Q(group__in=user.groups.all()))
        found = frozenset(key_of(kind, pk) for kind, pk in rows.values_list("content_type", "object_id"))
        setattr(user, KEPT, found or None)
    return getattr(user, KEPT)


def key_of(content_type_pk: int, pk) -> str:
    return f"{content_type_pk}:{pk}"


def scope_key(record: models.Model) -> str | None:
    """The key of the area of a record; None when its kind has no areas."""
    name = getattr(record, "scope_field", "")
    if not name:
        return None
    area = record._meta.get_field(name)
    kind = ContentType.objects.get_for_model(area.related_model, for_concrete_model=True)
    return key_of(kind.pk, getattr(record, area.attname))


def is_inside(user, record: models.Model) -> bool:
    """Whether a record is within the areas of a person, or of a kind that has none."""
    areas = areas_of(user)
    if areas is None:
        return True
    key = scope_key(record)
    return key is None or key in areas


def may_see(user, record: models.Model) -> bool:
    return is_inside(user, record) or (isinstance(record, Publishable) and record.was_ever_public)


def visible_to(user, queryset: models.QuerySet) -> models.QuerySet:
    """The rows of a queryset that ``may_see`` lets this person see."""
    inside = _inside(user, queryset.model)
    if inside is None:
        return queryset
    public = Q()
    for language in LANGUAGES:
        public |= Q(**{f"{column('live_from', language)}__isnull": False})
    return queryset.filter(inside | public)


def inside_only(user, queryset: models.QuerySet) -> models.QuerySet:
    """The rows of a queryset on which this person may work."""
    inside = _inside(user, queryset.model)
    return queryset if inside is None else queryset.filter(inside)


def areas_to_choose(user, model: type[models.Model]) -> list[str] | None:
    """Keys of the rows that may be chosen as the area of a record; None when any may."""
    areas = areas_of(user)
    if areas is None or not getattr(model, "scope_field", ""):
        return None
    target = model._meta.get_field(model.scope_field).related_model
    kind = ContentType.objects.get_for_model(target, for_concrete_model=True)
    return [key.partition(":")[2] for key in areas if key.partition(":")[0] == str(kind.pk)]


def _inside(user, model: type[models.Model]) -> Q | None:
    keys = areas_to_choose(user, model)
    return None if keys is None else Q(**{f"{model.scope_field}__in": keys})
