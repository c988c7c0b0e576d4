"""Messages of visitors to the investment desk."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.languages import CHINESE, ENGLISH

from ..numbers import new_secret

MESSAGE_LENGTH = 5000


class Inquiry(models.Model):
    """A message with its sender, what the sender agreed to, and how far the desk is with it.

    What people see of it in lists and logs is its number alone.
    """

    class Language(models.TextChoices):
        ENGLISH = ENGLISH, _("English")
        CHINESE = CHINESE, _("Chinese")

    class Topic(models.TextChoices):
        COMPANY = "company", _("set up a company")
        SITE = "site", _("site or building")
        POLICY = "policy", _("policy and incentives")
        PARTNER = "partner", _("partner or supplier")
        EVENT = "event", pgettext_lazy("topic", "event")
        LIVING = "living", _("visa and living")
        COMPLAINT = "complaint", _("complaint")
        MEDIA = "media", _("media")

    class ProjectSize(models.TextChoices):
        UNDER_10_MILLION = "under-10m", _("under 10 million yuan")
        UNDER_100_MILLION = "10m-100m", _("10–100 million yuan")
        UNDER_1_BILLION = "100m-1bn", _("100 million–1 billion yuan")
        OVER_1_BILLION = "over-1bn", _("over 1 billion yuan")
        UNDECIDED = "undecided", _("undecided")

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        ASSIGNED = "assigned", _("assigned")
        NEEDS_MORE = "needs-more", _("need more information")
        ANSWERED = "answered", _("answered")
        CLOSED = "closed", _("closed")

    class Outcome(models.TextChoices):
        WON = "won", _("won")
        REFERRED = "referred", _("referred")
        NOT_PURSUED = "not-pursued", _("not pursued")
        SPAM = "spam", _("spam")

    number = models.CharField(_("tracking number"), max_length=20, unique=True, editable=False)
    #: With the number it opens the status page. Kept readable: it guards no more than the row that it stands in, and
    #: the acknowledgement has to name it.
    secret = models.CharField(max_length=14, default=new_secret, editable=False)
    submission = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    language = models.CharField(_("language of the answer"), max_length=7, choices=Language)
    topic = models.CharField(_("topic"), max_length=10, choices=Topic)
    project_size = models.CharField(
        _("project size"), max_length=10, choices=ProjectSize, default=ProjectSize.UNDECIDED
    )
    # No reverse names: nobody reaches a message, or filters by a sender, from a public record.
    industry = models.ForeignKey(
        "enterprises.Industry",
        verbose_name=_("industry"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    enterprise = models.ForeignKey(
        "enterprises.Enterprise",
        verbose_name=_("enterprise"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    #: Another record that it is about: see subjects.KINDS. By its slug, because features know no model of each other.
    about_kind = models.CharField(max_length=20, blank=True, editable=False)
    about_slug = models.CharField(max_length=120, blank=True, editable=False)
    message = models.TextField(_("message"), max_length=MESSAGE_LENGTH)

    name = models.CharField(pgettext_lazy("person", "name"), max_length=100)
    organisation = models.CharField(_("sender’s organisation"), max_length=160, blank=True)
    country_or_region = models.CharField(_("country/region"), max_length=2)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=40, blank=True)

    consent_text_version = models.CharField(_("version of the consent text"), max_length=10)
    consented_at = models.DateTimeField(_("consent given"))
    may_forward = models.BooleanField(_("may be passed on"), default=False)
    may_send_abroad = models.BooleanField(_("may be sent abroad"), default=False)

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RECEIVED)
    outcome = models.CharField(_("outcome"), max_length=11, choices=Outcome, blank=True)
    received_at = models.DateTimeField(_("received at"), default=timezone.now, editable=False)
    erase_on = models.DateField(_("erased on"), editable=False)

    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    first_reply_at = models.DateTimeField(_("first reply"), null=True, editable=False)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    #: Since when the answer is being counted: the receipt, or the day on which the sender took the matter up again.
    clock_from = models.DateTimeField(null=True, editable=False)
    #: Since when the desk waits for the sender, and for how much working time it had waited before.
    waiting_since = models.DateTimeField(null=True, editable=False)
    paused_minutes = models.PositiveIntegerField(default=0, editable=False)
    #: Until when the desk has to do something next; null while nothing is due.
    due_at = models.DateTimeField(_("due"), null=True, editable=False)
    rating = models.PositiveSmallIntegerField(_("rating"), null=True, editable=False)

    class Meta:
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="closed") & ~Q(outcome="") | ~Q(state="closed") & Q(outcome=""),
                name="inquiry_closed_with_outcome",
                violation_error_message=_(
                    "A closed message needs an outcome, and choosing an outcome closes it."
                ),
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__gte=1, rating__lte=5),
                name="inquiry_rated_one_to_five",
            ),
        ]
        indexes = [
            models.Index(fields=["-received_at", "-id"], name="inquiry_newest"),
            models.Index(fields=["state", "-received_at"], name="inquiry_by_state"),
            models.Index(fields=["erase_on"], name="inquiry_by_erase_day"),
            models.Index(fields=["due_at", "-received_at"], name="inquiry_by_clock"),
        ]

    def __str__(self) -> str:
        return self.number
