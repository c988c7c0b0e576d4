"""What of the register of figures can be found by searching."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.templatetags.say import amount
from search_index.documents import live_titles, searchable

from .models import Figure, Indicator

searchable(
    Figure,
    key="figure",
    label=_("Figures"),
    title="indicator",
    also=lambda figure: (
        amount(figure.amount),
        figure.get_territory_display(),
        figure.as_of and figure.as_of.say(),
    ),
    address=lambda figure: f"{reverse('figures:register')}#{figure.slug}",
)
searchable(
    Indicator,
    key="indicator",
    label=_("Indicators"),
    title="name",
    rank=30,
    names=lambda indicator: live_titles(indicator, "name"),
)
