"""A quotation with its speaker, as it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

#: As the editor writes it: what was said, who said it, and what that person was then.
QUOTE = (
    r'<figure class="quote"><blockquote>(?P<said>(?:(?!</?(?:figure|blockquote)\b).)+)</blockquote>'
    r"(?:<figcaption><p>(?P<speaker>(?:(?!</?p>).)*)</p>(?:<p>(?P<role>(?:(?!</?p>).)*)</p>)?</figcaption>)?</figure>"
)
_MARKS = "“”‘’\"'「」『』«»„"
_FIRST = re.compile(r"^((?:\s|<[^>]*>)*)(?=[^<\s])")
_LAST = re.compile(r"((?:\s|<[^>]*>)*)$")
_TAG = re.compile(r"<[^>]*>")


def quotation(match: re.Match, as_text: Callable[[str], str]) -> str:
    """The figure that a match of QUOTE stands for. ``as_text`` makes stored words ready to be shown."""
    words = {name: mark_safe(as_text(match[name] or "")) for name in ("speaker", "role")}
    return render_to_string(
        "prose/_quote.html", {"said": mark_safe(as_text(in_marks(match["said"]))), **words}
    )


def in_marks(said: str) -> str:
    """Paragraphs in quotation marks, which both languages write alike; those that have some already keep their own."""
    visible = _TAG.sub("", said).strip().replace("&quot;", '"')
    if not visible or visible[0] in _MARKS or visible[-1] in _MARKS:
        return said
    return _LAST.sub(r"”\1", _FIRST.sub(r"\1“", said, count=1), count=1)
