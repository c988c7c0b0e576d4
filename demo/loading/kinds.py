"""Which models the demo fills, from where, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.apps import apps

from demo.reading import Record, read_folder, read_list


@dataclass(frozen=True)
class Kind:
    """A model and its place below the content folder.

    ``identity`` is the column by which a row is found again. With ``table`` the place is one file of
    ``[[table]]`` records, without it a folder of files. ``nickname`` is a key, no column, by which others
    refer to a row that has no short name of its own.
    """

    label: str
    place: str
    identity: str = "slug"
    table: str = ""
    nickname: str = ""

    @property
    def model(self):
        return apps.get_model(self.label)

    def read(self, content: Path) -> list[Record]:
        """The records of this kind; none when nothing is written down."""
        if self.table:
            return read_list(content / self.place, self.table, self.nickname or self.identity)
        return read_folder(content / self.place, self.identity)


#: In this order every reference points backwards.
KINDS = (
    Kind("translation_desk.GlossaryTerm", "glossary.toml", "english", "term"),
    Kind("evidence.Source", "sources.toml", "key", "source"),
    Kind("articles.Column", "columns.toml", "slug", "column"),
    Kind("enterprises.Industry", "industries"),
    Kind("enterprises.Park", "parks"),
    Kind("figures.Indicator", "indicators.toml", "slug", "indicator"),
    Kind("figures.Figure", "figures.toml", "slug", "figure"),
    Kind("enterprises.Scheme", "schemes"),
    Kind("enterprises.Enterprise", "enterprises"),
    Kind("investment.Event", "events"),
    Kind("investment.Project", "projects"),
    Kind("investment.Opportunity", "opportunities"),
    Kind("investment.CaseStudy", "case_studies"),
    Kind("policies.Policy", "policies"),
    Kind("procedures.Procedure", "procedures"),
    Kind("procedures.Situation", "situations"),
    Kind("documents.Document", "documents"),
    Kind("pages.Organisation", "organisations.toml", "slug", "organisation"),
    Kind("pages.Official", "officials.toml", "slug", "official"),
    Kind("pages.Place", "places"),
    Kind("pages.Page", "pages"),
    Kind("articles.Author", "authors.toml", "name_en", "author", nickname="key"),
    Kind("articles.Quote", "quotes.toml", "text_en", "quote", nickname="key"),
    Kind("articles.Series", "series.toml", "slug", "series"),
    Kind("articles.Article", "articles"),
    Kind("articles.Special", "specials"),
    Kind("inquiries.ReplyTemplate", "reply_templates.toml", "name", "template"),
)
