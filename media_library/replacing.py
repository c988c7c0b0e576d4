"""Another file in the place of a picture's: the same record, so that every use follows."""

from __future__ import annotations

from datetime import timedelta
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .incoming.uploads import checksum, duplicate_of, order_renditions, receive
from .models import Image
from .storing import clear_folder, put_in_place

#: How long the files of the old picture stay: pages that were made before still show their addresses.
GRACE = timedelta(days=1)
COLUMNS = ["file", "width", "height", "checksum", "size", "likeness", "renditions"]


def replace(image: Image, upload: BinaryIO) -> None:
    """Put an upload in the place of a picture's file, and have its renditions made anew.

    Words, credit and key stay; the addresses change, so that no cache shows the old picture under them. The focal point
    stays too: a retouched picture has its motif where it was. The old file stays until the change is certain, and then
    for GRACE. Raises ValidationError when the upload is not acceptable, is the same picture, is another one that the
    library has already (``code="duplicate"``), or cannot be stored; nothing has changed then.
    """
    if checksum(upload) == image.checksum:
        raise ValidationError(_("This is the same file as before."), code="same")
    duplicate = duplicate_of(upload)
    if duplicate:
        raise ValidationError(_("This picture is already in the library:"), code="duplicate")
    fresh = Image(pk=image.pk)
    receive(fresh, upload)
    put_in_place(fresh.file)
    try:
        _exchange(fresh)
    except BaseException:
        clear_folder(fresh.file.name.rpartition("/")[0])
        raise
    for name in COLUMNS:
        setattr(image, name, getattr(fresh, name))


def _exchange(fresh: Image) -> None:
    """Write the columns of the new file in one transaction, and see to the old one and to the copies after it."""
    with transaction.atomic():
        old = Image.objects.select_for_update().values_list("file", flat=True).get(pk=fresh.pk)
        fresh.save(update_fields=COLUMNS)
        forget(old)
        order_renditions(fresh)


def forget(old: str) -> None:
    """Have the folder of a file that no row names any more cleared after GRACE, once the change is certain."""
    from .tasks import clear_replaced

    folder = old.rpartition("/")[0]
    if folder:
        later = clear_replaced.using(run_after=timezone.now() + GRACE)
        transaction.on_commit(lambda: later.enqueue(folder))
