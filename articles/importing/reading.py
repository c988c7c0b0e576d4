"""The front door: bytes of a file to a document of blocks."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from articles.importing.blocks import SourceDocument
from articles.importing.decoding import decode
from articles.importing.markdown import read_markdown
from articles.importing.plaintext import read_text
from articles.importing.refusals import ImportRefused
from articles.importing.sniffing import is_docx, refuse_foreign_content, text_form
from articles.importing.webpage import read_webpage
from articles.importing.word import read_word

# A long report has some hundred blocks; the limits keep every later step quick whatever the file holds.
BLOCKS_LIMIT = 3000
LINE_LIMIT = 20_000
READERS = {"html": read_webpage, "markdown": read_markdown, "text": read_text}


def read_document(data, name="", companion=None) -> SourceDocument:
    """The document in `data` (bytes of a text, HTML, Markdown or .docx file of up to 5 MB).

    `name` is the file's name; it only tells Markdown from text. `companion` is called with the relative address
    of a picture and returns its bytes or None: a saved page often keeps its pictures in a folder beside it.
    Raises ImportRefused with a sentence for the person who brought the file.
    """
    refuse_foreign_content(data)
    document = read_word(data) if is_docx(data) else read_characters(decode(data), name)
    if len(document.blocks) > BLOCKS_LIMIT or any(len(block.text) > LINE_LIMIT for block in document.blocks):
        raise too_long()
    if companion:
        add_companions(document.blocks, companion)
    return document


def read_characters(text, name):
    form = text_form(text, name)
    # Pages are often stored as one long line; a text is not.
    if form != "html" and (
        text.count("\n") > BLOCKS_LIMIT * 4 or max(map(len, text.split("\n"))) > LINE_LIMIT
    ):
        raise too_long()
    return READERS[form](text)


def too_long():
    return ImportRefused(
        "too-long",
        _("This is far longer than an article: it has too many paragraphs, or one that is far too long."),
    )


def add_companions(blocks, companion):
    for block in blocks:
        if block.kind == "image" and block.picture.data is None and block.picture.address:
            block.picture = replace(block.picture, data=companion(block.picture.address))
