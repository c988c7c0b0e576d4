"""The lists that people can subscribe to: registered by the features that have them, in their ``followable.py``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models
from django.http import QueryDict
from django.utils.functional import Promise

from publishing.models import Publishable
from ui.faceted import Faceted

#: Longer questions are refused: no person ticks that much.
LONGEST_QUERY = 1000


@dataclass(frozen=True)
class Asked:
    """A list as one address asks for it, said in the active language.

    ``address`` is its permanent path with its query, ``query`` that query alone without "?", cleaned and in a fixed
    order, as a subscription keeps it. ``narrow`` gets keys of live records and returns those that the list shows.
    """

    title: str
    address: str
    query: str
    narrow: Callable[[set[int]], Iterable[int]]
    ignored: tuple[str, ...] = ()

    @classmethod
    def of(cls, filters: Faceted, title: str, path: str) -> Asked:
        """What the filters of the list at ``path`` leave."""
        query = filters.address()
        return cls(
            title,
            path + query,
            query.lstrip("?"),
            lambda keys: keys & set(filters.keys),
            tuple(filters.ignored),
        )


@dataclass(frozen=True)
class FollowedList:
    """``ask`` reads an address, ``say`` gives (title, text) of a record, ``fetch`` the records of some keys.

    All of them speak the active language. ``ask`` raises no error, whatever the address says; it returns None where
    there is no such list, as of a column that is gone.
    """

    key: str
    label: str | Promise
    model: type[Publishable]
    ask: Callable[[QueryDict], Asked | None]
    say: Callable[[models.Model], tuple[str, str]]
    fetch: Callable[[set[int]], models.QuerySet]
    #: Whether a change of what was public before is news, as a new stage of a project is.
    tells_changes: bool = True


_lists: dict[str, FollowedList] = {}


def followable(found: FollowedList) -> FollowedList:
    """Let people subscribe to a list. Once per process, at its start."""
    _lists[found.key] = found
    return found


def all_lists() -> list[FollowedList]:
    """In the order of their names in the active language."""
    return sorted(_lists.values(), key=lambda followed: str(followed.label))


def list_of(key: str) -> FollowedList | None:
    return _lists.get(key)
