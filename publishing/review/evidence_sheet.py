"""The sheet of evidence, for print: which version, who signed it, where it comes from, whose pictures it shows."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import models
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.languages import HTML_LANG, LANGUAGES, SIGNS, column
from evidence.models import Source
from media_library.models import Image

from ..columns import chosen_relations, part_relations
from ..desk import page_of
from ..drafts.drafters import authors_of, begins_after
from ..drafts.saving import head_of
from ..drafts.working_copies import load
from ..history.blocks import images_in
from ..history.edition_words import words_of
from ..history.views import page_context
from ..models import Signature
from ..publication.states import edition_state
from ..rights.draft_access import draft_page
from ..snapshots import take
from .reviewing import stand_of


def cited(copy: models.Model, kind: type[models.Model]) -> list[models.Model]:
    """Records of a kind that a record, or one of its parts, points at, each once in the order of the form."""
    found: dict = {}
    parts = [part for name in part_relations(type(copy)) for part in getattr(copy, name).all()]
    for record in (copy, *parts):
        for field in record._meta.concrete_fields:
            if field.is_relation and field.related_model is kind and getattr(record, field.attname):
                found.setdefault(getattr(record, field.attname), getattr(record, field.name))
        for field in chosen_relations(type(record)):
            if field.related_model is kind:
                found.update({row.pk: row for row in getattr(record, field.name).all()})
    return list(found.values())


def pictures_of(copy: models.Model) -> list[Image]:
    """The pictures of a record: chosen ones first, then those that stand in its texts."""
    chosen = cited(copy, Image)
    parts = [part for name in part_relations(type(copy)) for part in getattr(copy, name).all()]
    texts = (
        value
        for record in (copy, *parts)
        for value in record.__dict__.values()
        if isinstance(value, str) and "data-file" in value
    )
    keys = {int(key) for text in texts for key in images_in(text) if key.isdigit()}
    inside = Image.objects.in_bulk(keys - {image.pk for image in chosen})
    return chosen + [inside[key] for key in sorted(inside)]


@draft_page("evidence", "evidence/")
@require_safe
def evidence_page(request, model_admin, record):
    head = head_of(record)
    copy = load(record, head.snapshot if head else take(record))
    stand = stand_of(record)
    authors = authors_of(record, begins_after(record, head)) if head else set()
    options = record._meta
    context = {
        **page_context(request, model_admin, record, _("Evidence sheet")),
        "kind": capfirst(options.verbose_name),
        "editions": [
            {
                "sign": SIGNS[code],
                "html_lang": HTML_LANG[code],
                "state": edition_state(record, code),
                "live_from": getattr(record, column("live_from", code)),
                "live_until": getattr(record, column("live_until", code)),
            }
            for code in LANGUAGES
        ],
        "head": head,
        "authors": _names(authors),
        "stand": stand,
        "signatures": Signature.objects.of(record).select_related("link"),
        "sources": cited(copy, Source),
        "pictures": pictures_of(copy),
        "words": [
            words for words in words_of(copy) if words.name == model_admin.name_field and not words.part
        ],
        "printed_at": timezone.now(),
        "review_url": page_of(record, "review"),
    }
    return TemplateResponse(request, "admin/publishing/review/evidence.html", context)


def _names(keys: set[int]) -> list[str]:
    people = get_user_model().objects.filter(pk__in=keys).order_by("username")
    return [person.get_full_name() or person.get_username() for person in people]
