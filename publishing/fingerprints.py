"""Telling in one short word whether two snapshots hold the same."""

from __future__ import annotations

import hashlib
import json


def fingerprint(snapshot: dict) -> str:
    """SHA-256 of a snapshot, in hexadecimal: the same for the same content."""
    text = json.dumps(snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
