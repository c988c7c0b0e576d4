"""The document library: what there is, in which languages and forms. The files themselves have their own terms."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from bilingual.addresses import absolute, in_language
from bilingual.languages import ENGLISH, HTML_LANG, LANGUAGES
from documents.models import Document, DocumentFile
from enterprises.models import Industry

from .. import schemas
from ..fields import Field, FieldsOf, Kind
from ..filters import Asked, choice, named, related, year
from ..public import Public, plain
from ..resource import Resource

of, file = FieldsOf(Document), FieldsOf(DocumentFile)


def _in_years(rows, values: list, asked: Asked):
    return rows.filter(issued_on__year__in=[int(value) for value in values])


def _of_file(name: str, meaning, schema: dict, read) -> Field:
    return Field(name, meaning, schema, lambda row, public: plain(read(row.file)), joins=("file",))


def _addresses(row: DocumentFile, public: Public) -> dict[str, str | None]:
    """Where to take the file: under its document, which answers only while it is public."""
    with override(ENGLISH):
        path = reverse("documents:file", args=[row.document.slug, row.pk])
    return {
        HTML_LANG[code]: absolute(in_language(path, code)) if code in public.languages else None
        for code in LANGUAGES
    }


FILE_FIELDS = (
    file.value("id", meaning=_("Identifier")),
    Field("address", _("Download address"), schemas.ref("Pages"), _addresses, Kind.WORDS),
    _of_file(
        "language",
        _("language"),
        schemas.one_of([(code, code) for code in LANGUAGES]),
        lambda one: one.language,
    ),
    _of_file("form", _("File type"), schemas.STRING, lambda one: one.suffix),
    _of_file("version", _("version"), schemas.or_null(schemas.STRING), lambda one: one.version),
    _of_file(
        "dated",
        _("dated"),
        schemas.or_null({"type": "string", "pattern": schemas.PERIOD}),
        lambda one: one.dated_on,
    ),
    _of_file("pages", _("pages"), schemas.or_null(schemas.INTEGER), lambda one: one.pages),
    _of_file("bytes", _("Size in bytes"), schemas.or_null(schemas.INTEGER), lambda one: one.size),
)


DOCUMENTS = Resource(
    key="documents",
    schema_name="Document",
    model=Document,
    title=_("Document library"),
    summary=_("Brochures, guides, forms and reports in the library, with their files, languages and dates."),
    own_fields=(
        of.words("title"),
        of.words("summary"),
        of.words("issuer"),
        of.value("kind"),
        of.value("number"),
        of.value("version"),
        of.value("issued_on"),
        of.references("industries"),
        of.rows("files", *FILE_FIELDS),
        of.source(),
        of.value("is_sample"),
    ),
    own_filters=(
        named("title", "issuer"),
        choice("kind", _("kind"), Document.Kind.choices),
        related("industry", _("industries"), "industries", Industry),
        year("year", _("Year of issue"), _in_years),
    ),
    page="documents:documents",
)
