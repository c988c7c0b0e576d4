"""Once a day: what ended is forgotten, links on this site are looked at again, and other sites are asked."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils import timezone

from bilingual.languages import LANGUAGES, column
from publishing.chores import daily
from publishing.models import Publishable

from . import inside
from .finding import holders
from .models import Link, Use
from .tasks import order_check


@daily
def look_at_links() -> int:
    """How many links were forgotten because nothing uses them any more."""
    _end_uses()
    forgotten, _by_model = Link.objects.unused().delete()
    inside.judge_all()
    order_check()
    return forgotten


def _end_uses() -> None:
    """An edition that ended at a moment sends no sign when the moment comes."""
    now = timezone.now()
    for model in holders():
        if not issubclass(model, Publishable):
            continue
        kind = ContentType.objects.get_for_model(model, for_concrete_model=True)
        ended = {language: Q(**{f"{column('live_until', language)}__lte": now}) for language in LANGUAGES}
        never = [Q(**{f"{column('live_from', language)}__isnull": True}) for language in LANGUAGES]
        everywhere = Q()
        for language, has_never_begun in zip(LANGUAGES, never, strict=True):
            everywhere &= ended[language] | has_never_begun
        for language, condition in {**ended, "": everywhere}.items():
            rows = model._base_manager.filter(condition).order_by().annotate(key=Cast("pk", CharField()))
            Use.objects.filter(
                content_type=kind, language=language, is_public=True, object_id__in=rows.values("key")
            ).update(is_public=False)
    Use.objects.filter(is_public=False, is_newest=False).delete()
