"""An enterprise with its names, facilities, products, listings and dated figures."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.fields import PeriodField
from bilingual.names import either
from evidence.models import Fact, Source, source_key
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Part, Publishable

from ..credit_codes import validate_credit_code
from ..querysets import EnterpriseQuerySet
from ..sort_keys import LENGTH as SORT_KEY_LENGTH
from ..sort_keys import chinese_key, english_key


class Enterprise(Publishable):
    class Ownership(models.TextChoices):
        CENTRAL_STATE = "central", _("central state-owned")
        LOCAL_STATE = "local", _("local state-owned")
        PRIVATE = "private", _("private")
        WHOLLY_FOREIGN = "foreign", _("wholly foreign-owned")
        JOINT_VENTURE = "joint", _("joint venture")
        HK_MO_TW = "hmt", _("Hong Kong, Macao or Taiwan capital")
        OTHER = "other", _("other")

    class SizeBand(models.TextChoices):
        LARGE = "large", _("large")
        MEDIUM = "medium", _("medium-sized")
        SMALL = "small", _("small")
        MICRO = "micro", _("micro")

    required_to_publish = ("legal_name", "short_name", "activity")

    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    activity = models.CharField(
        _("main business"), max_length=200, blank=True, help_text=_("One line, without superlatives.")
    )
    description = ProseField(_("description"), blank=True)
    credit_code = models.CharField(
        _("unified social credit code"),
        max_length=18,
        blank=True,
        validators=[validate_credit_code],
        help_text=_("18 characters, GB 32100; the last one is a check digit."),
    )
    founded = PeriodField(_("founded"), null=True, blank=True)
    ownership = models.CharField(_("ownership"), max_length=8, choices=Ownership, blank=True)
    origin = models.CharField(
        _("origin"), max_length=2, blank=True, help_text=_("Two-letter country code, such as CN or DE.")
    )
    size_band = models.CharField(_("size band"), max_length=6, choices=SizeBand, blank=True)
    is_exporter = models.BooleanField(_("exports"), null=True, blank=True)
    markets = models.CharField(_("markets"), max_length=300, blank=True)
    certifications = models.CharField(_("certifications"), max_length=300, blank=True)
    website = models.URLField(_("website"), blank=True)
    public_contact = models.CharField(_("public contact"), max_length=200, blank=True)
    location = models.CharField(
        _("place"),
        max_length=200,
        blank=True,
        help_text=_("Fill in if no facility in a park is on record."),
    )
    has_consented = models.BooleanField(_("has agreed to this profile"), default=False)
    gbt4754_code = models.CharField(_("GB/T 4754 code"), max_length=6, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent company"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="subsidiaries",
    )
    industries = models.ManyToManyField(
        "Industry", verbose_name=_("industries"), blank=True, related_name="enterprises"
    )
    image = picture_key()
    sources = models.ManyToManyField(Source, verbose_name=_("sources"), blank=True, related_name="+")
    is_featured = models.BooleanField(_("shown on the home page"), default=False)
    sort_key_en = models.CharField(max_length=SORT_KEY_LENGTH, blank=True, editable=False, db_index=True)
    sort_key_zh_hans = models.CharField(max_length=SORT_KEY_LENGTH, blank=True, editable=False, db_index=True)

    objects = EnterpriseQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")
        ordering = ["short_name_en", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["credit_code"],
                condition=~Q(credit_code=""),
                name="one_enterprise_per_credit_code",
                violation_error_message=_("Another enterprise already has this credit code."),
            )
        ]

    def __str__(self) -> str:
        return either(self, "short_name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("enterprises:detail", args=[self.slug])

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None or any(name.startswith("short_name") for name in update_fields):
            self.sort_key_en = english_key(self.short_name_en)
            self.sort_key_zh_hans = chinese_key(self.short_name_zh_hans)
            if update_fields is not None:
                update_fields = {*update_fields, "sort_key_en", "sort_key_zh_hans"}
        super().save(*args, update_fields=update_fields, **kwargs)


class EnterpriseName(Part):
    """A name beside the legal and short one: what it was called, or how else people write it."""

    class Kind(models.TextChoices):
        FORMER = "former", _("former name")
        ALIAS = "alias", _("also written")
        BRAND = "brand", _("brand")

    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="names")
    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    name = models.CharField(_("name"), max_length=200, blank=True)
    used_from = PeriodField(_("from"), null=True, blank=True)
    used_until = PeriodField(_("until"), null=True, blank=True)
    source = source_key()

    class Meta(Part.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")

    def __str__(self) -> str:
        return either(self, "name")


class Listing(Part):
    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="listings")
    exchange = models.CharField(
        _("exchange"),
        max_length=4,
        choices=[("SZ", _("Shenzhen")), ("SH", _("Shanghai")), ("BJ", _("Beijing")), ("HK", _("Hong Kong"))],
    )
    code = models.CharField(_("code"), max_length=10)

    class Meta(Part.Meta):
        verbose_name = _("listing")
        verbose_name_plural = _("listings")

    def __str__(self) -> str:
        return f"{self.code}.{self.exchange}"


class Facility(Part):
    """A plant, base or centre. Its figures are Metrics of the enterprise that point here."""

    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="facilities")
    name = models.CharField(_("name"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    park = models.ForeignKey(
        "Park",
        verbose_name=_("park"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="facilities",
    )
    opened = PeriodField(_("opened"), null=True, blank=True)
    description = models.TextField(_("description"), blank=True)
    source = source_key()

    class Meta(Part.Meta):
        verbose_name = _("facility")
        verbose_name_plural = _("facilities")

    def __str__(self) -> str:
        return either(self, "name")


class Product(Part):
    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="products")
    name = models.CharField(_("name"), max_length=200, blank=True)
    category = models.CharField(_("category"), max_length=120, blank=True)
    claim = models.TextField(_("product description"), blank=True)
    source = source_key()

    class Meta(Part.Meta):
        verbose_name = _("product")
        verbose_name_plural = _("products")

    def __str__(self) -> str:
        return either(self, "name")


class Metric(Part, Fact):
    """A dated figure of an enterprise, or of one of its facilities."""

    class Measure(models.TextChoices):
        INVESTMENT = "investment", _("investment")
        LAND = "land", _("land")
        FLOOR = "floor", _("floor area")
        WORKSHOPS = "workshops", _("workshops")
        LINES = "lines", _("production lines")
        ROBOTS = "robots", _("robots")
        AUTOMATION = "automation", _("automation rate")
        CAPACITY = "capacity", _("annual capacity")
        SALES = "sales", _("sales")
        CAPITAL = "capital", _("registered capital")
        REVENUE = "revenue", _("revenue")
        EMPLOYEES = "employees", _("employees")
        EXPORT_SHARE = "export", _("export share")
        OTHER = "other", _("other")

    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="metrics")
    facility = models.ForeignKey(
        Facility,
        verbose_name=_("facility"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="metrics",
    )
    measure = models.CharField(_("measure"), max_length=10, choices=Measure)
    label = models.CharField(_("custom label"), max_length=120, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self) -> str:
        return either(self, "label") or self.get_measure_display()
