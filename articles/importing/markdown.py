"""A Markdown file to blocks: the part of the language that news texts use, read without a library.

Front matter, headings, paragraphs, emphasis, links, pictures, lists and quotations. Raw HTML is shown as text.
"""

import re
from html import escape

from articles.importing.blocks import Block, Picture, SourceDocument, squeeze

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
FRONT_LINE = re.compile(r"^(?P<key>[A-Za-z_\- ]{2,30}|[\u4e00-\u9fff]{2,6})\s*[:：]\s*(?P<value>.*)$")
FACT_NAMES = {
    "title": "headline", "headline": "headline", "标题": "headline",
    "subtitle": "subtitle", "副标题": "subtitle",
    "summary": "summary", "description": "summary", "excerpt": "summary", "摘要": "summary",
    "date": "date", "published": "date", "日期": "date", "发布时间": "date",
    "updated": "updated", "lastmod": "updated", "更新时间": "updated",
    "author": "author", "authors": "author", "by": "author", "作者": "author", "记者": "author",
    "editor": "editor", "编辑": "editor", "责任编辑": "editor",
    "source": "source", "来源": "source",
    "column": "column", "category": "column", "section": "column", "栏目": "column",
}  # fmt: skip
HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<text>.+?)\s*#*$")
UNDERLINE = re.compile(r"^(=+|-{3,})\s*$")
RULE = re.compile(r"^\s*([-*_])(\s*\1){2,}\s*$")
BULLET = re.compile(r"^\s{0,3}(?:[-*+•])\s+(?P<item>.+)$")
NUMBER = re.compile(r"^\s{0,3}\d{1,3}[.)]\s+(?P<item>.+)$")
QUOTE = re.compile(r"^\s{0,3}>\s?(?P<text>.*)$")
IMAGE = re.compile(
    r"!\[(?P<alt>[^\]]{0,500})\]\(\s*<?(?P<address>[^)\s>]+)>?(?:\s+[\"“](?P<title>[^\"”]{0,500})[\"”])?\s*\)"
)
LINK = re.compile(r"\[(?P<text>[^\]]{1,500})\]\(\s*<?(?P<address>[^)\s>]+)>?(?:\s+[\"'][^)]*[\"'])?\s*\)")
CODE = re.compile(r"`([^`]+)`")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=\S)([^*]{1,2000}?)(?<=\S)\*(?!\*)|(?<!\w)_(?=\S)([^_]{1,2000}?)(?<=\S)_(?!\w)"
)
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")
SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.I)


def read_markdown(text):
    """A SourceDocument of `text`; pictures keep their address, their bytes are fetched by the caller."""
    facts, body = front_matter(text)
    blocks = []
    pending = []
    for line in [*body.split("\n"), ""]:
        if pending and UNDERLINE.match(line) and len(pending) == 1:
            level = 1 if line.startswith("=") else 2
            blocks.append(heading(level, pending.pop()))
        elif not line.strip() or RULE.match(line):
            flush(blocks, pending)
        elif HEADING.match(line):
            flush(blocks, pending)
            match = HEADING.match(line)
            blocks.append(heading(len(match["marks"]), match["text"]))
        elif starts_other_kind(line, pending):
            flush(blocks, pending)
            pending.append(line)
        else:
            pending.append(line)
    flush(blocks, pending)
    return SourceDocument("markdown", blocks, facts)


def front_matter(text):
    match = FRONT_MATTER.match(text.lstrip("\n"))
    if match is None:
        return {}, text
    facts = {}
    for line in match["lines"].split("\n"):
        field = FRONT_LINE.match(line.strip())
        name = FACT_NAMES.get(field["key"].strip().lower()) if field else None
        if name and field["value"].strip():
            facts[name] = field["value"].strip().strip("[]").strip("\"'“”").strip()
    return facts, text.lstrip("\n")[match.end() :]


def kind_of(line):
    for kind, shape in (("quote", QUOTE), ("bullet", BULLET), ("number", NUMBER)):
        if shape.match(line):
            return kind
    return "image" if IMAGE.fullmatch(line.strip()) else "line"


def starts_other_kind(line, pending):
    """Whether `line` ends the paragraph, list or quotation in `pending`. Items may run over several lines."""
    if not pending:
        return False
    old, new = kind_of(pending[0]), kind_of(line)
    if "image" in (old, new):
        return True
    return new != "line" and new != old


def flush(blocks, pending):
    if not pending:
        return
    kind = kind_of(pending[0])
    if kind == "quote":
        lines = [QUOTE.match(line)["text"] if QUOTE.match(line) else line for line in pending]
        blocks.append(inline_block("quote", " ".join(lines)))
    elif kind in ("bullet", "number"):
        blocks.append(list_block(pending, is_ordered=kind == "number"))
    else:
        line_blocks(blocks, soft_joined(pending))
    pending.clear()


def list_block(lines, is_ordered):
    items = []
    for line in lines:
        match = (NUMBER if is_ordered else BULLET).match(line)
        if match:
            items.append(match["item"])
        else:
            items[-1] += " " + line.strip()
    return Block("list", items=[inline_html(item) for item in items], is_ordered=is_ordered)


def line_blocks(blocks, text):
    """A paragraph, its pictures taken out and put before what stood after them."""
    start = 0
    for match in IMAGE.finditer(text):
        add_inline(blocks, text[start : match.start()])
        picture = Picture(alt=squeeze(match["alt"]), address=match["address"])
        blocks.append(Block("image", picture=picture, text=squeeze(match["title"] or "")))
        start = match.end()
    add_inline(blocks, text[start:])


def add_inline(blocks, text):
    for part in text.split("\n"):
        if part.strip():
            blocks.append(inline_block("line", part))


def soft_joined(lines):
    """Lines of one paragraph on one line; two spaces or a backslash at an end keep the break."""
    out = ""
    for line in lines:
        kept = line.endswith(("  ", "\\"))
        out += line.strip().removesuffix("\\") + ("\n" if kept else " ")
    return out.strip()


def heading(level, text):
    block = inline_block("heading", text)
    block.level = level
    return block


def inline_block(kind, text):
    html = inline_html(text)
    plain = squeeze(
        re.sub(r"<[^>]+>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )
    is_bold = (
        kind == "line"
        and html.startswith("<strong>")
        and html.endswith("</strong>")
        and html.count("<strong>") == 1
    )
    return Block(kind, text=plain, html=html, hint="bold" if is_bold else "")


def inline_html(text):
    """Inline marks as HTML, everything else escaped. Links keep web and mail addresses only."""
    kept = []

    def keep(html):
        kept.append(html)
        return f"\ue000{len(kept) - 1}\ue001"

    def link(match):
        if not SAFE_LINK.match(match["address"]):
            return match["text"]
        return keep(f'<a href="{escape(match["address"])}">') + match["text"] + keep("</a>")

    text = ESCAPE.sub(lambda match: keep(escape(match[1], quote=False)), squeeze(text).replace("\ue000", ""))
    text = LINK.sub(link, CODE.sub(lambda match: keep(escape(match[1], quote=False)), text))
    text = escape(text, quote=False)
    text = STRONG.sub(r"<strong>\2</strong>", text)
    text = EMPHASIS.sub(lambda match: f"<em>{match[1] or match[2]}</em>", text)
    return re.sub("\ue000(\\d+)\ue001", lambda match: kept[int(match[1])], text)
