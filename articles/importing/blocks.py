"""What every reader hands on: a document as a row of blocks, whatever its format was."""

import re
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Picture:
    """A picture as the document has it: its bytes when they came along, else only its address."""

    data: bytes | None = None
    content_type: str = ""
    alt: str = ""
    address: str = ""


@dataclass
class Block:
    """One paragraph-sized piece of a document.

    `kind` is line, heading, list, quote, table or image. `text` is plain; `html` is the same with inline
    marks only (strong, em, a, sub, sup), already escaped. `gap` counts the blank lines printed before it and
    means something in plain text alone. `hint` is what the source's own mark-up claims: title, subtitle,
    caption, breadcrumb, furniture, bold.
    """

    kind: str
    text: str = ""
    html: str = ""
    gap: int = 1
    level: int = 0
    items: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    has_header: bool = False
    is_ordered: bool = False
    picture: Picture | None = None
    hint: str = ""

    def __post_init__(self):
        if self.text and not self.html:
            self.html = escape(self.text, quote=False)


@dataclass
class SourceDocument:
    """A document after reading: `form` is text, html, markdown or docx; `facts` are what its own header says.

    Keys of `facts`: headline, subtitle, summary, date, updated, author, editor, source, column, page_title.
    """

    form: str
    blocks: list[Block]
    facts: dict[str, str] = field(default_factory=dict)


def squeeze(text):
    """`text` on one line: white space of every kind collapsed to single spaces, zero-width marks removed."""
    return re.sub(r"\s+", " ", re.sub("[\u200b\u200c\u200d\u2060\ufeff\u00ad]", "", text)).strip()
