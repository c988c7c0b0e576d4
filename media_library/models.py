"""Pictures, films and documents with their words in both languages."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from bilingual.fields import PeriodField
from bilingual.names import either

from . import paths

FRACTION = [MinValueValidator(0), MaxValueValidator(1)]


class Rights(models.TextChoices):
    OWN = "own", _("our own work")
    LICENSED = "licensed", _("licensed to us")
    HANDOUT = "handout", _("provided for publication")
    PUBLIC = "public", _("public domain")
    OPEN = "open", _("open licence")
    UNCLEAR = "unclear", _("rights not cleared")


class Credit(models.TextChoices):
    PHOTO = "photo", _("Photo")
    ILLUSTRATION = "illustration", _("Illustration")
    WECHAT = "wechat", _("Official WeChat account")
    HANDOUT = "handout", _("Provided by")
    SCREENSHOT = "screenshot", _("Screenshot")


class Tag(models.Model):
    """A word under which staff find files again; visitors never see it."""

    name = models.CharField(_("name"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name_en", "name_zh_hans", "pk"]

    def __str__(self) -> str:
        return either(self, "name")


class Medium(models.Model):
    """What every stored file has: where it is, who may use it, how to recognise it again."""

    title = models.CharField(_("title"), max_length=200, blank=True)
    rights = models.CharField(_("rights"), max_length=10, choices=Rights, default=Rights.UNCLEAR)
    licence = models.CharField(_("licence note"), max_length=200, blank=True)
    tags = models.ManyToManyField(Tag, verbose_name=_("tags"), blank=True, related_name="%(class)ss")
    checksum = models.CharField(_("checksum"), max_length=64, db_index=True, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-created_at", "-pk"]


class Image(Medium):
    """A picture, stored re-encoded and without metadata. ``renditions`` lists the smaller copies that exist."""

    file = models.ImageField(
        _("file"), upload_to=paths.image_original, width_field="width", height_field="height"
    )
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    focal_x = models.FloatField(_("focal point, horizontal"), default=0.5, validators=FRACTION)
    focal_y = models.FloatField(_("focal point, vertical"), default=0.5, validators=FRACTION)
    #: What the picture looks like, as media_library.incoming.likeness says it; empty when it has no features.
    likeness = models.CharField(_("likeness"), max_length=16, blank=True, editable=False, db_index=True)
    #: {"card-400": [50, 50], …}: the focal point with which media_library.renditions made each size.
    renditions = models.JSONField(_("renditions"), default=dict, blank=True, editable=False)
    alt = models.CharField(_("text alternative"), max_length=300, blank=True)
    caption = models.TextField(_("caption"), blank=True)
    credit_form = models.CharField(_("kind of credit"), max_length=12, choices=Credit, default=Credit.PHOTO)
    credit_person = models.CharField(_("credited person"), max_length=120, blank=True)
    credit_organisation = models.CharField(_("credited organisation"), max_length=200, blank=True)
    taken_on = PeriodField(_("taken on"), null=True, blank=True)

    class Meta(Medium.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        # The library opens at its newest pictures, and pages from there.
        indexes = [models.Index(fields=["-created_at", "-id"], name="image_newest_first")]

    def __str__(self) -> str:
        return either(self, "title") or either(self, "alt") or self.file.name


class Document(Medium):
    """A file to take away, in one language and one version."""

    file = models.FileField(_("file"), upload_to=paths.document)
    language = models.CharField(
        _("language"), max_length=7, choices=[("en", _("English")), ("zh-hans", _("Chinese"))]
    )
    version = models.CharField(_("version"), max_length=40, blank=True)
    dated_on = PeriodField(_("dated"), null=True, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)

    class Meta(Medium.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return either(self, "title") or self.file.name

    def get_absolute_url(self) -> str:
        """An address that nobody can guess from another; it changes with the file."""
        return reverse("media_library:document", args=[self.pk, self.key])

    @property
    def key(self) -> str:
        """The secret part of the address, made of the random name under which the file is stored."""
        return salted_hmac("media_library.document", f"{self.pk}:{self.file.name}").hexdigest()[:24]

    @property
    def suffix(self) -> str:
        """``pdf``, ``docx``, ``xlsx`` or ``pptx``."""
        return PurePosixPath(self.file.name).suffix.lower().lstrip(".")


class Film(Medium):
    """A video: a file of our own, or a poster with a link to where it can be watched. No foreign player."""

    file = models.FileField(_("file"), upload_to=paths.film, blank=True)
    link = models.URLField(
        _("link"), max_length=500, blank=True, help_text=_("Where the video can be watched.")
    )
    poster = models.ForeignKey(
        Image, verbose_name=_("poster"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    captions = models.FileField(_("captions (WebVTT)"), upload_to=paths.film, blank=True)
    seconds = models.PositiveIntegerField(_("length in seconds"), null=True, blank=True)
    transcript = models.TextField(_("transcript"), blank=True)

    class Meta(Medium.Meta):
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def __str__(self) -> str:
        return either(self, "title") or self.link or self.file.name
