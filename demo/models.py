"""What the demo has put into this database, so that it knows its own rows whatever staff made of them."""

from __future__ import annotations

from django.db import models


class LoadedRecord(models.Model):
    """A record of the demo content and the row that was made from it.

    A row whose address was changed is still known, and one that was deleted is not made again.
    """

    kind = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    row = models.CharField(max_length=40)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="record_loaded_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
