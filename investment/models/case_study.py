"""Success stories: what was hard, what was done, and what came of it, in dated figures."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.fields import PeriodField
from bilingual.names import either
from evidence.models import Fact, source_key
from evidence.samples import sample_flag
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Part, Publishable

from ..querysets import CaseStudyQuerySet


class CaseStudy(Publishable):
    required_to_publish = ("name", "summary")

    name = models.CharField(_("headline"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    challenge = ProseField(_("the challenge"), blank=True)
    measures = ProseField(_("what was done"), blank=True)
    outcome = ProseField(_("results achieved"), blank=True)
    quote = models.TextField(_("quotation"), blank=True)
    speaker = models.CharField(
        _("quoted person"), max_length=200, blank=True, help_text=_("Name and title at the time.")
    )
    period = PeriodField(_("period of the story"), null=True, blank=True)
    enterprise = models.ForeignKey(
        "enterprises.Enterprise",
        verbose_name=_("enterprise"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="case_studies",
    )
    facility = models.ForeignKey(
        "enterprises.Facility",
        verbose_name=_("facility"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="case_studies",
        help_text=_("One of the enterprise’s facilities. Save the enterprise first, then choose."),
    )
    project = models.ForeignKey(
        "Project",
        verbose_name=_("project"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="case_studies",
    )
    park = models.ForeignKey(
        "enterprises.Park",
        verbose_name=_("park"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="case_studies",
    )
    industries = models.ManyToManyField(
        "enterprises.Industry", verbose_name=_("industries"), blank=True, related_name="case_studies"
    )
    image = picture_key()
    source = source_key()
    is_sample = sample_flag()

    objects = CaseStudyQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("success story")
        verbose_name_plural = _("success stories")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("investment:case", args=[self.slug])

    def clean(self) -> None:
        if self.facility_id and self.facility.enterprise_id != self.enterprise_id:
            raise ValidationError({"facility": _("This facility belongs to another enterprise.")})


class CaseResult(Part, Fact):
    """A figure of the story, with its date and source."""

    case = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="results")
    label = models.CharField(_("what is counted"), max_length=160, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self) -> str:
        return either(self, "label")
