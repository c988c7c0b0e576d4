"""Words in braces in the desk's templates, such as ``{name}``: a fixed list, replaced and nothing else.

No formatting language: a template is text that people write, and must not reach into objects.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

#: What each stands for, as the desk reads it.
KNOWN = {
    "name": _("name of the sender"),
    "organisation": _("organisation of the sender"),
    "number": _("tracking number"),
    "topic": _("topic"),
    "desk": _("name of the person replying"),
}
_WORD = re.compile(r"\{([^{}\n]{1,40})\}")


def used_in(text: str) -> set[str]:
    return set(_WORD.findall(text or ""))


def unknown_in(text: str) -> set[str]:
    return used_in(text) - KNOWN.keys()


def filled(text: str, facts: dict[str, str]) -> str:
    """The text with each placeholder replaced by its fact; an unknown one stays as it is, to be seen."""
    return _WORD.sub(lambda found: str(facts.get(found[1], found[0])), text)
