"""What the editor asks about records to link to: which there are of a name, and what the references of a text are."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from bilingual.admin import translated_fields
from bilingual.languages import LANGUAGES, active_language, column, other_language
from bilingual.names import in_language
from publishing.columns import part_relations
from publishing.models import Publishable
from publishing.publication.states import edition_state
from publishing.rights.permissions import can
from publishing.rights.scopes import visible_to

from .own_addresses import referred_record
from .references import read, reference_to
from .targets import address_in, is_open, linkable_models, targets_of

#: So many records of each kind are looked at, and so many told in all.
OF_A_KIND, IN_ALL = 6, 12
#: The fields by which people know a record, the first that it has.
NAMES = ("short_name", "headline", "name", "title")


@never_cache
@require_GET
def search(request):
    """Records whose name in either language holds the words ``q``, or, with ``about``, those of given references.

    ``language`` is that of the text. Nobody is told of a record that they may not see: it looks like one that is gone.
    """
    if not any(can(request.user, "view", model) for model in linkable_models()):
        raise PermissionDenied
    language = request.GET.get("language")
    language = language if language in LANGUAGES else active_language()
    if "about" in request.GET:
        return JsonResponse({"links": _about(request.user, request.GET.getlist("about")[:200], language)})
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:100]
    found = _named(request, words) if words else []
    return JsonResponse({"links": [described(record, language) for record in found]})


def described(record: models.Model, language: str) -> dict:
    """What the editor shows of a record in a text of that language."""
    names = {code: _name(record, code) for code in LANGUAGES}
    other = other_language(language)
    state = edition_state(record, language).label if isinstance(record, Publishable) else ""
    return {
        "address": str(reference_to(record)),
        "name": names[language] or names[other] or str(record),
        "other": names[other] if names[language] else "",
        "kind": record._meta.verbose_name,
        "path": address_in(record, language) or "",
        "isOpen": is_open(record, language),
        "state": str(state),
    }


def _about(user, addresses: list[str], language: str) -> list[dict]:
    targets = targets_of(filter(None, map(read, addresses)))
    told = []
    for address in addresses:
        record = targets.get(read(address))
        if record is not None and can(user, "view", record):
            told.append({**described(record, language), "address": address})
        else:
            told.append({"address": address, "isGone": True, "name": "", "state": _("gone")})
    return told


def _named(request, words: str) -> list[models.Model]:
    """The best matches of all kinds: names that are the words, then those that begin with them, then the others."""
    record = referred_record(words)
    if record is not None:
        return [record] if can(request.user, "view", record) else []
    found = []
    for model in linkable_models():
        model_admin = admin.site._registry.get(model)
        if model_admin is None or not can(request.user, "view", model):
            continue
        rows = visible_to(request.user, model._default_manager.all())
        rows = rows.filter(_holds(model, words)).order_by("-pk").distinct()
        found += rows[:OF_A_KIND]
    return sorted(found, key=lambda record: _distance(record, words))[:IN_ALL]


def _holds(model: type[models.Model], words: str) -> Q:
    """The condition that any name of a record holds the words, in either language; also former and other names."""
    condition = Q()
    for prefix, owner in [
        ("", model),
        *((f"{name}__", kind.related_model) for name, kind in _namings(model)),
    ]:
        known = translated_fields(owner)
        for name in ("legal_name", *NAMES):
            for code in LANGUAGES if name in known else ():
                condition |= Q(**{f"{prefix}{column(name, code)}__icontains": words})
    return condition | (Q(slug__icontains=words) if issubclass(model, Publishable) else Q())


def _namings(model: type[models.Model]):
    """The parts of a record that are nothing but names of it."""
    return [(name, kind) for name, kind in part_relations(model).items() if name == "names"]


def _name(record: models.Model, language: str) -> str:
    known = translated_fields(type(record))
    field = next((name for name in NAMES if name in known), None)
    return in_language(record, field, language) if field else ""


def _distance(record: models.Model, words: str) -> tuple:
    names = [name.casefold() for code in LANGUAGES if (name := _name(record, code))]
    sought = words.casefold()
    if sought in names:
        return 0, 0
    places = [name.find(sought) for name in names if sought in name]
    return (1 if 0 in places else 2 if places else 3), min(map(len, names), default=0)
