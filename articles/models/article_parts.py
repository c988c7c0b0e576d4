"""What an article has several of: bylines, corrections, the pictures of a gallery."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.names import either
from publishing.models import Part

from .article import Article
from .people import Author


class Byline(Part):
    class Role(models.TextChoices):
        REPORTER = "reporter", _("Reporter")
        EDITOR = "editor", _("Editor")
        PHOTOGRAPHER = "photographer", _("Photographer")
        TRANSLATOR = "translator", _("Translator")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, verbose_name=_("person"), on_delete=models.PROTECT, related_name="bylines"
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.REPORTER)

    class Meta(Part.Meta):
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self) -> str:
        return str(self.author)


class Correction(Part):
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="corrections")
    corrected_on = models.DateField(_("date"))
    text = models.TextField(_("correction"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return either(self, "text")[:80]


class GalleryPicture(Part):
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        "media_library.Image", verbose_name=_("picture"), on_delete=models.PROTECT, related_name="+"
    )
    caption = models.TextField(
        _("caption in this article"), blank=True, help_text=_("If empty, the picture’s own caption is used.")
    )

    class Meta(Part.Meta):
        verbose_name = _("gallery picture")
        verbose_name_plural = _("gallery pictures")

    def __str__(self) -> str:
        return str(self.image)
