"""The shelf of this process, kept in step with the database by its log of changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from django.utils import timezone

from publishing.chores import daily

from ..models import DirectoryChange
from .entries import entries
from .shelf import Shelf

#: A transaction may be written down before another one and end after it. Rows as young as this are looked at each time,
#: so that none is overtaken; the longest transaction waits twenty seconds for a lock, and a release takes a few.
OVERLAP = timedelta(minutes=2)
#: More changes than these at once, and reading everything anew is quicker. Also bounds what a request reads.
MOST_CHANGES = 500
#: After so long everything is read anew, whatever the log says.
LONGEST = timedelta(hours=1)
#: Changes are of use for minutes; kept for who looks into a fault.
KEPT = timedelta(days=1)


@dataclass
class _Reader:
    shelf: Shelf | None = None
    filled_at: datetime | None = None
    seen: set[int] = field(default_factory=set)


_reader = _Reader()
_lock = Lock()


def current() -> Shelf:
    """The directory as the database holds it now. One small query; two more where something changed."""
    with _lock:
        now = timezone.now()
        log = DirectoryChange.objects.filter(made_at__gt=now - OVERLAP).order_by("-pk")
        recent = list(log.values_list("pk", "enterprise_key")[:MOST_CHANGES])
        fresh = [row for row in recent if row[0] not in _reader.seen]
        is_due = _reader.shelf is None or now - _reader.filled_at > LONGEST
        if is_due or len(fresh) == MOST_CHANGES or any(key is None for _pk, key in fresh):
            _reader.shelf, _reader.filled_at = Shelf(entries()), now
        elif fresh:
            keys = {key for _pk, key in fresh}
            _reader.shelf = _reader.shelf.changed(keys, entries(keys))
        _reader.seen = {pk for pk, _key in recent}
        return _reader.shelf


def forget() -> None:
    """Have everything read anew in this process, for instance after a restored database."""
    with _lock:
        _reader.shelf, _reader.seen = None, set()


def note(*keys: int | None) -> None:
    """Say that enterprises changed, within the transaction that changes them; None stands for all of them."""
    DirectoryChange.objects.bulk_create(DirectoryChange(enterprise_key=key) for key in keys)


@daily
def forget_old_changes() -> int:
    return DirectoryChange.objects.filter(made_at__lt=timezone.now() - KEPT).delete()[0]
