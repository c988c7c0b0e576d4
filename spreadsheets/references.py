"""How files name the records that a record points at: by an address or a key that people can read and that stays.

One object is made for each file: it asks the database once for each kind of record.
"""

from __future__ import annotations

from difflib import get_close_matches

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.translation import gettext as _

from evidence.models import Source
from publishing.models import Publishable

#: Paths whose values, joined by a stroke, name a record; for what can be published it is the address.
KEYS: dict[type[models.Model], tuple[str, ...]] = {
    Source: ("key",),
    get_user_model(): (get_user_model().USERNAME_FIELD,),
}
#: Other columns by which a record can be named, if they are filled.
ALSO: dict[type[models.Model], tuple[str, ...]] = {}


def key_paths(model: type[models.Model]) -> tuple[str, ...]:
    return KEYS.get(model) or (("slug",) if issubclass(model, Publishable) else ("pk",))


class References:
    """Names of records, and records by their names."""

    def __init__(self):
        self._names: dict[type[models.Model], dict] = {}
        self._keys: dict[type[models.Model], dict[str, object]] = {}

    def name(self, model: type[models.Model], pk) -> str:
        """What a file calls the record; empty when it is gone."""
        if pk in (None, ""):
            return ""
        return self._load(model).get(str(pk), "")

    def find(self, model: type[models.Model], name: str):
        """The key of the record of this name, as snapshots hold it. Raises ValueError with a sentence."""
        self._load(model)
        keys = self._keys[model]
        wanted = name.strip()
        if wanted in keys:
            return keys[wanted]
        if wanted.casefold() in keys:
            return keys[wanted.casefold()]
        near = get_close_matches(wanted.casefold(), keys, n=1, cutoff=0.75) if len(keys) < 5000 else []
        values = {"kind": model._meta.verbose_name, "name": wanted[:80], "near": near[0] if near else ""}
        if near:
            raise ValueError(_("There is no %(kind)s “%(name)s”. Did you mean “%(near)s”?") % values)
        raise ValueError(_("There is no %(kind)s “%(name)s”.") % values)

    def pk_of(self, model: type[models.Model], name: str):
        """As ``find``, with None for a name that nothing has."""
        self._load(model)
        return self._keys[model].get(name.strip()) if name else None

    def _load(self, model: type[models.Model]) -> dict:
        if model not in self._names:
            paths, others = key_paths(model), ALSO.get(model, ())
            names, keys = {}, {}
            rows = model._base_manager.order_by().values_list("pk", *paths, *others)
            for pk, *values in rows.iterator(chunk_size=2000):
                stored = pk if isinstance(pk, int) else str(pk)
                name = "/".join(str(value) for value in values[: len(paths)])
                names[str(pk)] = name
                keys[name] = stored
                for value in filter(None, values[len(paths) :]):
                    keys.setdefault(str(value), stored)
            self._names[model], self._keys[model] = names, keys
        return self._names[model]
