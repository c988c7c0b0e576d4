"""What a file is, judged by its content; its name only decides between text and Markdown."""

import io
import re
import zipfile

from django.utils.translation import gettext_lazy as _

from articles.importing.refusals import ImportRefused

BYTES_LIMIT = 5 * 1024 * 1024

# The first bytes of what people most often rename to .txt by mistake.
SIGNATURES = [
    (b"%PDF-", _("a PDF file")),
    (b"\xff\xd8\xff", _("a JPEG picture")),
    (b"\x89PNG\r\n\x1a\n", _("a PNG picture")),
    (b"GIF8", _("a GIF picture")),
    (b"BM\x00", _("a bitmap picture")),
    (b"II*\x00", _("a TIFF picture")),
    (b"MM\x00*", _("a TIFF picture")),
    (b"MZ", _("a Windows program")),
    (b"\x7fELF", _("a program")),
    (b"\xca\xfe\xba\xbe", _("a program")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _("an old Word, Excel or PowerPoint file; save it as .docx first")),
    (b"{\\rtf", _("a Rich Text file; save it as .docx first")),
    (b"\x1f\x8b", _("a compressed file")),
    (b"BZh", _("a compressed file")),
    (b"\xfd7zXZ\x00", _("a compressed file")),
    (b"7z\xbc\xaf\x27\x1c", _("a compressed file")),
    (b"Rar!\x1a\x07", _("a compressed file")),
    (b"SQLite format 3\x00", _("a database file")),
    (b"OggS", _("a sound or video file")),
    (b"ID3", _("a sound or video file")),
    (b"\x1aE\xdf\xa3", _("a sound or video file")),
]
HTML_START = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S
)
HTML_BLOCK = re.compile(r"<(p|div|h[1-6]|table|article|section|ul|ol|br)(\s[^<>]{0,500})?/?>", re.I)
MARKDOWN_SIGN = re.compile(
    r"\A---[ \t]*\n.{1,4000}?\n---[ \t]*\n"  # front matter
    r"|^#{1,6} +\S"  # a heading
    r"|^\S[^\n]*\n(=|-){3,}[ \t]*$"  # an underlined heading
    r"|!\[[^\]\n]*\]\([^)\n]+\)",  # a picture
    re.M | re.S,
)
MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
DOCX_MEMBER = "word/document.xml"


def refuse_foreign_content(data):
    """Raise ImportRefused when `data` is empty, too big, or of a kind that holds no text for us.

    A zip archive passes only when it is a Word document.
    """
    if len(data) > BYTES_LIMIT:
        raise ImportRefused(
            "too-big", _("The file is larger than 5 MB. You may need to compress its pictures.")
        )
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf\x00"):
        raise ImportRefused("empty", _("The file is empty."))
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            refuse_as(name)
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"AVI ", b"WAVE"):
        refuse_as(_("a picture, sound or video file"))
    if data[4:8] == b"ftyp":
        refuse_as(_("a picture, sound or video file"))
    if data[:2] == b"PK" and not is_docx(data):
        refuse_as(_("a zip archive or another kind of office file"))


def refuse_as(name):
    """Raise ImportRefused for content that is plainly something else; `name` says what, with its article."""
    raise ImportRefused(
        "not-text",
        _("This is %(kind)s. You can import text, a saved web page, Markdown or a Word .docx file.")
        % {"kind": name},
    )


def is_docx(data):
    """True when `data` is a zip archive with a Word text inside. Reads the directory only, unpacks nothing."""
    if data[:4] != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return DOCX_MEMBER in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def text_form(text, name=""):
    """Which reader a decoded text needs: html, markdown or text. `name` is the file's name, if it has one."""
    if (
        text.startswith(("From: <Saved by", "MIME-Version:"))
        or "\nContent-Type: multipart/related" in text[:3000]
    ):
        refuse_as(_("a web page saved as a single-file archive; save it as “web page, HTML only”"))
    if HTML_START.match(text[:8000]) or len(HTML_BLOCK.findall(text[:200_000])) >= 3:
        return "html"
    if name.lower().endswith(MARKDOWN_NAMES) or MARKDOWN_SIGN.search(text[:200_000]):
        return "markdown"
    return "text"
