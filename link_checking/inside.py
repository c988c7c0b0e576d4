"""Links that lead to this site: whether their page exists, and is public in the language that they promise."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from functools import cache

from django.apps import apps
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation, ValidationError
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import override

from bilingual.languages import ENGLISH
from media_library.usage import named_in
from publishing.addresses.redirects import without_language
from publishing.models import Publishable, Redirect

from .addresses import read, slug_of
from .models import Link

Status, Problem = Link.Status, Link.Problem
BATCH = 500
#: What is judged, and written when it has changed.
JUDGED = ["status", "problem", "target", "moved_to", "checked_at", "failing_since"]


def judge(links: list[Link], *, now: datetime | None = None) -> None:
    """Look at links on this site and keep what was found. A few queries for each kind of record, however many."""
    now = now or timezone.now()
    for begin in range(0, len(links), BATCH):
        _judge(links[begin : begin + BATCH], now)


def judge_all() -> int:
    """Look at every link on this site again: the clock may have made pages public, or ended them. How many."""
    links = list(Link.objects.filter(kind=Link.Kind.INSIDE))
    judge(links)
    return len(links)


def leads_to(record: models.Model) -> Q:
    """The condition that a link leads to a record, or would lead to it now."""
    slug = getattr(record, "slug", "") or str(record.pk)
    return Q(kind=Link.Kind.INSIDE) & (Q(target=_key_of(record)) | Q(slug=slug))


def led_by(redirect: Redirect) -> Q:
    """The condition that a link names an address from which visitors are led where this redirect leads."""
    rows = Redirect.objects.filter(language=redirect.language, new_path=redirect.new_path)
    paths = {redirect.old_path, *rows.values_list("old_path", flat=True)}
    return Q(kind=Link.Kind.INSIDE, slug__in={slug_of(path) for path in paths} - {""})


def judge_again(condition: Q) -> None:
    """Look again at the links of which a condition holds."""
    judge(list(Link.objects.filter(condition)))


def _judge(links: list[Link], now: datetime) -> None:
    records = _Records(links)
    for link in links:
        if link.address.startswith("item:"):
            found = _of_record(records.by_key(link.target), link.language, now)
        else:
            found = _of_path(link, _path(link), records, now)
        link.status, link.problem = found
        link.checked_at = now
        link.failing_since = (link.failing_since or now) if link.status in Link.TROUBLED else None
    Link.objects.bulk_update(links, JUDGED)


def _path(link: Link) -> str:
    address = read(link.address, link.language)
    return address.path if address else ""


def _of_path(link: Link, path: str, records: _Records, now: datetime) -> tuple[str, str]:
    link.moved_to = ""
    if not path.startswith("/"):
        return Status.MISSING, Problem.RELATIVE
    if path.startswith("/admin/"):
        return Status.MISSING, Problem.STAFF
    if path.startswith(settings.MEDIA_URL):
        return _of_file(path.removeprefix(settings.MEDIA_URL))
    for model, key in named_in(path):
        # A stored file: its address goes on behind its key.
        exists = model._base_manager.filter(pk=key).exists()
        return (Status.WORKING, "") if exists else (Status.MISSING, Problem.FILE)
    language, bare = without_language(path)
    language = language or link.language or ENGLISH
    full = path if path != bare or bare == "/" else f"/{language}{bare}"
    with override(language):
        record = records.at(full, link.slug)
        if record is not None:
            link.target = _key_of(record)
            return _of_record(record, language, now)
        if moved := records.moved(language, bare):
            link.moved_to = f"/{language}{moved}"
            return Status.WORKING, ""
        return _of_route(path, full, link.slug)


def _of_route(path: str, full: str, slug: str) -> tuple[str, str]:
    """A page that is about no record. One whose last part names a record that does not exist is missing."""
    for one in dict.fromkeys((path, full)):
        try:
            match = resolve(one)
        except Resolver404:
            continue
        if slug not in {value for value in match.captured_kwargs.values() if isinstance(value, str)}:
            return Status.WORKING, ""
    return Status.MISSING, Problem.PAGE


def _of_record(record: models.Model | None, language: str, now: datetime) -> tuple[str, str]:
    if record is None:
        return Status.MISSING, Problem.PAGE
    if isinstance(record, Publishable) and not (
        record.is_live(language, now) if language else record.live_languages(now)
    ):
        return Status.NOT_LIVE, Problem.LANGUAGE
    return Status.WORKING, ""


def _of_file(name: str) -> tuple[str, str]:
    try:
        exists = default_storage.exists(name)
    except (SuspiciousFileOperation, ValueError):
        # A name that no storage would take, such as one that climbs out of the folder.
        exists = False
    except OSError:
        # A store that is away says nothing of its files.
        return Status.UNCHECKED, ""
    return (Status.WORKING, "") if exists else (Status.MISSING, Problem.FILE)


def _key_of(record: models.Model) -> str:
    return f"{record._meta.label_lower}:{record.pk}"


@cache
def _with_address() -> tuple[list[type[models.Model]], list[type[models.Model]]]:
    """The models whose rows have a page: those that are found by slug, and those that are found by key."""
    paged = [model for model in apps.get_models() if hasattr(model, "get_absolute_url") and _is_ours(model)]
    by_slug = [model for model in paged if any(field.name == "slug" for field in model._meta.fields)]
    return by_slug, [model for model in paged if model not in by_slug]


def _is_ours(model: type[models.Model]) -> bool:
    return not model.__module__.startswith("django.")


class _Records:
    """The records that some links may lead to, read in bulk."""

    def __init__(self, links: list[Link]):
        wanted = defaultdict(set)
        for link in links:
            if link.address.startswith("item:"):
                label, _, key = link.target.rpartition(":")
                wanted[label].add(key)
        self._by_key = {
            f"{label}:{row.pk}": row for label, keys in wanted.items() for row in _rows_of(label, keys)
        }
        slugs = {link.slug for link in links if link.slug}
        self._by_slug = defaultdict(list)
        by_slug, by_key = _with_address()
        for model in by_slug if slugs else ():
            for row in _light(model).filter(slug__in=slugs):
                self._by_slug[row.slug].append(row)
        keys = {slug for slug in slugs if slug.isascii() and slug.isdigit() and len(slug) < 19}
        for model in by_key if keys else ():
            for row in _light(model).filter(pk__in=[key for key in keys if _fits(model, key)]):
                self._by_slug[str(row.pk)].append(row)
        paths = {without_language(_path(link))[1] for link in links if link.slug}
        rows = Redirect.objects.filter(old_path__in=paths) if paths else Redirect.objects.none()
        self._moved = {
            (language, old): new
            for language, old, new in rows.values_list("language", "old_path", "new_path")
        }

    def by_key(self, target: str) -> models.Model | None:
        return self._by_key.get(target)

    def at(self, path: str, slug: str) -> models.Model | None:
        """The record whose page has this path in the active language."""
        return next((row for row in self._by_slug[slug] if row.get_absolute_url() == path), None)

    def moved(self, language: str, bare: str) -> str | None:
        return self._moved.get((language, bare))


def _rows_of(label: str, keys: set[str]):
    try:
        model = apps.get_model(label)
    except LookupError:
        return []
    return _light(model).filter(pk__in=[key for key in keys if _fits(model, key)])


def _fits(model: type[models.Model], key: str) -> bool:
    """Whether a text can be a key of a model."""
    try:
        model._meta.pk.to_python(key)
    except ValidationError:
        return False
    return not key.isdigit() or len(key) < 19


def _light(model: type[models.Model]):
    """Rows without their long texts."""
    long = (models.TextField, models.JSONField)
    return model._base_manager.defer(*(f.name for f in model._meta.fields if isinstance(f, long)))
