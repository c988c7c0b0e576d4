"""What a check of the site says: how bad it is, in words, and where to put it right."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from django.utils.translation import gettext_lazy as _


class Level(Enum):
    """Told by a word and a shape, never by colour alone."""

    GOOD = "good", _("in order")
    WARN = "warn", _("soon")
    BAD = "bad", _("now")

    def __new__(cls, value, label):
        level = object.__new__(cls)
        level._value_, level.label = value, label
        return level


@dataclass(frozen=True)
class Fix:
    """A link to where something is put right."""

    text: str
    url: str


@dataclass(frozen=True)
class Finding:
    """One line of the site's health."""

    level: Level
    text: str
    fixes: list[Fix] = field(default_factory=list)
