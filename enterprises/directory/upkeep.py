"""Whatever changes an enterprise or a part of it is noted in the log of the directory.

Rows hold what is public, or what never was; a draft is a revision and changes no row, so that none can get here.
"""

from __future__ import annotations

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from publishing.signals import edition_changed

from ..models import Award, ChainPlace, Enterprise, EnterpriseName, Facility, Listing
from .following import note

PARTS = (Award, ChainPlace, EnterpriseName, Facility, Listing)


@receiver([post_save, post_delete], sender=Enterprise, dispatch_uid="directory.enterprise")
def follow_enterprise(instance: Enterprise, **_details) -> None:
    note(instance.pk)


@receiver(edition_changed, sender=Enterprise, dispatch_uid="directory.edition")
def follow_edition(record: Enterprise, **_details) -> None:
    note(record.pk)


def follow_part(instance, **_details) -> None:
    note(instance.enterprise_id)


for part in PARTS:
    for happening in (post_save, post_delete):
        happening.connect(follow_part, sender=part, dispatch_uid=f"directory.{part.__name__}")


@receiver(m2m_changed, sender=Enterprise.industries.through, dispatch_uid="directory.industries")
def follow_industries(instance, action: str, reverse: bool, pk_set, **_details) -> None:
    if not action.startswith("post_"):
        return
    if not reverse:
        note(instance.pk)
    else:
        note(*(pk_set or [None]))
