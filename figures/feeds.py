"""An Atom feed of the figures of a filter: those that were entered or changed last."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from bilingual.templatetags.say import amount
from publishing.feeds import EditionFeed
from ui.faceted import list_title

from .filters import FigureFilters
from .models import Figure

ITEMS = 30


class FiguresFeed(EditionFeed):
    def get_object(self, request):
        return FigureFilters(request.GET, list(Figure.objects.live().for_register()))

    def title(self, filters):
        return list_title(filters.chosen, _("Facts and figures"), _("Facts and figures: %(filters)s"))

    def link(self, filters):
        return absolute(reverse("figures:register") + filters.address())

    def feed_url(self, filters):
        return absolute(reverse("figures:feed") + filters.address())

    def items(self, filters):
        return sorted(
            filters.found, key=lambda figure: (self.item_updateddate(figure), figure.pk), reverse=True
        )[:ITEMS]

    def item_title(self, figure):
        words = {"indicator": figure.indicator, "value": amount(figure.amount)}
        return _("%(indicator)s: %(value)s") % words

    def item_description(self, figure):
        told = [
            capfirst(str(figure.get_territory_display())),
            figure.as_of.say() if figure.as_of else "",
            (figure.source.name or "") if figure.source else "",
            _("Replaced by a later figure") if figure.superseded_by_id else "",
        ]
        return " · ".join(filter(None, told))

    def item_link(self, figure):
        return absolute(f"{reverse('figures:register')}#{figure.slug}")
