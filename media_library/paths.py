"""Names of stored files: random, so that no name can be guessed from another and none carries what was uploaded."""

from __future__ import annotations

import secrets
from pathlib import PurePosixPath


def _random(folder: str, filename: str) -> str:
    return f"{folder}/{secrets.token_hex(12)}/original{PurePosixPath(filename).suffix.lower()}"


def image_original(instance, filename: str) -> str:
    return _random("images", filename)


def document(instance, filename: str) -> str:
    return _random("documents", filename)


def film(instance, filename: str) -> str:
    return _random("films", filename)
