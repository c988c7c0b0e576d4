"""A saved web page to blocks: cleaned first, then walked in one pass, however deep its tags are nested."""

import base64
import binascii
import re
from html import escape
from html.parser import HTMLParser

import nh3

from articles.importing.blocks import Block, Picture, SourceDocument, squeeze
from articles.importing.nesting import balanced, refuse_nesting

INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup", "a": "a"}
BREAKS = {
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "center", "address", "figure",
    "figcaption", "dl", "dt", "dd", "form", "fieldset", "ul", "ol", "li", "blockquote", "table", "caption", "thead",
    "tbody", "tfoot", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "title", "pre", "hr", "button", "label",
}  # fmt: skip
TAGS = BREAKS | set(INLINE) | {"br", "img", "span", "font", "small", "u", "meta", "cite", "q", "time"}
DROPPED = {
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "svg",
    "math",
    "select",
    "textarea",
    "object",
    "video",
    "audio",
}
FURNITURE_TAGS = {"nav", "footer", "aside", "form", "button", "label"}
FURNITURE_NAME = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|foot|footer|share|sharing|cookie|copyright|related|sidebar|comments?|toolbar|"
    r"recommend|bdsharebuttonbox|social|banner|topbar|login|pagination|page-?turn)(?:$|[-_ ])",
    re.I,
)
CAPTION_NAME = re.compile(
    r"caption|img[-_]?(?:desc|text|info)|pic[-_]?(?:desc|text|info)|photo[-_]?(?:desc|info)|tuzhu|zhaiyao-tu",
    re.I,
)
BREADCRUMB_NAME = re.compile(
    r"breadcrumb|crumbs?(?:$|[-_ ])|(?:^|[-_ ])(?:location|position|path|dqwz)(?:$|[-_ ])", re.I
)
META_FACTS = {
    "articletitle": "headline", "og:title": "page_title", "pubdate": "date", "article:published_time": "date",
    "publishdate": "date", "article:modified_time": "updated", "contentsource": "source", "author": "author",
    "description": "summary", "og:description": "summary", "columnname": "column", "article:section": "column",
    "editor": "editor",
}  # fmt: skip
SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.I)
DATA_PICTURE = re.compile(
    r"^data:(?P<type>image/(?:png|jpe?g|webp|gif|avif));base64,(?P<data>[A-Za-z0-9+/=\s]+)$", re.I
)
CELL_LIMIT = 120
# Deeper tags are walked through without being remembered, so that hostile nesting costs no time.
DEPTH_LIMIT = 200


def read_webpage(text, form="html"):
    """A SourceDocument of the page `text`. Scripts, styles, forms' inputs and foreign objects are gone.

    Raises ImportRefused for tags nested deeper than any real page.
    """
    refuse_nesting(text)
    cleaned = nh3.clean(
        text,
        tags=TAGS,
        clean_content_tags=DROPPED,
        attributes={
            "*": {"class", "id"},
            "meta": {"name", "property", "content"},
            "a": {"href"},
            "img": {"src", "alt", "title"},
        },
        url_schemes={"http", "https", "mailto", "data"},
        link_rel=None,
    )
    walk = Walk()
    walk.feed(cleaned)
    walk.close()
    return SourceDocument(form, walk.finished(), walk.facts)


