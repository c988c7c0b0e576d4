"""How a picture looks in the list of the library."""

from __future__ import annotations

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from bilingual.languages import CHINESE, ENGLISH, column
from bilingual.names import either, in_language

from .credits import credit_line
from .filters import UNOWED
from .models import Image, Rights
from .renditions import candidates


def _form_url(image: Image, site: str) -> str:
    return reverse(f"{site}:media_library_image_change", args=[image.pk])


def thumbnail(image: Image, site: str) -> str:
    """The picture, leading to its form. Its name beside it is the link for keyboards and screen readers."""
    return format_html(
        '<a href="{}" tabindex="-1" aria-hidden="true"><img class="thumb" src="{}" alt="" width="400" '
        'height="267" loading="lazy"></a>',
        _form_url(image, site),
        candidates(image, "card").src,
    )


def focus_picture(image: Image) -> str:
    """The picture with the mark of its focal point, which clicks and arrow keys move (js/admin/focus.js)."""
    made = candidates(image, "figure")
    return format_html(
        '<span class="focus" data-focus><img src="{}" width="{}" height="{}" alt="{}">'
        '<button type="button" class="focus__mark" aria-label="{}"></button></span>',
        made.src,
        made.width,
        made.height,
        either(image, "alt"),
        _("Focal point: move it with the arrow keys"),
    )


def care_notes(image: Image, site: str) -> str:
    """What is missing from a picture, each note leading to the field that is to be filled in."""
    notes = [
        (field, text)
        for is_missing, field, text in (
            (not in_language(image, "alt", ENGLISH), column("alt", ENGLISH), _("no English alternative")),
            (not in_language(image, "alt", CHINESE), column("alt", CHINESE), _("no Chinese alternative")),
            (
                image.rights not in UNOWED and not credit_line(image),
                column("credit_person", ENGLISH),
                _("no credit"),
            ),
            (image.rights == Rights.UNCLEAR, "rights", _("rights not cleared")),
        )
        if is_missing
    ]
    if not notes:
        return ""
    url = _form_url(image, site)
    chips = format_html_join(
        "",
        '<a class="chip chip--warn" href="{}#id_{}">{}</a>',
        ((url, field, text) for field, text in notes),
    )
    return format_html('<span class="warnings">{}</span>', chips)
