"""The article, the gallery and the video entry: one model, so that one list and one feed hold them all."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bilingual.languages import LANGUAGES, column
from bilingual.names import either
from evidence.models import Source
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Publishable

from ..months import month_of
from ..querysets import ArticleQuerySet
from .collection import Series
from .column import Column
from .people import Quote


class Article(Publishable):
    scope_field = "column"
    #: Relations by which an article says what it is about; what its text names is proposed for them.
    about_fields = ("enterprises", "parks", "projects")

    class Kind(models.TextChoices):
        STORY = "story", _("article")
        GALLERY = "gallery", _("photo gallery")
        VIDEO = "video", _("video")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.STORY)
    column = models.ForeignKey(
        Column, verbose_name=_("column"), on_delete=models.PROTECT, related_name="articles"
    )
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    list_headline = models.CharField(
        _("list headline"),
        max_length=80,
        blank=True,
        help_text=_("A shorter headline for lists and cards. If empty, the headline is used."),
    )
    subtitle = models.CharField(_("subtitle"), max_length=200, blank=True)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("Two sentences for lists, feeds and search engines.")
    )
    body = ProseField(_("text"), blank=True)
    dateline = models.CharField(_("dateline"), max_length=80, blank=True)
    keywords = models.CharField(
        _("keywords"), max_length=200, blank=True, help_text=_("Separated by semicolons.")
    )
    original_language = models.CharField(
        _("original language"),
        max_length=7,
        choices=[("en", _("English")), ("zh-hans", _("Chinese"))],
        default="zh-hans",
    )
    dated_at = models.DateTimeField(
        _("date shown"),
        null=True,
        blank=True,
        help_text=_("If empty, the time of first publication is used."),
    )
    month = models.PositiveIntegerField(_("month"), null=True, editable=False)
    updated_on = models.DateField(_("updated on"), null=True, blank=True)
    source = models.ForeignKey(
        Source,
        verbose_name=_("outside source"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_pinned = models.BooleanField(_("pinned to the top"), default=False)
    is_lead = models.BooleanField(_("may lead the home page"), default=False)
    image = picture_key(_("lead picture"))
    film = models.ForeignKey(
        "media_library.Film",
        verbose_name=_("video"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    series = models.ForeignKey(
        Series,
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    series_part = models.PositiveSmallIntegerField(_("part"), null=True, blank=True)
    teaser_quote = models.ForeignKey(
        Quote,
        verbose_name=_("teaser quote"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    related = models.ManyToManyField(
        "self", verbose_name=_("related articles"), blank=True, symmetrical=False, related_name="related_from"
    )
    enterprises = models.ManyToManyField(
        "enterprises.Enterprise", verbose_name=_("about enterprises"), blank=True, related_name="articles"
    )
    parks = models.ManyToManyField(
        "enterprises.Park", verbose_name=_("about parks"), blank=True, related_name="articles"
    )
    industries = models.ManyToManyField(
        "enterprises.Industry", verbose_name=_("about industries"), blank=True, related_name="articles"
    )
    events = models.ManyToManyField(
        "investment.Event", verbose_name=_("about events"), blank=True, related_name="articles"
    )
    projects = models.ManyToManyField(
        "investment.Project", verbose_name=_("about projects"), blank=True, related_name="articles"
    )
    import_fingerprint = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    import_report = models.JSONField(_("import report"), default=dict, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-dated_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "series_part"],
                name="series_part_once",
                violation_error_message=_("This series already has a part with this number."),
            ),
            models.CheckConstraint(
                condition=Q(series__isnull=True) | Q(series_part__isnull=False),
                name="series_has_part",
                violation_error_message=_("Enter the number of this part in the series."),
            ),
        ]
        indexes = [
            models.Index(
                F("dated_at").desc(), F("id").desc(), "live_from_en", "live_until_en", name="article_list_en"
            ),
            models.Index(
                F("dated_at").desc(),
                F("id").desc(),
                "live_from_zh_hans",
                "live_until_zh_hans",
                name="article_list_zh",
            ),
            models.Index(
                "column",
                F("dated_at").desc(),
                F("id").desc(),
                "live_from_en",
                "live_until_en",
                name="article_column_en",
            ),
            models.Index(
                "column",
                F("dated_at").desc(),
                F("id").desc(),
                "live_from_zh_hans",
                "live_until_zh_hans",
                name="article_column_zh",
            ),
            models.Index(
                F("dated_at").desc(), F("id").desc(), condition=Q(is_lead=True), name="article_leads"
            ),
            models.Index(
                F("dated_at").desc(), F("id").desc(), condition=Q(is_pinned=True), name="article_pinned"
            ),
            models.Index(
                fields=["column", "month", "live_from_en", "live_until_en"], name="article_month_en"
            ),
            models.Index(
                fields=["column", "month", "live_from_zh_hans", "live_until_zh_hans"], name="article_month_zh"
            ),
            # For the first page of the newsroom: the calendar, the debts of the languages, what needs care.
            models.Index(fields=["live_from_en"], name="article_begins_en"),
            models.Index(fields=["live_from_zh_hans"], name="article_begins_zh"),
            models.Index(
                fields=["live_until_en"], condition=Q(live_until_en__isnull=False), name="article_ends_en"
            ),
            models.Index(
                fields=["live_until_zh_hans"],
                condition=Q(live_until_zh_hans__isnull=False),
                name="article_ends_zh",
            ),
            models.Index(
                "column",
                "live_from_en",
                "live_until_en",
                "live_from_zh_hans",
                "live_until_zh_hans",
                name="article_languages",
            ),
            models.Index(
                fields=["column", "review_by"],
                condition=Q(review_by__isnull=False),
                name="article_review_by",
            ),
            models.Index(fields=["column"], condition=Q(dated_at__isnull=True), name="article_undated"),
            models.Index(fields=["column"], condition=~Q(to_confirm=""), name="article_to_confirm"),
        ]

    def __str__(self) -> str:
        return either(self, "headline") or self.slug

    def save(self, *args, update_fields=None, **kwargs):
        self.month = month_of(self.dated_at) if self.dated_at else None
        if update_fields is not None and "dated_at" in update_fields:
            update_fields = {*update_fields, "month"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_absolute_url(self) -> str:
        day = timezone.localtime(self.dated_at or self.created_at)
        return reverse("articles:detail", args=[day.year, f"{day.month:02}", self.slug])

    @property
    def required_to_publish(self) -> tuple[str, ...]:
        """A gallery and a video speak through pictures: they need a summary, not a text."""
        return ("headline", "summary", "body") if self.kind == self.Kind.STORY else ("headline", "summary")

    @property
    def review_steps(self) -> int:
        """As many as its column asks for."""
        return self.column.review_steps if self.column_id else 0

    set_by_publication = ("dated_at",)

    def prepare_to_publish(self, moment) -> list[str]:
        if self.dated_at is not None:
            return []
        # To the minute, as forms show it: a form that is sent back as it was must not change it.
        self.dated_at = moment.replace(second=0, microsecond=0)
        return ["dated_at"]

    def forget_publication(self, moment) -> list[str]:
        if self.dated_at != moment.replace(second=0, microsecond=0):
            return []
        self.dated_at = None
        return ["dated_at"]

    @property
    def short_headline(self) -> str:
        return self.list_headline or self.headline

    def clean(self) -> None:
        if self.series_id and self.series_part is None:
            raise ValidationError({"series_part": _("Enter the number of this part in the series.")})
        for language in LANGUAGES:
            begins = getattr(self, column("live_from", language))
            if begins and self.dated_at is None:
                raise ValidationError({"dated_at": _("A published article needs a date.")})
