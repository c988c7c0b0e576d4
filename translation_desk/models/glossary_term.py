"""The glossary: how the portal says a thing in each language."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.checking import Term


class GlossaryTerm(models.Model):
    """A pair of terms; other wordings that may stand for them, and wordings that may not."""

    english = models.CharField(_("English"), max_length=160)
    chinese = models.CharField(_("Chinese"), max_length=160)
    allowed = models.TextField(
        _("also allowed"), blank=True, help_text=_("One per line, in either language.")
    )
    banned = models.TextField(
        _("not to be used"),
        blank=True,
        help_text=_("One per line, in either language. Texts that use one are marked."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("When to use it, and when not."))

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("glossary")
        ordering = ["english", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["english", "chinese"],
                name="glossary_pair_once",
                violation_error_message=_("This pair is already in the glossary."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.english} · {self.chinese}"

    def clean(self) -> None:
        mine = {self.english, self.chinese, *_lines(self.allowed)}
        if both := mine & set(_lines(self.banned)):
            text = _("“%(word)s” cannot be allowed and banned at once.")
            raise ValidationError({"banned": text % {"word": sorted(both)[0]}})

    def as_term(self) -> Term:
        """The line as the checks read it."""
        return Term(self.english, self.chinese, tuple(_lines(self.allowed)), tuple(_lines(self.banned)))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
