"""The second shelf, for staff alone: the newest version of every edition that readers do not see as it stands.

That is what is not live, and what a draft changes. The work in hand is small beside what is published, so its words
stand in a column of their own and are looked through, on every database alike; no public question reads them.
"""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils.translation import override

from bilingual.languages import LANGUAGES, column
from publishing.drafts.merging import SHARED
from publishing.drafts.saving import open_draft
from publishing.drafts.working_copies import load
from publishing.models import Publishable, Revision
from publishing.rights.scopes import scope_key

from .documents import KINDS
from .expressions import All, Expression, Phrase
from .models import DraftEntry
from .words import initial_tokens, sound_tokens, tokens

#: Between names, headline and text, so that no phrase begins in one and ends in the next.
_GAP = "|"
_WRITTEN = ["kind", "section", "title", "other_name", "text", "words", "area", "is_draft", "changed_at"]


@transaction.atomic
def shelve(record: Publishable) -> None:
    """Put the editions of a record on the shelf that belong there, and take the others off."""
    content_type = ContentType.objects.get_for_model(record, for_concrete_model=True)
    draft = open_draft(record)
    version = load(record, draft.snapshot) if draft else record
    entries = [
        entry
        for language in LANGUAGES
        if _is_unseen(record, draft, language)
        and (entry := _entry(record, version, draft, content_type, language))
    ]
    shelf = DraftEntry.objects.filter(content_type=content_type, object_id=record.pk)
    shelf.exclude(language__in=[entry.language for entry in entries]).delete()
    # Two people may save at once: the later one overwrites.
    DraftEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["content_type", "object_id", "language"],
        update_fields=_WRITTEN,
    )


def unshelve(record: Publishable) -> None:
    content_type = ContentType.objects.get_for_model(record, for_concrete_model=True)
    DraftEntry.objects.filter(content_type=content_type, object_id=record.pk).delete()


def shelve_kind(model: type[Publishable]) -> int:
    """Write the shelf of one kind again; returns how many editions stand on it."""
    content_type = ContentType.objects.get_for_model(model)
    shelf = DraftEntry.objects.filter(content_type=content_type)
    shelf.delete()
    unseen = set()
    for language in LANGUAGES:
        title = column(KINDS[model].title, language)
        worded = model.objects.exclude(Q(**{title: ""}) | Q(**{f"{title}__isnull": True}))
        live = model.objects.live(language).values("pk")
        unseen |= set(worded.exclude(pk__in=live).values_list("pk", flat=True))
    # A draft is newer than the version it waits to replace; older ones are looked at for nothing.
    drafts = Revision.objects.filter(content_type=content_type, kind=Revision.Kind.DRAFT)
    drafted = {int(key) for key in drafts.values_list("object_id", flat=True).distinct()}
    for pk in sorted(drafted | unseen):
        if (record := model.objects.filter(pk=pk).first()) is not None:
            shelve(record)
    return shelf.count()


def _is_unseen(record: Publishable, draft: Revision | None, language: str) -> bool:
    return not record.is_live(language) or bool(draft and {language, SHARED} & set(draft.pending))


def _entry(record, version, draft, content_type, language: str) -> DraftEntry | None:
    kind = KINDS[type(record)]
    with override(language):
        document = kind.describe(version, language)
    if not document.title:
        return None
    names = (*document.names, *document.belongings)
    words = [_GAP]
    for text in (*names, document.title, document.text):
        words += [*tokens(text), _GAP]
    for name in names or (document.title,):
        words += [*sound_tokens(name), _GAP, *initial_tokens(name), _GAP]
    return DraftEntry(
        content_type=content_type,
        object_id=record.pk,
        language=language,
        kind=kind.key,
        section=document.section,
        title=document.title[:300],
        other_name=document.other_name[:300],
        text=document.text,
        words=f" {' '.join(words)} ",
        area=scope_key(record) or "",
        is_draft=draft is not None,
        changed_at=draft.created_at if draft else record.changed_at,
    )


def matching(expression: Expression) -> Q:
    """The condition that an entry of the shelf carries what is asked for."""
    if isinstance(expression, Phrase):
        return Q(words__contains=f" {' '.join(expression.tokens)}" + ("" if expression.is_open else " "))
    condition = Q()
    for part in expression.parts:
        condition = condition & matching(part) if isinstance(expression, All) else condition | matching(part)
    return condition
