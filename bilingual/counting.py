"""How many records there are of a kind, in whole words: "12 articles", 12篇文章 with their measure word."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.apps import apps
from django.db.models.options import Options
from django.utils.text import capfirst
from django.utils.translation import gettext as _

#: By the label of the model, what the project says of it: gives a phrase with ``%(count)s`` for a number.
_phrases: dict[str, Callable[[int], str]] = {}


def register(phrases: Mapping[str, Callable[[int], str]]) -> None:
    """Take up how kinds are counted. Once per process, at its start."""
    _phrases.update(phrases)


def say_count(options: Options, number: int) -> str:
    """A number of records of the model with these options; "Kind: 12" for a kind that nobody registered."""
    if options.label in _phrases:
        return _phrases[options.label](number) % {"count": f"{number:,}"}
    return _("%(kind)s: %(count)s") % {"kind": capfirst(options.verbose_name_plural), "count": f"{number:,}"}


def say_count_of(name: str, number: int) -> str:
    """The same, of the kind that is called ``name`` in the plural and the active language."""
    known = [model._meta for model in apps.get_models() if model._meta.label in _phrases]
    options = next((kind for kind in known if str(kind.verbose_name_plural) == name), None)
    if options is not None:
        return say_count(options, number)
    return _("%(kind)s: %(count)s") % {"kind": capfirst(name), "count": f"{number:,}"}
