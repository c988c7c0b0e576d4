"""Stored files, and documents of the library with some of them."""

from itertools import count

import pytest
from django.core.files.base import ContentFile

from bilingual.languages import LANGUAGES
from documents.models import Document, DocumentFile
from media_library.models import Document as StoredDocument
from tests.factories import made_live

_numbers = count(1)


@pytest.fixture
def store(db):
    """A function that stores a file: ``store(language="zh-hans", suffix="docx", data=b"…")``."""

    def store_one(*, language="en", suffix="pdf", data=b"%PDF-1.7 text", **fields):
        words = {"title_en": "File", "title_zh_hans": "文件", **fields}
        return StoredDocument.objects.create(
            file=ContentFile(data, name=f"original.{suffix}"), language=language, size=len(data), **words
        )

    return store_one


@pytest.fixture
def make_document(db):
    """A function that makes a document of the library, live in both languages unless others are named."""

    def make(languages=LANGUAGES, files=(), **fields):
        number = next(_numbers)
        words = {
            "slug": f"test-document-{number}", "kind": "guide", "title_en": f"Title {number}",
            "title_zh_hans": f"标题{number}", "summary_en": "Summary.", "summary_zh_hans": "摘要。", **fields,
        }  # fmt: skip
        document = Document.objects.create(**words)
        for position, file in enumerate(files):
            DocumentFile.objects.create(document=document, file=file, position=position)
        return made_live(document, languages)

    return make
