"""The document library: the list, the page of a document, and its files."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language
from media_library.downloads import handed_out
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.head import page_head, schema
from ui.pagination import paginate

from .filters import DocumentFilters
from .models import Document, DocumentFile
from .presenters import files_of, forms_said, kind_said


def listed_documents() -> list[Document]:
    """All live documents with what a card shows, in one query: real ones before samples, newest first."""
    documents = Document.objects.live().newest_first().for_cards()
    return sorted(documents, key=lambda document: document.is_sample)


@require_safe
def documents(request):
    filters = DocumentFilters(request.GET, listed_documents())
    page = paginate(request, filters.found, total=len(filters.found))
    breadcrumbs = desk_trail((_("Document library"), None))
    number = len(filters.found)
    feed = reverse("documents:feed") + filters.address()
    context = {
        "filters": filters,
        "page": page,
        "cards": [(document, kind_said(document), forms_said(document)) for document in page.items],
        "has_samples": any(document.is_sample for document in page.items),
        "count": ngettext("%(number)s document", "%(number)s documents", number) % {"number": number},
        "feed": feed,
        "breadcrumbs": breadcrumbs,
        "head": page_head(
            request.path + filters.address(),
            _("Document library"),
            _("Forms, guides and figures of Liangjiang New Area to download, with date and source."),
            breadcrumbs,
            feeds=[(_("Document library"), feed)],
        ),
    }
    return render(request, "documents/documents.html", context)


@require_safe
def document(request, slug):
    document = live_or_404(Document.objects.for_cards(), slug=slug)
    return render(request, "documents/document.html", document_context(document))


def document_context(document: Document) -> dict:
    breadcrumbs = desk_trail((_("Document library"), reverse("documents:documents")), (document.title, None))
    return {
        "document": document,
        "kind": kind_said(document),
        "files": files_of(document),
        "breadcrumbs": breadcrumbs,
        "head": record_head(document, document.title, document.summary, breadcrumbs, _structured(document)),
    }


def _structured(document: Document) -> dict:
    """schema.org DigitalDocument; of a sample none, for a machine does not read its label."""
    if document.is_sample:
        return {}
    return schema(
        "DigitalDocument",
        name=document.title,
        description=document.summary,
        identifier=document.number,
        version=document.version,
        datePublished=document.issued_on.isoformat() if document.issued_on else "",
        publisher={"@type": "Organization", "name": document.issuer} if document.issuer else "",
        inLanguage=HTML_LANG[active_language()],
        url=absolute(document.get_absolute_url()),
    )


@require_safe
def file(request, slug, part):
    """A file of a document that is live, in whatever language: Chinese files are had from English pages, too."""
    found = get_object_or_404(
        DocumentFile.objects.select_related("document", "file"), pk=part, document__slug=slug
    )
    if not found.document.live_languages():
        raise Http404
    return handed_out(found.file)
