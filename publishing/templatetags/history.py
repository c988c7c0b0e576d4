"""The history of a record in the language of its reader."""

from __future__ import annotations

import json

from django import template
from django.contrib.admin.models import LogEntry
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext, override

register = template.Library()


@register.filter
def change_said(entry: LogEntry) -> str:
    """What was done. Django keeps the labels of changed fields in English; here they follow the reader."""
    if not entry.change_message.startswith("["):
        return gettext(entry.change_message)
    deeds = json.loads(entry.change_message)
    labels = _labels(entry.content_type.model_class()) if entry.content_type_id else {}
    for deed in deeds:
        for details in deed.values():
            if "fields" in details:
                details["fields"] = [str(labels.get(name, name)) for name in details["fields"]]
    return LogEntry(change_message=json.dumps(deeds)).get_change_message()


def _labels(model: type[models.Model] | None) -> dict[str, object]:
    """English label → label, of the fields of a model and of the rows inside it."""
    if model is None:
        return {}
    inside = [relation.related_model for relation in model._meta.related_objects if relation.one_to_many]
    fields = [field for one in (*inside, model) for field in (*one._meta.fields, *one._meta.many_to_many)]
    with override("en"):
        return {str(capfirst(field.verbose_name)): capfirst(field.verbose_name) for field in fields}
