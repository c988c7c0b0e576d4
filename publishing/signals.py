"""For the upkeep of caches, indexes and lists of work only: never for the steps of a deed."""

from django.dispatch import Signal

#: After an edition became live or ended, after the moment at which it will was set, and by the clock when that moment
#: passes. Arguments: ``record``, ``language``. Sent inside the transaction: receivers use ``transaction.on_commit``.
#: It may come once too often, never too seldom.
edition_changed = Signal()
#: After a revision was added to a history. Arguments: ``record``, ``revision``, ``typed`` (the snapshot as its author
#: left it, before it was merged with what others saved meanwhile) and ``seen`` (the revision that the author had before
#: them; None of a first one). Sent inside the transaction that wrote it.
revision_written = Signal()
