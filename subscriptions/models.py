"""Who is written to about which list, and every letter with news that went out."""

from __future__ import annotations

import uuid

from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.languages import CHINESE, ENGLISH

from .lists import LONGEST_QUERY

SALT = "subscriptions.own"


class Subscription(models.Model):
    """One address and one list. Nothing is sent before the address has confirmed; whoever leaves is deleted."""

    class Frequency(models.TextChoices):
        DAILY = "daily", pgettext_lazy("subscription", "every day")
        WEEKLY = "weekly", pgettext_lazy("subscription", "every week, on Monday")

    #: The investment desk sees how many there are, and no person: see publishing.rights.roles and admin.py.
    is_for_the_desk = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    #: Key of a subscriptions.lists.FollowedList.
    list_key = models.CharField(_("list"), max_length=40)
    #: The question put to that list, without "?"; empty: all of it.
    query = models.CharField(_("filter"), max_length=LONGEST_QUERY, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254)
    #: The address as it is compared.
    email_key = models.CharField(max_length=254, editable=False, db_index=True)
    language = models.CharField(
        _("language"), max_length=7, choices=[(ENGLISH, _("English")), (CHINESE, _("Chinese"))]
    )
    frequency = models.CharField(_("frequency"), max_length=6, choices=Frequency)
    consent = models.TextField(_("what was consented to"), help_text=_("The wording as it was shown."))
    #: When a letter was last ordered because somebody filled in the form: a form must not fill a mailbox.
    asked_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    #: Everything up to this moment has been told, or was there before.
    told_until = models.DateTimeField(null=True, editable=False)
    #: How many letters in a row the mail server of the address turned away for good.
    refusals = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["email_key", "list_key", "query", "language"], name="subscribed_once"
            )
        ]
        indexes = [models.Index(fields=["frequency", "told_until"], name="subscription_due")]

    def __str__(self) -> str:
        # Logs may keep this text, so it names nobody.
        return f"{self.list_key} · {str(self.pk)[:8]}"

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def key(self) -> str:
        """Opens the page of this subscription to whoever has it: the primary key, signed."""
        return signing.Signer(salt=SALT).sign(self.pk.hex)

    @property
    def own_path(self) -> str:
        """The page of this subscription; no ``get_absolute_url``, because it is nobody's to link to."""
        return reverse("subscriptions:own", args=[self.key])


class Digest(models.Model):
    """One letter with what is new in a list between two moments. It has no address and no words of its own.

    A letter is handed to the mail server once at most: HANDING is committed before the first byte of it is sent. Where
    the portal is killed in the middle, or the connection breaks, nobody can know whether it arrived: it is UNCLEAR,
    is not sent again, and the next letter says so.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("letter", "waiting")
        HANDING = "handing", pgettext_lazy("letter", "being handed over")
        SENT = "sent", pgettext_lazy("letter", "sent")
        UNCLEAR = "unclear", pgettext_lazy("letter", "interrupted while being handed over")
        FAILED = "failed", pgettext_lazy("letter", "not delivered")
        DROPPED = "dropped", pgettext_lazy("letter", "nothing left to tell")

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="digests")
    #: Tells what became visible after ``since``, up to ``until``.
    since = models.DateTimeField()
    until = models.DateTimeField()
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    #: Until then no worker takes it: it waits for a pause to end.
    not_before = models.DateTimeField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("news e-mail")
        verbose_name_plural = _("news e-mails")
        ordering = ["-until", "-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["subscription", "until"], name="one_letter_for_each_stretch")
        ]
        indexes = [models.Index(fields=["state", "not_before"], name="letter_waiting")]

    def __str__(self) -> str:
        return f"{self.subscription_id} · {self.until:%Y-%m-%d}"
