"""Which records a text names: by any of their names, in either language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone

from bilingual.languages import active_language
from search_index.folding import folded
from search_index.models import Name

from .wordings import wordings

#: So many keys are asked for in one query: fewer than a database takes as parameters.
AT_ONCE = 8000


@dataclass(frozen=True)
class Named:
    """A record that a text names. ``wording`` is how the text says it."""

    model: type[models.Model]
    pk: int
    title: str
    address: str
    wording: str


@dataclass(frozen=True)
class _Bearer:
    """A record that bears a name. ``joints`` are the marks inside the name."""

    model: type[models.Model]
    pk: int
    title: str
    address: str
    joints: str


#: For each key that is a name, who bears it.
Bearers = dict[str, list[_Bearer]]


def bearers_in(texts: Iterable[str], kinds: Iterable[type[models.Model]]) -> Bearers:
    """Who bears the names that any of these texts may say: to be asked once for many records."""
    return _bearers({wording.key for text in texts for wording in wordings(text)}, kinds)


def named_in(
    texts: Iterable[str], kinds: Iterable[type[models.Model]], known: Bearers | None = None
) -> list[Named]:
    """The public records of these kinds that the texts name, in the order in which they do.

    Where names lie in each other, the longest counts. Where several records share a name, each is meant. One query for
    some thousand words, none when it is ``known`` who bears the names.
    """
    read = [(text, list(wordings(text))) for text in texts]
    bearers = known
    if bearers is None:
        bearers = _bearers({wording.key for _text, found in read for wording in found}, kinds)
    named: dict[tuple[type, int], Named] = {}
    for text, found in read:
        end = 0
        for wording in found:
            said = text[wording.start : wording.end]
            meant = [one for one in bearers.get(wording.key, ()) if one.joints == _joints(said)]
            if wording.start < end or not meant:
                continue
            end = wording.end
            for one in meant:
                named.setdefault((one.model, one.pk), Named(one.model, one.pk, one.title, one.address, said))
    return list(named.values())


def _joints(name: str) -> str:
    """“Changan, Ford” are two companies, “Changan Ford” is one."""
    return "".join(mark for mark in folded(name) if mark in ",:()")


def _bearers(keys: set[str], kinds: Iterable[type[models.Model]]) -> Bearers:
    """For each key that is a name, who bears it, called as in the reader's language where they are public in it."""
    types = {kind.pk: model for model, kind in ContentType.objects.get_for_models(*kinds).items()}
    found: dict[str, dict[tuple, _Bearer]] = {}
    standing = Q(entry__live_until=None) | Q(entry__live_until__gt=timezone.now())
    names = Name.objects.filter(standing, is_its_own=True, entry__content_type__in=types)
    asked = sorted(keys)
    for begin in range(0, len(asked), AT_ONCE):
        rows = names.filter(key__in=asked[begin : begin + AT_ONCE]).values_list(
            "key",
            "text",
            "entry__content_type",
            "entry__object_id",
            "entry__language",
            "entry__title",
            "entry__address",
        )
        for key, text, kind, pk, language, title, address in rows:
            joints = _joints(text)
            known = found.setdefault(key, {})
            if (kind, pk, joints) not in known or language == active_language():
                known[kind, pk, joints] = _Bearer(types[kind], pk, title, address, joints)
    return {key: list(known.values()) for key, known in found.items()}
