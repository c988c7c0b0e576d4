"""What the directory kept in memory still has to hear of."""

from __future__ import annotations

from django.db import models


class DirectoryChange(models.Model):
    """A record of the directory that changed; without a key, all of them did.

    Written in the transaction of the change itself, so that neither is ever there without the other. Each process
    reads what is new to it (``enterprises.directory.following``); a daily chore removes what everybody has read.
    """

    enterprise_key = models.BigIntegerField(null=True)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        default_permissions = ()
