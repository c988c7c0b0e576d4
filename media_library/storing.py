"""Writing to where the uploads live, which may be full, gone or far away.

Object stores raise exceptions of their own libraries, which have no ancestor in common but ``Exception``.
"""

from __future__ import annotations

import logging

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

log = logging.getLogger(__name__)


def put_in_place(stored: FieldFile) -> None:
    """Write a file that waits to be saved with its row now, while a store without room can still be answered.

    Does nothing for a file that is stored already. Raises ValidationError, in words for a person, when it could not be
    written; nothing of it stays then.
    """
    if not stored or stored._committed:
        return
    name = stored.field.generate_filename(stored.instance, stored.name)
    try:
        stored.name = stored.storage.save(name, stored.file, max_length=stored.field.max_length)
    except Exception as fault:
        log.exception("A file could not be stored")
        discard(name)
        raise ValidationError(
            _(
                "The file could not be saved: there is no space left, or the storage service is not "
                "responding. Try again later."
            ),
            code="not_stored",
        ) from fault
    stored._committed = True


def write(name: str, data: bytes) -> None:
    """Store bytes under exactly this name, or leave nothing there: half a file would be taken for a whole one."""
    try:
        default_storage.save(name, ContentFile(data))
    except Exception:
        discard(name)
        raise


def discard(name: str) -> None:
    """Delete a file if it is there. That this fails too is noted, and hides no earlier fault."""
    try:
        default_storage.delete(name)
    except Exception:
        log.exception("A file could not be taken away again: %s", name)


def clear_folder(folder: str) -> int:
    """Delete every file of a folder; how many they were. A folder that is not there has none."""
    try:
        names = default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return 0
    for name in names:
        default_storage.delete(f"{folder}/{name}")
    return len(names)
