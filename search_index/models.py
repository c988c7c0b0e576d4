"""One row for each edition that can be found. The words themselves lie in tables of the database's own search."""

from __future__ import annotations

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH

#: Room for editions of one second.
PLACES_A_SECOND = 1 << 20


def first_key(moment: datetime) -> int:
    """The smallest key of an edition of this moment. Keys grow with time, so newest first is the order of the keys,
    and a span of days is a span of keys."""
    return int(moment.timestamp()) * PLACES_A_SECOND


class Entry(models.Model):
    """What a page of results shows of an edition, and whether it may be shown now."""

    class Language(models.TextChoices):
        ENGLISH = ENGLISH, _("English")
        CHINESE = CHINESE, _("Chinese")

    id = models.BigIntegerField(primary_key=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=7, choices=Language)
    kind = models.CharField(max_length=20)
    section = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=300)
    #: Its name in the other language, for records that are known by name.
    other_name = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    #: Where it is read; without the host.
    address = models.CharField(max_length=300)
    dated_on = models.DateField(null=True)
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class PublicEntryQuerySet(models.QuerySet):
    def live(self, at: datetime):
        return self.filter(Q(live_until=None) | Q(live_until__gt=at), live_from__lte=at)


class PublicEntry(Entry):
    """An edition that is public, or will be at its moment. Never a draft."""

    objects = PublicEntryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language"], name="search_public_edition_once"
            )
        ]


class DraftEntry(Entry):
    """The newest version of an edition that readers do not see as it stands: for staff alone (see ``drafts``)."""

    id = models.BigAutoField(primary_key=True)
    address = live_from = live_until = dated_on = None
    #: What it can be found by, as ``words.tokens`` spells it, with a space before and after each.
    words = models.TextField()
    #: As ``publishing.rights.scopes.scope_key`` spells it; empty for kinds without areas.
    area = models.CharField(max_length=64, blank=True)
    is_draft = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language"], name="search_draft_edition_once"
            )
        ]


class Name(models.Model):
    """A name by which a public record is known: for suggestions while typing, for exact hits, and to find the records
    that a text mentions."""

    entry = models.ForeignKey(PublicEntry, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=200)
    #: Not that of a part of it, such as a product: whoever means the one does not mean the other.
    is_its_own = models.BooleanField(default=True)
    #: As ``naming.key_of`` spells it: what is typed is compared with this, from its first letter on.
    key = models.CharField(max_length=200)
    #: Syllables and first letters of its Han, without spaces; empty when there are none.
    sound = models.CharField(max_length=400, blank=True)
    initials = models.CharField(max_length=80, blank=True)

    class Meta:
        default_permissions = ()
        # The newest names of their own first, however many things have a part that is called so.
        indexes = [
            models.Index(fields=[typed, "-is_its_own", "-entry"], name=f"search_name_{typed}")
            for typed in ("key", "sound", "initials")
        ]

    def __str__(self) -> str:
        return self.text


class Spelling(models.Model):
    """A word of a name or headline with one letter left out: how a mistyped word finds the right one."""

    language = models.CharField(max_length=7, choices=Entry.Language)
    key = models.CharField(max_length=40)
    word = models.CharField(max_length=40)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["language", "key", "word"], name="search_spelling_once")
        ]

    def __str__(self) -> str:
        return self.word
