"""Named questions about enterprises, their parks and their designations."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from bilingual.languages import LANGUAGES, active_language, column
from publishing.gathering import GatheringQuerySet, Parts, by_position
from publishing.querysets import PublishableQuerySet, live_condition

#: Long texts of a scheme that no badge shows.
SCHEME_TEXTS = ("level__scheme__summary", "level__scheme__body", "level__scheme__review_rule")
PARK_TEXTS = ("park__summary", "park__body")
NODE_TEXTS = ("node__summary", "node__body")
INDUSTRY_TEXTS = ("summary", "policy_focus", "body")
OTHER_TEXTS = ("other__description", "enterprise__description")
CHAIN_TEXTS = ("link__description", *(f"link__industry__{name}" for name in INDUSTRY_TEXTS))


class AwardQuerySet(models.QuerySet):
    def public(self, language=None):
        """Awards whose scheme is live in a language: only then may its words be shown."""
        return self.filter(live_condition(language, prefix="level__scheme__"))

    def valid(self, on=None):
        """Awards held and not past their date on a day (default: today in Beijing)."""
        on = on or timezone.localdate()
        return self.filter(status__in=["awarded", "reviewed"]).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=on)
        )

    def candidates(self):
        return self.filter(status="candidate")

    def lapsed(self, on=None):
        """Awards said to have lapsed, and held ones past their date on a day (default: today in Beijing)."""
        on = on or timezone.localdate()
        return self.filter(
            Q(status="lapsed") | Q(status__in=["awarded", "reviewed"], valid_until__lt=on),
        )

    def for_ledger(self):
        """With holder, level, scheme, batch, place and source: what a line of the ledger shows."""
        texts = [*SCHEME_TEXTS, *(f"enterprise__{name}" for name in ("description", "activity"))]
        long = [column(text, language) for text in texts for language in LANGUAGES]
        return self.select_related(
            "enterprise", "level__scheme", "batch", "facility", "product", "source"
        ).defer(*texts, *long)


class TransportLinkQuerySet(models.QuerySet):
    def public(self, language=None):
        """Ways to nodes that are live in a language."""
        return self.filter(live_condition(language, prefix="node__"))


class ChainPlaceQuerySet(models.QuerySet):
    def public(self, language=None):
        """Places in the chains of industries that are live in a language."""
        return self.filter(live_condition(language, prefix="link__industry__"))


class EnterpriseQuerySet(GatheringQuerySet, PublishableQuerySet):
    def by_name(self, language=None):
        """A to Z in English, by pinyin in Chinese."""
        return self.order_by(column("sort_key", language), "pk")

    def in_parks(self, slugs):
        from .models import Facility

        return self.filter(Exists(Facility.objects.filter(enterprise=OuterRef("pk"), park__slug__in=slugs)))

    def for_cards(self):
        """With all that a card or a row of the directory shows, in one query."""
        from .models import Award, Facility, Industry, Metric

        return (
            self.select_related("image")
            .defer("description", "description_en", "description_zh_hans", "to_confirm")
            .gather(
                Parts("industries", Industry.objects.live(), order=by_position, leave=INDUSTRY_TEXTS),
                Parts(
                    "awards",
                    Award.objects.public().select_related("level__scheme", "batch"),
                    leave=SCHEME_TEXTS,
                ),
                Parts("facilities", Facility.objects.select_related("park"), leave=PARK_TEXTS),
                Parts("metrics", Metric.objects.select_related("source")),
            )
        )

    def for_export(self):
        """With all that a row of a file tells, in one query."""
        from .models import Award, Facility, Industry, Metric

        return self.defer("description", "description_en", "description_zh_hans", "to_confirm").gather(
            Parts("industries", Industry.objects.live(), order=by_position, leave=INDUSTRY_TEXTS),
            Parts(
                "awards", Award.objects.public().select_related("level__scheme", "source"), leave=SCHEME_TEXTS
            ),
            Parts("facilities", Facility.objects.select_related("park"), leave=PARK_TEXTS),
            Parts("listings"),
            Parts("metrics", Metric.objects.select_related("source")),
            Parts("sources", order=lambda source: source.key),
            *_ties(),
            _chain_places(),
        )

    def for_profile(self):
        """With everything of its own that the profile shows, in one query."""
        from .models import Award, EnterpriseName, Facility, Industry, Metric, Product

        live = self.model._default_manager.live()
        name, profile_texts = column("sort_key", active_language()), ("description", "activity")
        return self.select_related("image", "parent").gather(
            Parts("names", EnterpriseName.objects.select_related("source")),
            Parts("listings"),
            Parts("industries", Industry.objects.live(), order=by_position, leave=INDUSTRY_TEXTS),
            Parts(
                "awards",
                Award.objects.public().select_related(
                    "level__scheme", "batch", "source", "product", "facility"
                ),
                leave=SCHEME_TEXTS,
            ),
            Parts("facilities", Facility.objects.select_related("park", "source"), leave=PARK_TEXTS),
            Parts("products", Product.objects.select_related("source")),
            Parts("metrics", Metric.objects.select_related("source")),
            Parts("sources", order=lambda source: source.key),
            *_ties(),
            _chain_places(),
            Parts("subsidiaries", live, order=lambda one: getattr(one, name), leave=profile_texts),
        )


def _ties() -> list[Parts]:
    """What others are to an enterprise, and what it is to others; the other one always live in this language."""
    from .models import Tie

    return [
        Parts(
            "ties",
            Tie.objects.filter(live_condition(prefix="other__")).select_related("other", "source"),
            leave=OTHER_TEXTS,
        ),
        Parts(
            "tied_by",
            Tie.objects.filter(live_condition(prefix="enterprise__")).select_related("enterprise", "source"),
            leave=OTHER_TEXTS,
        ),
    ]


def _chain_places() -> Parts:
    from .models import ChainPlace

    places = ChainPlace.objects.public().select_related("link__industry", "source")
    return Parts("chain_places", places, leave=CHAIN_TEXTS)


class ParkQuerySet(GatheringQuerySet, PublishableQuerySet):
    def zones(self):
        """Development zones, business districts and exhibition cities: the quarters of the area."""
        return self.filter(kind__in=["zone", "business", "exhibition"])

    def for_cards(self):
        from .models import ParkFact

        return (
            self.select_related("image")
            .defer("body", "body_en", "body_zh_hans", "to_confirm")
            .gather(Parts("facts", ParkFact.objects.select_related("source")), Parts("names"))
        )

    def for_register(self):
        """With all that the list and the drawing of parks show, in one query."""
        from .models import Industry, ParkTerm, TransportLink

        return (
            self.select_related("image")
            .defer("body", "body_en", "body_zh_hans", "to_confirm")
            .gather(
                Parts("industries", Industry.objects.live(), order=by_position, leave=INDUSTRY_TEXTS),
                Parts(
                    "transport",
                    TransportLink.objects.public().select_related("node", "source"),
                    leave=NODE_TEXTS,
                ),
                Parts("terms", ParkTerm.objects.all()),
            )
        )

    def for_page(self):
        """With everything of its own that the page of a park shows, in one query."""
        from .models import Industry, ParkFact, ParkName, ParkTerm, TransportLink

        return self.select_related("image", "parent", "source").gather(
            Parts("facts", ParkFact.objects.select_related("source")),
            Parts("names", ParkName.objects.select_related("source")),
            Parts("terms", ParkTerm.objects.select_related("source")),
            Parts(
                "transport",
                TransportLink.objects.public().select_related("node", "source"),
                leave=NODE_TEXTS,
            ),
            Parts(
                "reached_from",
                TransportLink.objects.filter(live_condition(prefix="park__")).select_related(
                    "park", "source"
                ),
                leave=PARK_TEXTS,
            ),
            Parts("industries", Industry.objects.live(), order=by_position, leave=INDUSTRY_TEXTS),
            Parts("children", self.model._default_manager.live(), order=by_position, leave=("body",)),
        )


class IndustryQuerySet(GatheringQuerySet, PublishableQuerySet):
    def with_any_chain(self):
        """Those that have links of a chain, with the links."""
        from .models import ChainLink

        return self.filter(Exists(ChainLink.objects.filter(industry=OuterRef("pk")))).prefetch_related(
            "chain_links"
        )

    def with_chain(self, language=None):
        """Those whose chain has a link with words in a language."""
        from .models import ChainLink

        named = ChainLink.objects.filter(industry=OuterRef("pk")).exclude(**{column("name", language): None})
        return self.filter(Exists(named.exclude(**{column("name", language): ""})))

    def for_page(self):
        """With everything of its own that the page of an industry shows, in one query."""
        from .models import ChainLink, Park

        return self.select_related("image", "parent", "source").gather(
            Parts("codes"),
            Parts("chain_links", ChainLink.objects.select_related("source")),
            Parts("children", self.model._default_manager.live(), order=by_position, leave=("body",)),
            Parts("parks", Park.objects.live(), order=by_position, leave=("body",)),
        )


class SchemeQuerySet(GatheringQuerySet, PublishableQuerySet):
    def for_list(self):
        """Without the long text."""
        return self.defer("body", "body_en", "body_zh_hans")

    def for_page(self):
        from .models import Batch

        return self.select_related("source").gather(
            Parts("levels", order=lambda level: (level.rank, level.key)),
            Parts("batches", Batch.objects.select_related("source")),
        )
