"""What an address asks of the document library."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ui.faceted import Entry, Faceted, choices, facet

from .models import Document
from .presenters import FORMS, LANGUAGE_NAMES


class DocumentFilters(Faceted):
    """``documents`` is the list of all live ones (``for_cards``); a library has hundreds and never a million."""

    def __init__(self, query, documents: Iterable[Document]):
        documents = list(documents)
        industries = {
            industry.slug: industry.name for document in documents for industry in document.industries.all()
        }
        years = {str(document.issued_on.year) for document in documents if document.issued_on}
        super().__init__(
            query,
            [
                facet("kind", _("Kind"), choices(Document.Kind)),
                facet("language", _("Language of the file"), LANGUAGE_NAMES.items()),
                facet("form", _("File type"), FORMS.items()),
                facet("industry", _("Industry"), industries.items()),
                facet("year", _("Year of issue"), [(year, year) for year in sorted(years, reverse=True)]),
            ],
            [_entry(document) for document in documents],
        )
        wanted = set(self.keys)
        self.found = [document for document in documents if document.pk in wanted]


def _entry(document: Document) -> Entry:
    files = [part.file for part in document.files.all()]
    return Entry(
        document.pk,
        {
            "kind": (document.kind,),
            "language": tuple({file.language for file in files}),
            "form": tuple({file.suffix for file in files}),
            "industry": tuple(industry.slug for industry in document.industries.all()),
            "year": (str(document.issued_on.year),) if document.issued_on else (),
        },
    )