class Walk(HTMLParser):
    """Collects blocks from well-formed HTML. One instance reads one page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.facts = {}
        self.blocks = []
        self.open = []  # (tag, hint that it lends to its content)
        self.too_deep = 0
        self.html = []
        self.text = []
        self.linked = 0
        self.bold = 0
        self.list = None
        self.tables = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "meta":
            self.take_meta(attrs)
        elif tag == "img":
            self.take_picture(attrs)
        elif tag in ("br", "hr"):
            self.flush()
        elif tag in INLINE:
            self.open_inline(tag, attrs)
        elif tag in BREAKS:
            self.flush()
            self.open_block(tag)
        if tag in ("meta", "img", "br", "hr"):
            return
        if len(self.open) < DEPTH_LIMIT:
            self.open.append((tag, self.hint_of(tag, attrs)))
        else:
            self.too_deep += 1

    def handle_endtag(self, tag):
        if tag in INLINE:
            self.html.append(f"</{INLINE[tag]}>")
        elif tag in BREAKS:
            self.flush()
        if self.too_deep:
            self.too_deep -= 1
            return
        # The cleaner closes every tag in order, so the last one open is the one that ends.
        self.open.pop()
        if tag in ("ul", "ol") and not self.inside("ul", "ol"):
            self.list = None
        elif tag in ("td", "th", "table") and self.tables:
            self.close_table_part(tag)

    def handle_data(self, data):
        if not data:
            return
        self.html.append(escape(data, quote=False))
        self.text.append(data)
        if self.inside("a"):
            self.linked += len(data.strip())
        if self.inside("strong", "b"):
            self.bold += len(data.strip())

    def inside(self, *tags):
        return any(name in tags for name, _ in self.open)

    def hint_of(self, tag, attrs):
        names = f"{attrs.get('class', '')} {attrs.get('id', '')}"
        if tag in FURNITURE_TAGS or (tag == "header" and not self.inside("article", "main")):
            return "furniture"
        if BREADCRUMB_NAME.search(names):
            return "breadcrumb"
        if FURNITURE_NAME.search(names) and tag not in ("p", "span", "a", "html", "body"):
            return "furniture"
        if tag in ("figcaption", "caption") or CAPTION_NAME.search(names):
            return "caption"
        return {"h1": "title", "title": "page_title"}.get(
            tag, "subtitle" if "subtitle" in names.lower() else ""
        )

    def hint(self):
        """The strongest hint of the open tags: a caption inside furniture is furniture, a breadcrumb never is."""
        hints = {hint for _, hint in self.open}
        return next(
            (
                h
                for h in ("page_title", "breadcrumb", "furniture", "caption", "subtitle", "title")
                if h in hints
            ),
            "",
        )

    def take_meta(self, attrs):
        name = META_FACTS.get((attrs.get("name") or attrs.get("property") or "").lower())
        if name and squeeze(attrs.get("content") or ""):
            self.facts.setdefault(name, squeeze(attrs["content"]))

    def take_picture(self, attrs):
        self.flush()
        address = attrs.get("src") or ""
        inline = DATA_PICTURE.match(address)
        data = decoded_picture(inline["data"]) if inline else None
        kind = inline["type"].lower() if inline else ""
        picture = Picture(data, kind, squeeze(attrs.get("alt") or ""), "" if inline else address)
        self.emit(Block("image", picture=picture, text=squeeze(attrs.get("title") or ""), hint=self.hint()))

    def open_inline(self, tag, attrs):
        name = INLINE[tag]
        address = attrs.get("href") or ""
        safe = name == "a" and SAFE_LINK.match(address)
        self.html.append(f'<a href="{escape(address)}">' if safe else f"<{name}>")

    def open_block(self, tag):
        if tag in ("ul", "ol") and not self.inside("ul", "ol"):
            self.list = None
        elif tag == "table":
            self.tables.append({"start": len(self.blocks), "rows": [], "header": False, "plain": True})
            for outer in self.tables[:-1]:
                outer["plain"] = False
        elif tag == "tr" and self.tables:
            self.tables[-1]["rows"].append([])
        elif tag in ("td", "th") and self.tables:
            self.tables[-1]["header"] |= tag == "th"
            self.tables[-1]["cell"] = len(self.blocks)

    def close_table_part(self, tag):
        table = self.tables[-1]
        if tag == "table":
            self.tables.pop()
            if is_data_table(table):
                del self.blocks[table["start"] :]
                self.blocks.append(
                    Block("table", rows=table["rows"], has_header=table["header"], hint=self.hint())
                )
        elif "cell" in table:
            inner = self.blocks[table["cell"] :]
            table["plain"] &= all(block.kind == "line" for block in inner)
            row = table["rows"][-1] if table["rows"] else []
            row.append(" ".join(block.text for block in inner))

    def flush(self):
        text, html = squeeze("".join(self.text)), balanced("".join(self.html))
        linked, bold = self.linked, self.bold
        self.text, self.html, self.linked, self.bold = [], [], 0, 0
        if not text:
            return
        hint = self.hint()
        if hint == "page_title":
            self.facts.setdefault("page_title", text)
            return
        solid = len(re.sub(r"\s", "", text))
        if not hint and bold >= solid * 0.95:
            hint = "bold"
        heading = next((name for name, _ in reversed(self.open) if re.fullmatch("h[1-6]", name)), "")
        if heading:
            self.emit(Block("heading", text=text, html=html, level=int(heading[1]), hint=hint))
        elif self.inside("li"):
            self.take_item(text, html, hint, linked >= solid * 0.9)
        elif self.inside("blockquote"):
            self.emit(Block("quote", text=text, html=html, hint=hint))
        else:
            self.emit(Block("line", text=text, html=html, hint=hint))

    def take_item(self, text, html, hint, is_link):
        """List items gather in one block; a list whose items are all links is a menu."""
        if self.list is None:
            self.list = Block("list", is_ordered=self.inside("ol"), hint=hint or "links")
            self.emit(self.list)
        self.list.items.append(html)
        self.list.text = f"{self.list.text} {text}".strip()
        if not is_link and self.list.hint == "links":
            self.list.hint = ""

    def emit(self, block):
        if block.kind != "list":
            self.list = None
        self.blocks.append(block)

    def finished(self):
        """The blocks after the end of the page; lists that are only links count as the page's furniture."""
        self.flush()
        for block in self.blocks:
            if block.hint == "links":
                block.hint = "furniture"
        return self.blocks


def decoded_picture(text):
    try:
        return base64.b64decode(re.sub(r"\s", "", text), validate=True)
    except binascii.Error:
        return None


def is_data_table(table):
    """Tables of data have several rows and columns of short cells; pages were also laid out in tables."""
    rows = [row for row in table["rows"] if row]
    short = all(len(cell) <= CELL_LIMIT for row in rows for cell in row)
    return table["plain"] and len(rows) >= 2 and min(len(row) for row in rows) >= 2 and short
