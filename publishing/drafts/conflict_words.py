"""How a form tells that two people changed the same place: both versions, as people read them."""

from __future__ import annotations

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from bilingual.checking.texts import Text
from bilingual.languages import LANGUAGES

from ..columns import content_columns, part_relations
from ..history.sayings import holds_prose, say
from .merging import CHANGED, DELETED

#: So many characters of each version are shown; the whole of the other one stands in the history.
MOST_SHOWN = 800


def conflict_sentence(model: type[models.Model], path: list[str], mine, theirs) -> str:
    """A sentence in the active language about one conflict of a record of ``model``.

    ``path``, ``mine`` and ``theirs`` are those of ``merging.Conflict``, as a revision keeps them.
    """
    if len(path) == 3:
        return _about_a_row(mine, theirs)
    if path[0] == "c":
        model = part_relations(model)[path[1]].related_model
    column = content_columns(model)[path[-1]]
    if holds_prose(column.field):
        theirs, mine = _parted(theirs or "", mine or "", column.language)
        if theirs == mine:
            return _(
                "Someone else has changed emphasis, links or pictures in this text in the meantime, and "
                "so have you. Save again to keep your version; the other one stays in the history."
            )
    else:
        theirs, mine = (_said(column.field, value) for value in (theirs, mine))
        if theirs == mine:
            return _("Two rows say “%(theirs)s” here. Change one of them or remove it.") % {"theirs": theirs}
    if not theirs:
        return _(
            "Someone else has cleared this field in the meantime. You wrote: “%(mine)s”. Save again to "
            "keep your text."
        ) % {"mine": mine}
    if not mine:
        return _(
            "Someone else has written here in the meantime: “%(theirs)s”. You cleared the field. Save "
            "again to keep it empty."
        ) % {"theirs": theirs}
    return _(
        "Someone else has written here in the meantime: “%(theirs)s”. You wrote: “%(mine)s”. Save "
        "again to keep your text."
    ) % {"theirs": theirs, "mine": mine}


def _about_a_row(mine: str, theirs: str) -> str:
    if theirs == DELETED:
        return _("Someone else removed this row while you were changing it. Save again to keep it.")
    if mine == DELETED:
        return _(
            "Someone else changed this row while you were removing it, so it is shown here again. If "
            "you still want to remove it, do so again."
        )
    assert mine == theirs == CHANGED
    return _("Someone else has changed this row in the meantime.")


def _parted(theirs: str, mine: str, language: str | None) -> tuple[str, str]:
    """What is read in each of two rich texts, without the paragraphs that both have."""
    sides = [
        [line.strip() for line in Text(text, language or LANGUAGES[0]).visible.splitlines() if line.strip()]
        for text in (theirs, mine)
    ]
    common = set(sides[0]) & set(sides[1])
    other, own = ("\n".join(line for line in side if line not in common) for side in sides)
    return _shown(other), _shown(own)


def _said(field: models.Field, stored) -> str:
    """A stored value by name: of what it points at, of a choice, or itself."""
    holder = field.model()
    if field.is_relation:
        target = field.related_model._base_manager.filter(pk=stored).first() if stored else None
        if target is not None:
            field.set_cached_value(holder, target)
    else:
        setattr(holder, field.attname, field.to_python(stored))
    return _shown(say(field, holder, stored).text)


def _shown(text: str) -> str:
    return Truncator(text).chars(MOST_SHOWN)
