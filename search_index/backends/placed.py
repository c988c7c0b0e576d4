"""Words that say where they stand.

The words of names and headlines stand once more under a mark of their own. An index knows in which editions a word
stands, not in which part of them: without the mark, a headline's word that every text says is looked for in all texts.
"""

from __future__ import annotations

from ..expressions import Place
from . import Stored

MARK = {Place.NAMES: "n/", Place.HEADS: "h/", Place.ANYWHERE: ""}


def in_names(edition: Stored) -> list[str]:
    return [MARK[Place.NAMES] + token for token in edition.names]


def in_heads(edition: Stored) -> list[str]:
    """Names, headline and how they sound."""
    heads = (*edition.names, *edition.title, *edition.sounds)
    return [MARK[Place.HEADS] + token for token in heads]
