"""People who want to come to an event. Their data are erased some time after it."""

from __future__ import annotations

import uuid
from secrets import token_urlsafe

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.languages import CHINESE, ENGLISH

TOKEN_BYTES = 24


def new_token() -> str:
    return token_urlsafe(TOKEN_BYTES)


class Registration(models.Model):
    """One address, once for each event. Nobody counts before the address has confirmed."""

    class State(models.TextChoices):
        PENDING = "pending", pgettext_lazy("registration", "to be confirmed by e-mail")
        CONFIRMED = "confirmed", pgettext_lazy("registration", "has a place")
        WAITING = "waiting", pgettext_lazy("registration", "on the waiting list")
        CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")

    #: The investment desk looks after these rows, as after messages: see publishing.rights.roles.
    is_for_the_desk = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(
        "Event", verbose_name=_("event"), on_delete=models.CASCADE, related_name="registrations"
    )
    name = models.CharField(pgettext_lazy("person", "name"), max_length=100)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254)
    #: The address as it is compared.
    email_key = models.CharField(max_length=254, editable=False)
    language = models.CharField(
        _("language"), max_length=7, choices=[(ENGLISH, _("English")), (CHINESE, _("Chinese"))]
    )
    state = models.CharField(
        pgettext_lazy("registration", "state"), max_length=9, choices=State, default=State.PENDING
    )
    #: Opens the page of this registration, from the letter alone.
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    consent = models.TextField(_("what was consented to"), help_text=_("The wording as it was shown."))
    #: When a letter was last ordered because somebody filled in the form: a form must not fill a mailbox.
    asked_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(pgettext_lazy("moment", "registered"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    placed_at = models.DateTimeField(_("place given"), null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(
        pgettext_lazy("moment", "cancelled"), null=True, blank=True, editable=False
    )
    erase_on = models.DateField(_("erased on"), db_index=True)

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["event", "confirmed_at", "created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "email_key"], name="once_per_event_and_address")
        ]

    def __str__(self) -> str:
        # The audit log keeps this text, so it names nobody.
        return f"{self.event} · {str(self.pk)[:8]}"
