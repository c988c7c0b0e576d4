"""Carrying out what is due exactly once, whatever becomes of the process that does it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from .scheduling import CannotSchedule

log = logging.getLogger(__name__)

#: An attempt counts before it begins, so that one which kills the process counts too.
TRIES = 5


def once(
    model: type[models.Model],
    key: int,
    *,
    now: datetime,
    publish: Callable,
    fail: Callable,
    refusals: tuple[type[Exception], ...],
) -> bool:
    """Publish one entry, a schedule or a release, whose moment has come; False when it was not to be, or failed.

    The claim and the publication are one transaction: killed anywhere, it has happened wholly or not at all, and of
    two processes one finds it done. One of ``refusals`` closes the entry by ``fail(entry, reason)``; an unforeseen
    fault is logged and tried again, TRIES times in all.
    """
    due = model.objects.due(now).filter(pk=key)
    if not due.filter(attempts__lt=TRIES).update(attempts=F("attempts") + 1):
        if entry := due.first():
            reason = _("Several attempts have failed. Contact an administrator.")
            fail(entry, CannotSchedule(reason))
        return False
    try:
        with transaction.atomic():
            if not due.update(state=model.State.DONE, closed_at=now):
                return False
            publish(model.objects.get(pk=key), now)
    except refusals as reason:
        fail(model.objects.get(pk=key), reason)
        return False
    except Exception:  # noqa: BLE001
        # One that cannot be published must not keep the others from their moment.
        log.exception("%s %s could not be published", model._meta.object_name, key)
        return False
    return True
