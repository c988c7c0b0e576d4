"""Sent after an edition became live or ended, for the upkeep of caches and indexes only."""

from django.dispatch import Signal

#: Arguments: ``record``, ``language``. Sent inside the transaction: receivers use ``transaction.on_commit``.
edition_changed = Signal()
