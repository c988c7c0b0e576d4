"""Reading XML that strangers send: no document types, no entities, no more than a bounded size."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.parsers import expat

from django.utils.translation import gettext as _

from .packages import Refused

#: A long article with all its translations is far below.
MOST_BYTES = 8 * 1024 * 1024
MOST_DEPTH = 100


def parsed(data: bytes) -> ElementTree.Element:
    """The root of a document. Raises Refused for what is too large, declares types or entities, or is not XML."""
    if len(data) > MOST_BYTES:
        raise Refused(_("The file is too large."))
    guard = expat.ParserCreate()
    guard.StartDoctypeDeclHandler = guard.EntityDeclHandler = _refuse
    depth = _Depth()
    guard.StartElementHandler, guard.EndElementHandler = depth.enter, depth.leave
    try:
        guard.Parse(data, True)
        return ElementTree.fromstring(data)
    except (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError) as error:
        raise Refused(_("The file is damaged or of a different type.")) from error


def _refuse(*_args) -> None:
    raise Refused(_("The file declares document types or entities, which translations do not need."))


class _Depth:
    def __init__(self):
        self.now = 0

    def enter(self, *_args) -> None:
        self.now += 1
        if self.now > MOST_DEPTH:
            raise Refused(_("The file is damaged or of a different type."))

    def leave(self, *_args) -> None:
        self.now -= 1
