"""A document of blocks to an article with its parts named."""

from django.utils.translation import gettext_lazy as _

from articles.importing import lines
from articles.importing.article import ParsedArticle
from articles.importing.body import BodyReader, lead_length
from articles.importing.imprint import take_facts, take_line
from articles.importing.layout import lay_out
from articles.importing.metalines import read_meta_line
from articles.importing.reading import read_document
from articles.importing.refusals import ImportRefused
from articles.importing.report import Guess, Note


def parse(data, name="", companion=None):
    """The ParsedArticle in the bytes of a file; arguments and refusals are those of `read_document`."""
    return dissect(read_document(data, name, companion))


def dissect(document):
    """The ParsedArticle of a SourceDocument. Raises ImportRefused without a headline or without any text."""
    layout = lay_out(document)
    article = ParsedArticle(headline=layout.headline, furniture=layout.furniture, unplaced=layout.unplaced)
    article.guesses.extend(layout.guesses)
    take_facts(article, document.facts)
    article.column = layout.column or article.column
    for block in layout.above:
        take_line(article, read_meta_line(block.text), block.text)
    BodyReader(article, layout.text, document.form).read()
    if not any(part.kind != "figure" for part in article.body):
        raise ImportRefused("no-text", _("A headline was found, but no text below it."))
    article.series, article.series_part, article.headline_in_series = lines.series_of(article.headline)
    article.language = lines.language_of([article.headline, *article.texts()])
    summarise(article)
    return article


def summarise(article):
    """Fill an empty summary with the beginning of the text, and say so."""
    lead = next((part.text for part in article.body if part.kind == "paragraph"), "")
    if not article.summary and lead:
        article.summary = lines.beginning(lead, lead_length(lead))
        article.guesses.append(Note(Guess.SUMMARY, article.summary))
