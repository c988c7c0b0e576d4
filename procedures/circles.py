"""Finding a circle among things that wait for each other."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def circle_in(links: Mapping[Key, Sequence[Key]]) -> list[Key]:
    """The first circle, from a thing back to itself (``[a, b, a]``); empty when there is none.

    ``links`` has for each thing those that it waits for.
    """
    done: set[Key] = set()
    for first in links:
        path: list[Key] = []
        # Each level of the walk is the iterator over what the thing at that place of the path waits for.
        walk = [iter([first])]
        while walk:
            thing = next(walk[-1], None)
            if thing is None:
                walk.pop()
                if path:
                    done.add(path.pop())
            elif thing in path:
                return [*path[path.index(thing) :], thing]
            elif thing not in done:
                path.append(thing)
                walk.append(iter(links.get(thing, ())))
    return []
