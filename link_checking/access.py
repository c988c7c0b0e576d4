"""Who may see and change what concerns links: as much as of the records that they stand in."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from publishing.rights.permissions import can
from publishing.rights.scopes import visible_to

from .finding import holders
from .models import Link, Use


def sees_links(user) -> bool:
    return any(can(user, "view", model) for model in holders())


def tends_links(user) -> bool:
    """Whether a person may decide what becomes of a dead link: whoever changes what it stands in."""
    return any(can(user, "change", model) for model in holders())


def visible_uses(user, uses: QuerySet) -> QuerySet:
    """The uses in records that a person may see."""
    condition = Q(pk=None)
    for model in holders():
        if not can(user, "view", model):
            continue
        kind = ContentType.objects.get_for_model(model, for_concrete_model=True)
        of_kind = Q(content_type=kind)
        everything = model._default_manager.order_by()
        visible = visible_to(user, everything)
        if visible is not everything:
            of_kind &= Q(object_id__in=visible.annotate(key=Cast("pk", CharField())).values("key"))
        condition |= of_kind
    return uses.filter(condition)


def visible_links(user, links: QuerySet, *, public: bool = False) -> QuerySet:
    """The links that stand where a person may look; with ``public`` only those in what is public."""
    uses = Use.objects.filter(link=OuterRef("pk"), **({"is_public": True} if public else {}))
    return links.filter(Exists(visible_uses(user, uses)))


def may_tend(user, link: Link) -> bool:
    """Whether a person may change one of the records in which a link stands."""
    uses = visible_uses(user, link.uses.all()).select_related("content_type").prefetch_related("record")[:50]
    return any(use.record is not None and can(user, "change", use.record) for use in uses)
