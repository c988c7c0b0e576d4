"""How the tags of a saved page lie in each other: too deep for any real page, or cut in two between blocks."""

import re

from django.utils.translation import gettext_lazy as _

from articles.importing.refusals import ImportRefused

# The cleaner's time grows with the square of the depth; saved pages stay below fifty.
NESTING_LIMIT = 500
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.I)
SELF_CLOSING = {
    "area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option", "p", "param",
    "source", "td", "th", "tr", "wbr",
}  # fmt: skip


def refuse_nesting(text):
    """Raises ImportRefused for tags nested deeper than any real page."""
    depth = 0
    for close, name in TAG.findall(text):
        if name.lower() not in SELF_CLOSING:
            depth = max(depth + (-1 if close else 1), 0)
            if depth > NESTING_LIMIT:
                raise ImportRefused(
                    "too-deep", _("The tags on this page are nested more deeply than on any real page.")
                )


def balanced(html):
    """`html` of one block with its inline tags closed, opened ones first: blocks may cut a bold run in two."""
    open_tags, out = [], []
    for part in re.split(r"(<[^>]+>)", re.sub(r"\s+", " ", html)):
        if part.startswith("</"):
            name = part[2:-1]
            if name in open_tags:
                while open_tags[-1] != name:
                    out.append(f"</{open_tags.pop()}>")
                open_tags.pop()
                out.append(part)
        else:
            if part.startswith("<"):
                open_tags.append(re.match(r"<(\w+)", part)[1])
            out.append(part)
    text = "".join(out) + "".join(f"</{name}>" for name in reversed(open_tags))
    return re.sub(r"<(\w+)>\s*</\1>|<a>(.*?)</a>", lambda match: match[2] or "", text).strip()
