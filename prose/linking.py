"""References in a text, made into links of the language in which it is shown."""

from __future__ import annotations

from html import escape

from django.utils.translation import gettext as _

from publishing.preview.mode import is_preview

from .references import Link, is_reference, references_in, with_links
from .targets import address_in, is_open, targets_of


def resolved(html: str, language: str) -> str:
    """Sanitised HTML with an address in ``language`` in the place of each reference.

    Where the record is gone, or not live in that language, only the words stay; a preview marks them and says why.
    One query for each kind of record to which the text links.
    """
    targets = targets_of(references_in(html))

    def written(link: Link) -> str:
        if not is_reference(link.address):
            return link.html
        record = targets.get(link.reference)
        address = address_in(record, language) if record is not None else None
        if address is not None and is_open(record, language):
            return f'<a{link.before} href="{escape(address)}"{link.after}>{link.words}</a>'
        return _marked(link.words, is_gone=address is None) if is_preview() else link.words

    return with_links(html, written) if "item:" in html.lower() else html


def _marked(words: str, *, is_gone: bool) -> str:
    if is_gone:
        why = _("The linked content no longer exists.")
    else:
        why = _("The linked content is not published in this language.")
    return f'<span class="unlinked" title="{escape(why)}">{words}</span>'
