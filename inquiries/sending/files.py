"""Files that visitors send: held while a form is filled in, attached when it is sent, removed with its message."""

from __future__ import annotations

import hashlib
import uuid
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Attachment, Inquiry
from . import tickets
from .accepting import accept, clean_name

MOST = 3
#: What all forms that are being filled in may hold together. Nobody's forms fill the disk.
MOST_HELD = 300
MOST_HELD_BYTES = 400 * 1024 * 1024


def held(submission: uuid.UUID) -> list[Attachment]:
    return list(Attachment.objects.filter(submission=submission, inquiry=None))


def hold(submission: uuid.UUID, upload) -> Attachment:
    """Check a file and hold it for a form. Raises ValidationError, in words for its sender."""
    kind, data = accept(upload)
    checksum = hashlib.sha256(data).hexdigest()
    same = Attachment.objects.filter(submission=submission, checksum=checksum).first()
    if same:
        return same
    if Attachment.objects.filter(submission=submission).count() >= MOST:
        raise ValidationError(_("You can send up to three files with a message."), code="too_many")
    everyone = Attachment.objects.filter(inquiry=None)
    if (
        everyone.count() >= MOST_HELD
        or (everyone.aggregate(Sum("size"))["size__sum"] or 0) >= MOST_HELD_BYTES
    ):
        raise ValidationError(
            _(
                "No more files can be accepted at the moment. Send the message without them: they can "
                "follow by e-mail."
            ),
            code="full",
        )
    attachment = Attachment(
        submission=submission,
        name=clean_name(upload.name, kind),
        kind=kind,
        size=len(data),
        checksum=checksum,
    )
    attachment.file.save("", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            attachment.save()
    except BaseException:
        attachment.file.delete(save=False)
        raise
    return attachment


def drop(submission: uuid.UUID, keys: list[str]) -> None:
    """Take files out of a form again."""
    for attachment in held(submission):
        if str(attachment.pk) in keys:
            _remove(attachment)


def attach(inquiry: Inquiry) -> None:
    """The files that were held for its form are the message's from now on."""
    Attachment.objects.filter(submission=inquiry.submission, inquiry=None).update(inquiry=inquiry)


def remove_of(inquiry: Inquiry) -> None:
    """Delete the files of a message: the rows now, the bytes when that is certain."""
    for attachment in inquiry.attachments.all():
        _remove(attachment)


def remove_left() -> int:
    """Delete what was held for forms that nobody sent and that are too old to be sent; how many files."""
    before = timezone.now() - timedelta(seconds=tickets.LONGEST)
    left = list(Attachment.objects.filter(inquiry=None, held_at__lt=before))
    for attachment in left:
        _remove(attachment)
    return len(left)


def _remove(attachment: Attachment) -> None:
    storage, name = attachment.file.storage, attachment.file.name
    attachment.delete()
    transaction.on_commit(lambda: storage.delete(name))
