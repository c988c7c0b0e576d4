"""Opens the ZIP archive of a workbook within bounds, without trusting the sizes that it states."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.parsers import expat

from django.utils.translation import gettext as _

from .grid import Refused
from .limits import MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED

OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
PIECE = 64 * 1024
MOST_DEPTH = 60
#: What the standard library raises over an archive or a part that is no such thing, encrypted or damaged.
UNREADABLE = (
    expat.ExpatError,
    zipfile.BadZipFile,
    zipfile.zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
#: Small parts may pack as well as they like.
SMALL = 1024 * 1024


class Archive:
    """A workbook whose size was looked at before anything of it is unpacked. Raises Refused."""

    def __init__(self, data: bytes):
        self._left = MOST_UNPACKED
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except UNREADABLE as error:
            raise Refused(damaged()) from error
        unpacked = sum(member.file_size for member in members)
        is_bomb = any(
            member.file_size > SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1)
            for member in members
        )
        if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or is_bomb:
            raise Refused(
                _(
                    "The workbook would unpack to far more than a normal workbook contains, so it was not "
                    "opened."
                )
            )
        names = [member.filename for member in members]
        if len(set(names)) != len(names):
            raise Refused(damaged())
        self.names = set(names)

    def read(self, name: str, start: Callable, end: Callable, text: Callable) -> None:
        """Parse one part piece by piece: names of elements and attributes come without their namespace.

        What is really unpacked is counted too, in case the archive lies about its sizes.
        """
        parser = expat.ParserCreate(namespace_separator="|")
        parser.buffer_text = True
        depth = 0

        def enter(tag, attributes):
            nonlocal depth
            depth += 1
            if depth > MOST_DEPTH:
                raise Refused(damaged())
            start(_local(tag), {_local(key): value for key, value in attributes.items()})

        def leave(tag):
            nonlocal depth
            depth -= 1
            end(_local(tag))

        parser.StartElementHandler, parser.EndElementHandler = enter, leave
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse_types
        try:
            with self._zip.open(name) as part:
                while piece := part.read(PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise Refused(damaged())
                    parser.Parse(piece, False)
            parser.Parse(b"", True)
        except UNREADABLE as error:
            raise Refused(damaged()) from error


def _local(name: str) -> str:
    return name.rpartition("|")[2]


def _refuse_types(*_args) -> None:
    raise Refused(_("The workbook declares document types or entities, which no workbook needs."))


def damaged() -> str:
    return _("The workbook is damaged, password-protected or in another format. Save it as .xlsx.")
