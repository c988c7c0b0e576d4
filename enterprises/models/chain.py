"""The links of an industrial chain, and who stands at which."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bilingual.fields import PeriodField
from bilingual.names import either
from evidence.models import source_key
from publishing.models import Part

from ..querysets import ChainPlaceQuerySet
from .industry import Industry


class ChainLink(Part):
    """One link of the chain of an industry, such as packaging and testing."""

    class Step(models.TextChoices):
        UP = "up", pgettext_lazy("step of a chain", "upstream")
        MID = "mid", pgettext_lazy("step of a chain", "midstream")
        DOWN = "down", pgettext_lazy("step of a chain", "downstream")

    class Standing(models.TextChoices):
        PRESENT = "present", pgettext_lazy("link of a chain", "present")
        GAP = "gap", pgettext_lazy("link of a chain", "gap")

    industry = models.ForeignKey(Industry, on_delete=models.CASCADE, related_name="chain_links")
    key = models.SlugField(_("key"), max_length=60, help_text=_("Used in addresses, such as “packaging”."))
    step = models.CharField(_("step"), max_length=4, choices=Step)
    name = models.CharField(_("name"), max_length=120, blank=True)
    description = models.TextField(_("description"), blank=True)
    standing = models.CharField(
        _("standing"),
        max_length=7,
        choices=Standing,
        default=Standing.PRESENT,
        help_text=_(
            "A gap is a link the chain is looking to strengthen, even if enterprises already work there."
        ),
    )
    source = source_key()
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("The gap is shown as a sample in both languages.")
    )

    class Meta(Part.Meta):
        verbose_name = _("link in the chain")
        verbose_name_plural = _("links in the chain")
        ordering = ["industry__position", "position"]
        constraints = [
            models.UniqueConstraint(fields=["industry", "key"], name="chain_link_key_once_per_industry")
        ]

    def __str__(self) -> str:
        return gettext("%(chain)s: %(link)s") % {
            "chain": self.industry,
            "link": either(self, "name") or self.key,
        }

    def get_absolute_url(self) -> str:
        return f"{reverse('enterprises:chain', args=[self.industry.slug])}#{self.key}"

    @property
    def is_gap(self) -> bool:
        return self.standing == self.Standing.GAP

    @property
    def facet_value(self) -> str:
        """How the directory calls this link in an address."""
        return f"{self.industry.slug}.{self.key}"


class ChainPlace(Part):
    """An enterprise at a link of a chain, as somebody said at some time."""

    enterprise = models.ForeignKey("Enterprise", on_delete=models.CASCADE, related_name="chain_places")
    link = models.ForeignKey(
        ChainLink, verbose_name=_("link in the chain"), on_delete=models.PROTECT, related_name="places"
    )
    as_of = PeriodField(_("as of"), null=True, blank=True)
    source = source_key()

    objects = ChainPlaceQuerySet.as_manager()

    class Meta(Part.Meta):
        verbose_name = _("place in a chain")
        verbose_name_plural = _("places in chains")
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "link"],
                name="enterprise_once_per_chain_link",
                violation_error_message=_("The enterprise is already listed at this link."),
            )
        ]

    def __str__(self) -> str:
        return str(self.link)
