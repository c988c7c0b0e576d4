"""Rich text as it is shown: sanitised once more, its figures filled from the media library."""

from __future__ import annotations

import re

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from bilingual.languages import active_language
from media_library.models import Image

from .foreign import mark_foreign
from .linking import resolved
from .quoting import QUOTE, quotation
from .sanitising import sanitise
from .unparted import keep_figures

_FIGURE = re.compile(QUOTE + r"|<figure[^>]*>(?P<inside>.*?)</figure>", re.DOTALL)
_FILE = re.compile(r'data-file="(\d{1,18})"')
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_LOOSE_PART = re.compile(r"<img[^>]*>|<figcaption>.*?</figcaption>", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def render_prose(html: str | None) -> SafeString:
    """HTML that is safe to show, with pictures, captions and credits of the active language.

    One query for all pictures of the text, and one for each kind of record to which it links. Figures whose picture is
    still to be supplied, or is gone, are left out.
    """
    cleaned = resolved(sanitise(html), active_language())
    images = (
        Image.objects.in_bulk({int(pk) for pk in _FILE.findall(cleaned)}) if "data-file" in cleaned else {}
    )
    pieces, done = [], 0
    for match in _FIGURE.finditer(cleaned):
        shown = quotation(match, _text) if match["said"] else _figure(match["inside"], images)
        pieces += [_text(cleaned[done : match.start()]), shown]
        done = match.end()
    pieces.append(_text(cleaned[done:]))
    return mark_safe("".join(pieces))


def _text(html: str) -> str:
    """Text between figures: pictures and captions outside a figure are dropped, tables may scroll.

    Words of the other script carry their language, and digits stay with their unit.
    """
    text = keep_figures(mark_foreign(_LOOSE_PART.sub("", html)))
    return _TABLE.sub(r'<div class="table-scroll" tabindex="0">\g<0></div>', text)


def _figure(inside: str, images: dict[int, Image]) -> str:
    key = _FILE.search(inside)
    image = images.get(int(key[1])) if key else None
    if image is None:
        return ""
    caption = _CAPTION.search(inside)
    words = mark_safe(mark_foreign(caption[1])) if caption and caption[1].strip() else image.caption
    return render_to_string("prose/_figure.html", {"image": image, "caption": words})
