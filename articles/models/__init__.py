from .article import Article
from .article_parts import Byline, Correction, GalleryPicture
from .collection import Series, Special, SpecialSection
from .column import Column
from .people import Author, Quote

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Column",
    "Correction",
    "GalleryPicture",
    "Quote",
    "Series",
    "Special",
    "SpecialSection",
]
