"""News: what an article is about and where it stands. Its text and pictures stay on its page."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Article, Column
from enterprises.models import Enterprise, Industry, Park
from investment.models import Event, Project

from .. import schemas
from ..fields import Field, FieldsOf, Kind
from ..filters import Filter, choice, day, related
from ..public import live
from ..resource import Resource, moment_of

of = FieldsOf(Article)


def _column(article: Article, public) -> dict:
    return {"id": article.column.slug, "name": public.words(article.column, "name")}


def _in_columns(rows, slugs: list, asked):
    """Columns, and columns inside them."""
    wanted = Column.objects.filter(slug__in=slugs).values("pk")
    inside = Column.objects.filter(parent__slug__in=slugs).values("pk")
    return rows.filter(Q(column__in=wanted) | Q(column__in=inside))


def _dated(at, languages):
    # A public article has a date: it is set when it is published. The order of the list leans on that.
    return live(Article, at, languages).filter(dated_at__isnull=False)


def _from(rows, values, asked):
    return rows.filter(dated_at__gte=moment_of(values[0]))


def _until(rows, values, asked):
    return rows.filter(dated_at__lt=moment_of(values[0], days=1))


ARTICLES = Resource(
    key="articles",
    schema_name="Article",
    model=Article,
    title=_("News"),
    summary=_(
        "Articles, photo galleries and videos: headline, summary, date, column and what they are about."
    ),
    own_fields=(
        of.words("headline"),
        of.words("subtitle"),
        of.words("summary"),
        of.words("dateline"),
        of.words("keywords"),
        of.value("kind"),
        Field(
            "column",
            _("column"),
            schemas.obj({"id": schemas.SLUG_SCHEMA, "name": schemas.ref("Words")}),
            _column,
            Kind.OBJECT,
            fields=(FieldsOf(Column).value("slug", "id"), FieldsOf(Column).words("name")),
            joins=("column",),
        ),
        of.value("original_language"),
        of.value("dated_at"),
        of.value("updated_on"),
        of.source(),
        of.reference("series"),
        of.value("series_part"),
        of.references("enterprises"),
        of.references("parks"),
        of.references("industries"),
        of.references("events"),
        of.references("projects"),
    ),
    own_filters=(
        Filter("column", _("column"), schemas.SLUG_SCHEMA, _in_columns),
        choice("kind", _("kind"), Article.Kind.choices),
        related("enterprise", _("about enterprises"), "enterprises", Enterprise),
        related("park", _("about parks"), "parks", Park),
        related("industry", _("about industries"), "industries", Industry),
        related("event", _("about events"), "events", Event),
        related("project", _("about projects"), "projects", Project),
        day("from", pgettext_lazy("filter", "Dated on this day or later"), _from),
        day("until", pgettext_lazy("filter", "Dated on this day or earlier"), _until),
    ),
    order=("-dated_at", "-pk"),
    page="articles:news",
    base=_dated,
)
