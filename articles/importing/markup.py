"""The body of a parsed article as HTML, in the few tags that rich text here may hold."""

from html import escape


def body_html(article, figure_html=None):
    """HTML of `article.body`, still to be sanitised by the field that stores it.

    `figure_html(number, figure)` renders one figure and returns "" to leave it out; by default every figure is
    a placeholder that keeps its place, caption and credit: <figure data-pending="N">.
    """
    figure_html = figure_html or pending_figure
    parts = (part_html(part, article, figure_html) for part in article.body)
    return "\n".join(part for part in parts if part)


def pending_figure(number, figure):
    """The place of a picture that staff still have to supply; readers never see it.

    It holds an img with a key that is no number, because the editor keeps no figure without one.
    """
    caption = escape(caption_line(figure), quote=False)
    picture = f'<img data-file="pending-{number}" alt="{escape(figure.alt)}">'
    return f'<figure data-pending="{number}">{picture}<figcaption>{caption}</figcaption></figure>'


def caption_line(figure):
    """Caption and printed credit as one line of the source's own marks."""
    printed = figure.credit.printed if figure.credit else ""
    # A bracketed credit in Chinese closes up to its caption.
    between = "" if printed.startswith(("（", "【")) or not (figure.caption and printed) else " "
    return figure.caption + between + printed


def part_html(part, article, figure_html):
    if part.kind == "figure":
        return figure_html(part.figure, article.figures[part.figure])
    if part.kind == "list":
        tag = "ol" if part.is_ordered else "ul"
        return f"<{tag}>" + "".join(f"<li>{item}</li>" for item in part.items) + f"</{tag}>"
    if part.kind == "table":
        return table_html(part)
    if part.kind == "quote":
        return f"<blockquote><p>{part.html}</p></blockquote>"
    tag = {"paragraph": "p", "case": "h3"}.get(part.kind, f"h{part.level}")
    return f"<{tag}>{part.html}</{tag}>"


def table_html(part):
    rows = []
    for index, row in enumerate(part.rows):
        tag = "th" if part.has_header and index == 0 else "td"
        rows.append("<tr>" + "".join(f"<{tag}>{escape(cell, quote=False)}</{tag}>" for cell in row) + "</tr>")
    return "<table><tbody>" + "".join(rows) + "</tbody></table>"
