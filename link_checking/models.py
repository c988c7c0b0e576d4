"""The links of the site: where each leads, whether that works, and where it stands."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Longer addresses are not kept; what writes them is no editor.
ADDRESS_LENGTH = 2000


class LinkQuerySet(models.QuerySet):
    def due(self, at: datetime | None = None):
        """Links that lead outside and are to be tried at a moment (default: now)."""
        return self.filter(kind=Link.Kind.OUTSIDE, next_check_at__lte=at or timezone.now())

    def troubled(self):
        """Links that a reader follows in vain, but for those that somebody decided to leave."""
        return self.filter(status__in=Link.TROUBLED, ignored_at=None)

    def public(self):
        """Links that stand in what is public, or is about to be."""
        return self.filter(Exists(Use.objects.filter(link=OuterRef("pk"), is_public=True)))

    def unused(self):
        return self.filter(~Exists(Use.objects.filter(link=OuterRef("pk"))))


class Link(models.Model):
    """An address, or a reference to a record of the site as it is read in one language."""

    class Kind(models.TextChoices):
        INSIDE = "inside", _("on this site")
        OUTSIDE = "outside", _("another site")

    class Status(models.TextChoices):
        UNCHECKED = "unchecked", _("not checked yet")
        WORKING = "working", _("works")
        FAILING = "failing", _("failing, will be tried again")
        DEAD = "dead", _("dead")
        CLOSED = "closed", _("blocks robots")
        PRIVATE = "private", _("in a private network")
        MISSING = "missing", _("no such page")
        NOT_LIVE = "not-live", _("not public in this language")

    class Problem(models.TextChoices):
        """Why a link does not work."""

        ADDRESS = "address", _("This is not a valid address.")
        NAME = "name", _("The site’s name could not be found.")
        PRIVATE = "private", _("The address belongs to a private network. Readers cannot open it.")
        REFUSED = "refused", _("The site does not answer.")
        SLOW = "slow", _("The site did not answer in time.")
        TLS = "tls", _("The site’s identity cannot be verified: its certificate is invalid or has expired.")
        ANSWER = "answer", _("The response is not a web page.")
        LOOP = "loop", _("The address redirects again and again without reaching a page.")
        GONE = "gone", _("The page is gone.")
        SERVER = "server", _("The site reports an error.")
        ROBOTS = "robots", _("The site does not let robots check the page. Open it yourself.")
        RELATIVE = "relative", _("The address is incomplete. Start it with https:// or /.")
        STAFF = "staff", _("The address leads to the newsroom, which readers cannot open.")
        FILE = "file", _("The file no longer exists.")
        PAGE = "page", _("This site has no such page.")
        LANGUAGE = "language", _("The page is not public in the language of this address.")

    #: What readers follow in vain.
    TROUBLED = (Status.DEAD, Status.PRIVATE, Status.MISSING, Status.NOT_LIVE)

    #: Of address and language; addresses can be too long for an index.
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    address = models.CharField(_("address"), max_length=ADDRESS_LENGTH)
    #: The language in which a reference without one is read; empty for an address that says it itself.
    language = models.CharField(_("language"), max_length=7, blank=True)
    kind = models.CharField(_("leads to"), max_length=7, choices=Kind)
    status = models.CharField(_("state"), max_length=9, choices=Status, default=Status.UNCHECKED)
    problem = models.CharField(_("problem"), max_length=8, choices=Problem, blank=True)
    #: What a web server answered last.
    answer = models.PositiveSmallIntegerField(_("answer"), null=True)
    #: Where a permanent redirect leads.
    moved_to = models.CharField(_("moved to"), max_length=ADDRESS_LENGTH, blank=True)
    host = models.CharField(_("site"), max_length=255, blank=True)
    #: Of a link on this site: the last part of its path, and the record that it leads to as ``label:key``.
    slug = models.CharField(max_length=160, blank=True)
    target = models.CharField(max_length=140, blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True)
    next_check_at = models.DateTimeField(_("next check"), null=True)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    failing_since = models.DateTimeField(_("failing since"), null=True)
    ignored_reason = models.CharField(_("why it is left"), max_length=300, blank=True)
    ignored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("left by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    ignored_at = models.DateTimeField(_("left since"), null=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = [models.F("failing_since").desc(nulls_last=True), "pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["host", "next_check_at"], condition=Q(kind="outside"), name="link_due"),
            models.Index(fields=["slug"], condition=Q(kind="inside"), name="link_by_slug"),
            models.Index(fields=["target"], condition=Q(kind="inside"), name="link_by_target"),
            models.Index(fields=["status"], name="link_by_status"),
        ]

    def __str__(self) -> str:
        return self.address[:120]


class UseQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        """The uses in one record."""
        kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
        return self.filter(content_type=kind, object_id=str(record.pk))


class Use(models.Model):
    """A place where a link stands: in what is public of a record, in its newest version, or in both."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="uses")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    record = GenericForeignKey("content_type", "object_id")
    #: The language of the words around it; empty for what both languages share.
    language = models.CharField(_("language"), max_length=7, blank=True)
    #: The column, or ``parts:key:column`` of a row that is edited inside the record.
    path = models.CharField(_("place"), max_length=160)
    is_public = models.BooleanField(_("public"), default=False)
    is_newest = models.BooleanField(_("in the newest version"), default=False)

    objects = UseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a link")
        verbose_name_plural = _("uses of links")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "path", "link"], name="link_once_per_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.object_id} · {self.path}"
