"""The document library: what can be taken away, in which languages and forms, since when and from whom."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.names import either
from evidence.models import source_key
from evidence.samples import sample_flag
from publishing.models import Part, Publishable

from .querysets import DocumentQuerySet


class Document(Publishable):
    """One document, whatever the number of its files: a file has one language and one form."""

    class Kind(models.TextChoices):
        BROCHURE = "brochure", _("brochure")
        GUIDE = "guide", _("guide")
        FORM = "form", _("form")
        CHECKLIST = "checklist", _("checklist")
        REPORT = "report", _("report")
        STATISTICS = "statistics", _("statistics")
        MAP = "map", _("map or plan")
        SLIDES = "slides", _("presentation")
        TEXT = "text", _("official text")

    required_to_publish = ("title", "summary")

    title = models.CharField(_("title"), max_length=240, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    issuer = models.CharField(_("published by"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    number = models.CharField(_("number"), max_length=120, blank=True, help_text=_("As printed."))
    version = models.CharField(_("version"), max_length=40, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    industries = models.ManyToManyField(
        "enterprises.Industry",
        verbose_name=_("industries"),
        blank=True,
        related_name="documents",
        help_text=_("Leave empty if it applies to every industry."),
    )
    source = source_key()
    is_sample = sample_flag()

    objects = DocumentQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("library document")
        verbose_name_plural = _("library documents")
        ordering = ["-issued_on", "-pk"]

    def __str__(self) -> str:
        return either(self, "title") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("documents:document", args=[self.slug])

    def clean(self) -> None:
        if self.slug.isdecimal():
            raise ValidationError({"slug": _("An address cannot be a number alone. Add a word.")})


class DocumentFile(Part):
    """A file of a document. Its language, version, pages and size stand in the media library."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(
        "media_library.Document", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta(Part.Meta):
        verbose_name = _("document file")
        verbose_name_plural = _("document files")

    def __str__(self) -> str:
        return str(self.file)

    @property
    def path(self) -> str:
        """Where the file is had as long as its document is live."""
        return reverse("documents:file", args=[self.document.slug, self.pk])
