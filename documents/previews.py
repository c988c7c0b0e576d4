"""The page of a document over a working copy."""

from __future__ import annotations

from django.shortcuts import render

from publishing.preview.previewing import narrow, previews

from .models import Document
from .views import document_context


@previews(Document)
def document(request, record):
    narrow(record, "industries")
    return render(request, "documents/document.html", document_context(record))
