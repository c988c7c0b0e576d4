"""Menus as data: staff name and order the items."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.names import either


class MenuItem(models.Model):
    class Menu(models.TextChoices):
        MAIN = "main", _("main menu")
        HEADER = "header", _("header")
        FOOTER = "footer", _("footer")

    menu = models.CharField(_("menu"), max_length=6, choices=Menu)
    parent = models.ForeignKey(
        "self",
        verbose_name=pgettext_lazy("menu", "group"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="items",
    )
    label = models.CharField(_("label"), max_length=60, blank=True)
    path = models.CharField(
        _("address"),
        max_length=200,
        help_text=_("Without the language, such as news/local/ or investing/why/."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_shown = models.BooleanField(_("shown"), default=True)

    class Meta:
        verbose_name = _("menu item")
        verbose_name_plural = _("menu items")
        ordering = ["menu", "position", "pk"]

    def __str__(self) -> str:
        return either(self, "label") or self.path

    def clean(self) -> None:
        self.path = self.path.strip().lstrip("/")
        try:
            resolve(f"/en/{self.path}")
        except Resolver404:
            raise ValidationError({"path": _("No page of this site has this address.")}) from None
