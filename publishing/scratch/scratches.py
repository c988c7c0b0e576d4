"""Keeping what was typed but not saved. Each opened form has a key of its own, so that two windows never mix."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils import timezone

from ..chores import daily
from ..models import Scratch

#: For how long a text waits for whoever typed it.
KEPT_FOR = timedelta(days=30)

Pairs = list[list[str]]


class BadScratch(ValueError):
    """What was sent is no list of [name, value], or its key is another person's."""


def key_of(text: str | None) -> uuid.UUID | None:
    """The key of a form, None for whatever is none."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None


def keep(user, model: type[models.Model], object_id: str, form: str, sent: str) -> Scratch:
    """Keep the fields of a form, in the place of what was kept of it before. Raises BadScratch."""
    key, pairs = key_of(form), _pairs(sent)
    if key is None or not _is_key(model, object_id):
        raise BadScratch("no key")
    if Scratch.objects.filter(pk=key).exclude(user=user).exists():
        raise BadScratch("another person's key")
    fields = {
        "user": user,
        "content_type": ContentType.objects.get_for_model(model),
        "object_id": object_id,
        "fields": pairs,
        "kept_at": timezone.now(),
    }
    return Scratch.objects.update_or_create(pk=key, defaults=fields)[0]


def _is_key(model: type[models.Model], object_id: str) -> bool:
    """Whether this can be the key of a record, or is that of none yet. The record itself may be gone by now."""
    try:
        return object_id == "" or model._meta.pk.to_python(object_id) is not None
    except ValidationError:
        return False


def _pairs(sent: str) -> Pairs:
    try:
        pairs = json.loads(sent)
    except ValueError as error:
        raise BadScratch("no JSON") from error
    is_right = isinstance(pairs, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)
        for pair in pairs
    )
    if not is_right:
        raise BadScratch("no list of pairs")
    return pairs


def kept_of(user, form: str | None) -> Scratch | None:
    """What a person's form kept, None when there is nothing (any more)."""
    key = key_of(form)
    return Scratch.objects.filter(pk=key, user=user).first() if key else None


def waiting(user, model: type[models.Model], object_id: str, *, besides: str = "") -> list[Scratch]:
    """What a person typed into other forms of this record and never saved, newest first."""
    found = Scratch.objects.filter(
        user=user, content_type=ContentType.objects.get_for_model(model), object_id=object_id
    )
    return list(found.exclude(pk=key_of(besides)).defer("fields"))


def forget(user, form: str | None) -> None:
    """Nothing of this form is unsaved any more, or its person does not want it."""
    if key := key_of(form):
        Scratch.objects.filter(pk=key, user=user).delete()


def as_sent(scratch: Scratch) -> QueryDict:
    """The fields as a request would bring them."""
    data = QueryDict(mutable=True)
    for name, value in scratch.fields:
        data.appendlist(name, value)
    return data


@daily
def forget_old() -> int:
    """Drop what nobody came back for; how many texts."""
    dropped, _ = Scratch.objects.filter(kept_at__lt=timezone.now() - KEPT_FOR).delete()
    return dropped
