"""Reviews: who was asked to look at which version, and what they signed."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from .revision import Revision


class Step(models.TextChoices):
    """The three reviews 三审; a record that asks for fewer keeps the last one."""

    FIRST = "first", _("First review")
    SECOND = "second", _("Second review")
    FINAL = "final", _("Final review")


#: The steps that a record goes through, by the number that it asks for.
STEPS = {
    0: (),
    1: (Step.FINAL,),
    2: (Step.FIRST, Step.FINAL),
    3: (Step.FIRST, Step.SECOND, Step.FINAL),
}


class AboutRecord(models.Model):
    """Something said of one version of one record. The fingerprint says which version."""

    content_type = models.ForeignKey(ContentType, verbose_name=_("kind of record"), on_delete=models.CASCADE)
    object_id = models.CharField(_("record"), max_length=64)
    record = GenericForeignKey("content_type", "object_id")
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    step = models.CharField(_("step"), max_length=6, choices=Step)

    class Meta:
        abstract = True


class AboutRecordQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
        return self.filter(content_type=kind, object_id=str(record.pk))


class ReviewRequestQuerySet(AboutRecordQuerySet):
    def open(self):
        return self.filter(closed_at=None)

    def with_newest(self):
        """With the fingerprint of the record's newest version as ``newest``."""
        newest = (
            Revision.objects.numbered()
            .filter(content_type=OuterRef("content_type"), object_id=OuterRef("object_id"))
            .order_by("-number")
            .values("fingerprint")[:1]
        )
        return self.annotate(newest=Subquery(newest))

    def current(self):
        """Requests about the newest version: a later edit leaves a request without an object."""
        return self.with_newest().filter(newest=F("fingerprint"))

    def for_person(self, user):
        """Requests that this person may answer: theirs or anybody's, but not about what they wrote or signed."""
        drafts = Revision.objects.filter(
            Q(kind=Revision.Kind.DRAFT) | Q(number=1),
            content_type=OuterRef("content_type"),
            object_id=OuterRef("object_id"),
            number__gt=OuterRef("since"),
            author=user,
        )
        signed = Signature.objects.filter(
            content_type=OuterRef("content_type"),
            object_id=OuterRef("object_id"),
            fingerprint=OuterRef("fingerprint"),
            reviewer=user,
            round=OuterRef("round"),
        )
        mine = Q(assigned_to=None) | Q(assigned_to=user)
        return self.filter(mine).exclude(models.Exists(drafts)).exclude(models.Exists(signed))


class ReviewRequest(AboutRecord):
    """One step of a review that somebody is asked for. Open until it is signed."""

    #: Counts the submissions of a record: what was signed before the last one no longer counts.
    round = models.PositiveIntegerField(_("round"))
    #: Drafts with a higher number are what is reviewed; their authors do not sign.
    since = models.PositiveIntegerField(_("since version"), default=0)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    note = models.CharField(_("note"), max_length=1000, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    #: Somebody without an account who is to sign, by a link that a reviewer makes.
    outside = models.CharField(_("approver outside"), max_length=120, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)

    objects = ReviewRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=Q(closed_at=None),
                name="one_open_review_per_record",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"], condition=Q(closed_at=None), name="open_reviews_by_due_date"
            ),
            models.Index(fields=["asked_by", "-id"], name="reviews_by_who_asked"),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} · {self.object_id}"


class Signature(AboutRecord):
    """What a reviewer decided about one version. Never changed.

    One that came by a link bears the name that its writer typed; the account is that of who made the link and answers
    for it, and signs no other step.
    """

    class Verdict(models.TextChoices):
        APPROVED = "approved", _("Approved")
        RETURNED = "returned", _("Returned")

    round = models.PositiveIntegerField(_("round"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewer"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    #: Kept as a word, so that the signature outlives the account.
    reviewer_name = models.CharField(_("reviewer"), max_length=150)
    link = models.ForeignKey(
        "publishing.PreviewLink", null=True, on_delete=models.SET_NULL, related_name="signatures"
    )
    #: Of one that came by a link: who answers for it, kept as a word.
    answered_by = models.CharField(_("vouched for by"), max_length=150, blank=True)
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict)
    comment = models.TextField(_("comment"), blank=True, max_length=4000)
    at = models.DateTimeField(_("signed"), auto_now_add=True)

    objects = AboutRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "round", "step"], name="one_signature_for_each_step"
            ),
            models.UniqueConstraint(
                fields=["content_type", "object_id", "round", "reviewer"], name="nobody_signs_two_steps"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} · {self.reviewer_name}"
