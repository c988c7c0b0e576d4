"""What the newsroom means to publish, and on which day: an intention, not a schedule."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PlanQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        """The plans for one record."""
        kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
        return self.filter(content_type=kind, object_id=str(record.pk))

    def between(self, first, last):
        """The plans for the days from ``first`` to ``last``, both included."""
        return self.filter(planned_on__gte=first, planned_on__lte=last)


class Plan(models.Model):
    """An entry of the calendar: a subject that nobody has begun to write, or the day that is meant for a record."""

    #: Like an article, a plan belongs to a column, and so to the areas of work of people.
    scope_field = "column"

    title = models.CharField(_("subject"), max_length=160)
    planned_on = models.DateField(_("planned date"))
    column = models.ForeignKey(
        "articles.Column",
        verbose_name=_("column"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.TextField(_("note"), blank=True, max_length=2000)
    content_type = models.ForeignKey(ContentType, null=True, editable=False, on_delete=models.SET_NULL)
    object_id = models.CharField(max_length=64, blank=True, editable=False)
    record = GenericForeignKey("content_type", "object_id")
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("planned item")
        verbose_name_plural = _("planning")
        ordering = ["planned_on", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["planned_on", "id"], name="plan_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=~Q(object_id=""),
                name="record_planned_once",
                violation_error_message=_("This record already has a planned date."),
            )
        ]

    def __str__(self) -> str:
        return self.title
