"""Sitemaps: each live edition once, with its alternates where both are live."""

from __future__ import annotations

from functools import partial

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils.translation import override

from articles.models import Article, Column, Series, Special
from bilingual.addresses import absolute, in_language
from bilingual.languages import HTML_LANG, LANGUAGES
from documents.models import Document
from enterprises.models import Enterprise, Industry, Park, Scheme
from figures.models import Indicator
from investment.models import CaseStudy, Event, Opportunity, Project
from pages.models import Page, Place
from policies.models import Policy
from procedures.models import Procedure


class EditionSitemap(Sitemap):
    """Every live edition of a kind of record."""

    limit = 2000

    def __init__(self, queryset):
        super().__init__()
        self.queryset = queryset

    def items(self):
        return self.queryset.all().live_anywhere().order_by("pk")

    def languages(self, item) -> list[str]:
        return item.live_languages()

    def location(self, item):
        return item.get_absolute_url()

    def lastmod(self, item):
        return item.changed_at

    def get_latest_lastmod(self):
        """Not said: it would need a look at every row of the section."""
        return None

    def get_urls(self, page=1, site=None, protocol=None):
        return [entry for item in self.paginator.page(page).object_list for entry in self._entries(item)]

    def _entries(self, item) -> list[dict]:
        languages = self.languages(item)
        with override(LANGUAGES[0]):
            path = self.location(item)
        places = {language: absolute(in_language(path, language)) for language in languages}
        alternates = [
            {"location": places[language], "lang_code": HTML_LANG[language]} for language in languages
        ]
        return [
            {
                "item": item,
                "location": places[language],
                "lastmod": self.lastmod(item),
                "changefreq": None,
                "priority": "",
                "alternates": alternates if len(languages) > 1 else [],
            }
            for language in languages
        ]


class ChainSitemap(EditionSitemap):
    """The chains of industries, in the languages in which they have words."""

    def languages(self, item) -> list[str]:
        return [code for code in item.live_languages() if code in item.chain_languages()]

    def location(self, item):
        return reverse("enterprises:chain", args=[item.slug])


class ListSitemap(EditionSitemap):
    """The lists of the site and the columns of news."""

    NAMES = (
        "home:home",
        "articles:news",
        "articles:archive",
        "enterprises:list",
        "enterprises:compare",
        "enterprises:parks",
        "enterprises:compare_parks",
        "enterprises:industries",
        "enterprises:schemes",
        "enterprises:ledger",
        "investment:events",
        "investment:projects",
        "investment:opportunities",
        "investment:cases",
        "policies:policies",
        "policies:finder",
        "procedures:procedures",
        "procedures:planner",
        "pages:officials",
        "pages:departments",
        "pages:site_map",
        "figures:register",
        "documents:documents",
        "open_data:catalogue",
        "open_data:reference",
        "open_data:licence",
        "dossiers:shortlist",
        "inquiries:new",
        "inquiries:track",
        "inquiries:response_times",
    )

    def __init__(self):
        super().__init__(None)

    def items(self):
        return [*self.NAMES, *Column.objects.all()]

    def languages(self, item) -> list[str]:
        if isinstance(item, str):
            return list(LANGUAGES)
        return [
            code for code in LANGUAGES if Column.objects.with_live_articles(code).filter(pk=item.pk).exists()
        ]

    def location(self, item):
        return reverse(item) if isinstance(item, str) else item.get_absolute_url()

    def lastmod(self, item):
        return None


#: Made anew for each request: a sitemap keeps the rows that it has read.
SITEMAPS = {
    "lists": ListSitemap,
    "articles": partial(
        EditionSitemap, Article.objects.defer("body", "body_en", "body_zh_hans", "import_report")
    ),
    "specials": partial(EditionSitemap, Special.objects),
    "series": partial(EditionSitemap, Series.objects),
    "enterprises": partial(EditionSitemap, Enterprise.objects),
    "industries": partial(EditionSitemap, Industry.objects),
    "chains": partial(ChainSitemap, Industry.objects.with_any_chain()),
    "parks": partial(EditionSitemap, Park.objects),
    "designations": partial(EditionSitemap, Scheme.objects),
    "events": partial(EditionSitemap, Event.objects),
    "projects": partial(EditionSitemap, Project.objects),
    "opportunities": partial(EditionSitemap, Opportunity.objects),
    "cases": partial(EditionSitemap, CaseStudy.objects),
    "policies": partial(EditionSitemap, Policy.objects),
    "procedures": partial(EditionSitemap, Procedure.objects),
    "figures": partial(EditionSitemap, Indicator.objects),
    "documents": partial(EditionSitemap, Document.objects),
    "pages": partial(EditionSitemap, Page.objects),
    "places": partial(EditionSitemap, Place.objects),
}
