"""Pictures that are in the library more than once: the same bytes, or the same motif."""

from __future__ import annotations

from collections import defaultdict

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..models import Image
from ..pages.frames import framed
from ..renditions import candidates
from ..usage import unused
from .likeness import NEAR, difference, groups_of

#: Groups on one page.
PAGE = 20


def alike_to(image: Image) -> Image | None:
    """The picture of the library that looks most like this one, if one does."""
    if not image.likeness:
        return None
    others = Image.objects.exclude(likeness="").exclude(pk=image.pk).order_by()
    near = [
        (distance, key)
        for key, value in others.values_list("pk", "likeness").iterator()
        if (distance := difference(value, image.likeness)) <= NEAR
    ]
    return Image.objects.filter(pk=min(near)[1]).first() if near else None


def twins() -> list[list[int]]:
    """Keys of pictures that are the same or look alike, in groups; the groups and their pictures newest first."""
    rows = list(Image.objects.order_by("-created_at", "-pk").values_list("pk", "likeness", "checksum"))
    alike = groups_of((key, value) for key, value, _checksum in rows)
    grouped = {key for group in alike for key in group}
    by_bytes = defaultdict(list)
    for key, _value, checksum in rows:
        if checksum and key not in grouped:
            by_bytes[checksum].append(key)
    order = {key: place for place, (key, _value, _checksum) in enumerate(rows)}
    same = [group for group in by_bytes.values() if len(group) > 1]
    return sorted((sorted(group, key=order.get) for group in alike + same), key=lambda group: order[group[0]])


@require_safe
def page(request, model_admin):
    """The groups, side by side, so that a person can tell which picture to keep."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    groups = Paginator(twins(), PAGE).get_page(request.GET.get("page"))
    keys = [key for group in groups for key in group]
    pictures = Image.objects.select_related("uploaded_by").in_bulk(keys)
    spare = set(unused(Image.objects.filter(pk__in=keys)).values_list("pk", flat=True))
    return framed(
        request,
        model_admin,
        "duplicates",
        _("Duplicates"),
        page=groups,
        groups=[
            [
                (pictures[key], candidates(pictures[key], "card").src, key in spare)
                for key in group
                if key in pictures
            ]
            for group in groups
        ],
        may_delete=model_admin.has_delete_permission(request),
    )
