"""One stylesheet out of many.

In the source every component has a file of its own, and ``site.css`` imports them into their layers.
A browser would have to ask for each; so what is collected for serving has the imported files written
in place of their import lines. The result means the same, to the letter of the cascade.
"""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath, relpath

IMPORT = re.compile(
    r"""^@import\s+url\(\s*["']?([^"')]+)["']?\s*\)(?:\s+layer\(([\w.-]+)\))?\s*;[ \t]*\n?""", re.M
)
ADDRESS = re.compile(r"""url\(\s*(["']?)(?!data:|https?:|/|#)([^"')]+)\1\s*\)""")
COMMENT = re.compile(r"/\*.*?\*/\s*", re.S)


def flattened(name: str, read: Callable[[str], str]) -> str:
    """The text of the stylesheet ``name`` with everything that it imports written into it.

    ``read`` gives the text of a stylesheet by its name below the static folder. Addresses of pictures and
    fonts are rewritten to start from ``name``. Comments are left out. An import with a condition, such as
    a medium, stays as it is. Raises ValueError when a stylesheet imports itself.
    """
    return _flattened(name, read, home=dirname(name), seen=(name,))


def _flattened(name: str, read: Callable[[str], str], home: str, seen: tuple[str, ...]) -> str:
    folder = dirname(name)

    def address(match: re.Match) -> str:
        quote, target = match.groups()
        return f"url({quote}{relpath(normpath(join(folder, target)), home or '.')}{quote})"

    def imported(match: re.Match) -> str:
        target, layer = match.groups()
        part = normpath(join(folder, target))
        if part in seen:
            raise ValueError(f"{name} imports {part}, which imports it again.")
        text = _flattened(part, read, home, (*seen, part)).rstrip()
        return f"@layer {layer} {{\n{text}\n}}\n" if layer else f"{text}\n"

    text = COMMENT.sub("", read(name))
    parts = []
    end = 0
    for match in IMPORT.finditer(text):
        parts += [ADDRESS.sub(address, text[end : match.start()]), imported(match)]
        end = match.end()
    return "".join([*parts, ADDRESS.sub(address, text[end:])])
