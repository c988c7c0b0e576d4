"""A Word .docx to blocks, after its archive was judged without unpacking it."""

import io
import zipfile

import mammoth
from django.utils.translation import gettext_lazy as _

from articles.importing.refusals import ImportRefused
from articles.importing.sniffing import DOCX_MEMBER
from articles.importing.webpage import read_webpage

MEMBERS_LIMIT = 1000
UNPACKED_LIMIT = 60 * 1024 * 1024
# The text part is parsed as one tree, which costs many times its size.
TEXT_PART_LIMIT = 15 * 1024 * 1024
# Real documents, also ones full of repeated table mark-up, stay well below this.
RATIO_LIMIT = 150
RATIO_FLOOR = 2 * 1024 * 1024

STYLES = "\n".join(
    f"p[style-name='{name}'] => {target}"
    for name, target in [
        ("Title", "h1:fresh"),
        ("标题", "h1:fresh"),
        ("Subtitle", "p.subtitle:fresh"),
        ("副标题", "p.subtitle:fresh"),
        ("Caption", "p.caption:fresh"),
        ("caption", "p.caption:fresh"),
        ("题注", "p.caption:fresh"),
        ("Quote", "blockquote:fresh"),
        ("Intense Quote", "blockquote:fresh"),
        ("引用", "blockquote:fresh"),
    ]
)


def read_word(data):
    """A SourceDocument of the .docx `data`, its pictures included. Raises ImportRefused for unsafe archives."""
    refuse_unsafe_archive(data)
    pictures = []

    def keep(image):
        with image.open() as stream:
            pictures.append((stream.read(), image.content_type))
        return {"src": f"picture-{len(pictures) - 1}", "alt": image.alt_text or ""}

    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(keep)
        ).value
    except Exception as error:  # mammoth lets every fault of a damaged file through as it comes
        raise ImportRefused("damaged", _("The Word file is damaged and cannot be read.")) from error
    document = read_webpage(html, form="docx")
    attach(document.blocks, pictures)
    return document


def attach(blocks, pictures):
    for block in blocks:
        if block.kind == "image" and block.picture.address.startswith("picture-"):
            data, kind = pictures[int(block.picture.address.removeprefix("picture-"))]
            block.picture = type(block.picture)(data, kind, block.picture.alt)


def refuse_unsafe_archive(data):
    """Raise ImportRefused when unpacking could exhaust memory or the archive is not an honest document.

    Reads the directory of the archive; the one part that it opens is searched for entity declarations, which
    no Word file has.
    """
    bomb = ImportRefused(
        "bomb", _("The Word file unpacks to far more than a normal document contains, so it was not opened.")
    )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if len(members) > MEMBERS_LIMIT or unpacked > UNPACKED_LIMIT:
                raise bomb
            if unpacked > RATIO_FLOOR and unpacked > len(data) * RATIO_LIMIT:
                raise bomb
            if any(member.flag_bits & 1 for member in members):
                raise ImportRefused("encrypted", _("The Word file is password-protected."))
            if archive.getinfo(DOCX_MEMBER).file_size > TEXT_PART_LIMIT:
                raise bomb
            refuse_entities(archive, members)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, OSError) as error:
        raise ImportRefused("damaged", _("The Word file is damaged and cannot be read.")) from error


def refuse_entities(archive, members):
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as part:
                if b"<!DOCTYPE" in part.read(4000) or member.file_size > TEXT_PART_LIMIT:
                    raise ImportRefused("bomb", _("The Word file declares entities, so it was not opened."))
