"""Names as they are compared: without case, spaces, hyphens and apostrophes of any kind."""

from __future__ import annotations

from dataclasses import dataclass

from .folding import folded
from .pinyin import syllables


def key_of(name: str) -> str:
    """``Chang’an Automobile Co`` → ``changanautomobileco``; ``長安 汽车`` → ``长安汽车``."""
    return "".join(character for character in folded(name) if character.isalnum())


@dataclass(frozen=True)
class Spelt:
    """The ways in which a name may be typed."""

    key: str
    sound: str
    initials: str


def spelt(name: str) -> Spelt:
    sounds = syllables(folded(name))
    return Spelt(key_of(name), "".join(sounds), "".join(sound[0] for sound in sounds))
