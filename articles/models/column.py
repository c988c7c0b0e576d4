"""Columns: the tree in which news is filed."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.names import either

from ..querysets import ColumnQuerySet


class Column(models.Model):
    class Type(models.TextChoices):
        """Classes of column of the national guidelines for government sites (2017), annex on page tags."""

        OVERVIEW = "overview", _("overview")
        LEADERS = "leaders", _("leaders")
        BODIES = "bodies", _("bodies and duties")
        POLICY = "policy", _("policy documents")
        INTERPRETATION = "interpretation", _("policy interpretation")
        NEWS = "news", _("work updates")
        NOTICES = "notices", _("notices")
        SERVICES = "services", _("services")
        INTERACTION = "interaction", _("interaction")
        SPECIAL = "special", _("special topics")

    class Display(models.TextChoices):
        ROWS = "rows", _("rows")
        GRID = "grid", _("grid of pictures")
        SPECIALS = "specials", _("topic pages")

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=80, blank=True)
    description = models.CharField(_("description"), max_length=300, blank=True)
    keywords = models.CharField(
        _("keywords"), max_length=200, blank=True, help_text=_("Separated by semicolons.")
    )
    column_type = models.CharField(_("column type"), max_length=14, choices=Type, default=Type.NEWS)
    display = models.CharField(_("display"), max_length=8, choices=Display, default=Display.ROWS)
    freshness_days = models.PositiveSmallIntegerField(
        _("freshness limit in days"),
        null=True,
        blank=True,
        help_text=_("Leave empty if this column is updated only when something changes."),
    )
    review_steps = models.PositiveSmallIntegerField(
        _("reviews"),
        default=0,
        choices=[
            (0, _("none")),
            (1, _("one: final review")),
            (2, _("two: first and final review")),
            (3, _("three: first, second and final review")),
        ],
        help_text=_("How many reviewers must approve an article in this column before it can be published."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    owner_group = models.ForeignKey(
        Group,
        verbose_name=_("owner group"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ColumnQuerySet.as_manager()

    class Meta:
        verbose_name = _("column")
        verbose_name_plural = _("columns")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("articles:column", args=[self.slug])

    def clean(self) -> None:
        ancestor = self.parent
        while ancestor is not None:
            if ancestor.pk == self.pk:
                raise ValidationError({"parent": _("A column cannot contain itself.")})
            ancestor = ancestor.parent
