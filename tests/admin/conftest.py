"""Records as they stand in life, for the tests of lists and forms."""

import pytest

from articles.models import (
    Author,
    Byline,
    Correction,
    GalleryPicture,
    Quote,
    Series,
    Special,
)
from documents.models import DocumentFile
from enterprises.models import Facility, Listing, Metric, Product
from evidence.models import Source
from figures.models import Figure, Indicator
from media_library.models import Document, Film, Image, Tag
from pages.models import MenuItem, Official, Organisation, Page, Place
from tests import factories


@pytest.fixture
def crowd(db):
    """A function that makes a few records of every kind, linked as they are in life."""

    def make(number):
        source = Source.objects.create(
            key=f"source-{number}", kind=Source.Kind.PRESS, name_en=f"Source {number}"
        )
        image = Image.objects.create(
            file=f"images/{number}/original.jpg", width=900, height=600, alt_en="A bridge"
        )
        image.tags.add(Tag.objects.create(name_en=f"Night {number}", name_zh_hans=f"夜景{number}"))
        park = factories.make_park(parent=factories.make_park(), source=source, image=image)
        industry = factories.make_industry(parent=factories.make_industry())
        parent = factories.make_enterprise()
        enterprise = factories.make_enterprise(parent=parent, image=image)
        enterprise.industries.add(industry)
        facility = Facility.objects.create(enterprise=enterprise, name_en="Works", park=park, source=source)
        Product.objects.create(enterprise=enterprise, name_en="Screens", source=source)
        Listing.objects.create(enterprise=enterprise, exchange="SH", code="600000")
        Metric.objects.create(enterprise=enterprise, measure="land", value=3, unit="yuan", source=source)
        factories.make_award(enterprise, facility=facility)
        event = factories.make_event(source=source)
        project = factories.make_project(event=event, park=park, source=source)
        factories.make_opportunity(source=source).parks.add(park)
        factories.make_case_study(enterprise=enterprise, facility=facility, project=project, image=image)
        factories.make_policy(source=source, supersedes=factories.make_policy())
        factories.make_situation(factories.make_procedure(source=source))
        column = factories.make_column(parent=factories.make_column())
        series = Series.objects.create(slug=f"series-{number}", title_en="Series")
        Special.objects.create(slug=f"special-{number}", title_en="Special", image=image)
        figure = f'<p>Text.</p><figure><img data-file="{image.pk}" alt=""></figure>'
        article = factories.make_article(
            column=column, source=source, image=image, series=series, series_part=1, body_en=figure
        )
        article.enterprises.add(enterprise, parent)
        article.parks.add(park)
        article.projects.add(project)
        article.related.add(factories.make_article())
        for name in ("Li", "Wang"):
            author = Author.objects.create(name_en=f"{name} {number}")
            Byline.objects.create(article=article, author=author)
        Correction.objects.create(article=article, corrected_on="2026-05-05", text_en="A name.")
        for _picture in range(3):
            GalleryPicture.objects.create(article=article, image=image)
        Quote.objects.create(text_en="A sentence.", speaker_en="A speaker")
        common = Indicator.objects.create(slug=f"indicator-{number}", name_en="Output", summary_en="Made.")
        Figure.objects.create(
            slug=f"figure-{number}",
            common_indicator=common,
            indicator_en="Output",
            territory="china",
            value=3,
            unit="yuan",
            source=source,
        )
        stored = Document.objects.create(
            file=f"documents/{number}/original.pdf", language="en", title_en="Guide"
        )
        filed = factories.make_document(source=source)
        DocumentFile.objects.create(document=filed, file=stored)
        Film.objects.create(link="https://example.org/film", title_en="Film", poster=image)
        page = Page.objects.create(slug=f"page-{number}", section="about", title_en="Page", image=image)
        Page.objects.create(slug=f"chapter-{number}", section="about", title_en="Chapter", parent=page)
        body = Organisation.objects.create(
            slug=f"body-{number}", name_en="Body", kind=Organisation.Kind.values[0]
        )
        Official.objects.create(slug=f"official-{number}", title_en="Director", organisation=body, rank=1)
        Place.objects.create(slug=f"place-{number}", name_en="Place", kind=Place.Kind.values[0], park=park)
        top = MenuItem.objects.create(menu="main", label_en="News", path=f"news/{number}")
        MenuItem.objects.create(menu="main", label_en="Local", path=f"news/local/{number}", parent=top)

    return make
