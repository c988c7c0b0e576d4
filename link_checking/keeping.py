"""Keeping the list of links in step with the records that they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from bilingual.languages import LANGUAGES, column
from publishing.models import Publishable, Revision
from publishing.snapshots import Snapshot, take

from . import inside
from .finding import Found, links_of_row, links_of_snapshot
from .models import Link, Use


def public_languages(record: Publishable, now: datetime | None = None) -> list[str]:
    """The languages in which a record is public or is about to be."""
    now = now or timezone.now()
    found = []
    for language in LANGUAGES:
        begin, end = (getattr(record, column(name, language)) for name in ("live_from", "live_until"))
        if begin is not None and (end is None or end > now):
            found.append(language)
    return found


def keep_record(record: Publishable) -> bool:
    """Note the links of what is public of a record, and of its newest version; whether any is new."""
    live = links_of_snapshot(type(record), take(record))
    head = Revision.objects.of(record).numbered().first()
    has_draft = head is not None and head.kind == Revision.Kind.DRAFT
    newest = links_of_snapshot(type(record), head.snapshot) if has_draft else live
    return _keep(record, public=_public(record, live), newest=newest)


def keep_newest(record: Publishable, snapshot: Snapshot) -> bool:
    """Note the links of the newest version of a record; whether any is new."""
    return _keep(record, newest=links_of_snapshot(type(record), snapshot))


def keep_row(row: models.Model) -> bool:
    """Note the links of a row that is public as it stands; whether any is new."""
    found = links_of_row(row)
    return _keep(row, public=found, newest=found)


def _public(record: Publishable, found: list[Found]) -> list[Found]:
    languages = public_languages(record)
    shown = {*languages, ""} if languages else set()
    return [one for one in found if one.language in shown]


@transaction.atomic
def _keep(record: models.Model, *, newest: list[Found], public: list[Found] | None = None) -> bool:
    """Write the uses of a record. ``public`` None leaves alone what is known of the public version."""
    uses = {(use.link.fingerprint, use.path): use for use in Use.objects.of(record).select_related("link")}
    flags = {"is_newest": {_key(found) for found in newest}}
    if public is not None:
        flags["is_public"] = {_key(found) for found in public}
    changed, over = [], []
    for key, use in uses.items():
        before = (use.is_public, use.is_newest)
        for name, keys in flags.items():
            setattr(use, name, key in keys)
        if not (use.is_public or use.is_newest):
            over.append(use.pk)
        elif (use.is_public, use.is_newest) != before:
            changed.append(use)
    Use.objects.filter(pk__in=over).delete()
    Use.objects.bulk_update(changed, ["is_public", "is_newest"])
    fresh = {_key(found): found for found in (*newest, *(public or ())) if _key(found) not in uses}
    return _add(record, fresh, flags) if fresh else False


def _add(record: models.Model, fresh: dict[tuple, Found], flags: dict[str, set]) -> bool:
    links, is_new = _links_of(fresh.values())
    kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
    Use.objects.bulk_create(
        [
            Use(
                link=links[found.address.fingerprint],
                content_type=kind,
                object_id=str(record.pk),
                language=found.language,
                path=found.path,
                **{name: key in keys for name, keys in flags.items()},
            )
            for key, found in fresh.items()
        ],
        ignore_conflicts=True,
    )
    return is_new


def _key(found: Found) -> tuple[str, str]:
    return found.address.fingerprint, found.path


def _links_of(found: Iterable[Found]) -> tuple[dict[str, Link], bool]:
    """The links of some places by fingerprint, made where they are new, and whether any leads outside and is new.

    Those on this site are looked at again, because an editor who writes one wants to know now.
    """
    wanted = {one.address.fingerprint: one.address for one in found}
    known = set(Link.objects.filter(fingerprint__in=wanted).values_list("fingerprint", flat=True))
    now = timezone.now()
    Link.objects.bulk_create(
        [
            Link(
                fingerprint=fingerprint,
                address=address.address,
                language=address.language,
                kind=address.kind,
                host=address.host,
                slug=address.slug,
                target=address.target,
                next_check_at=now if address.kind == Link.Kind.OUTSIDE else None,
            )
            for fingerprint, address in wanted.items()
            if fingerprint not in known
        ],
        ignore_conflicts=True,
    )
    links = {link.fingerprint: link for link in Link.objects.filter(fingerprint__in=wanted)}
    inside.judge([link for link in links.values() if link.kind == Link.Kind.INSIDE], now=now)
    is_new = any(
        fingerprint not in known and address.kind == Link.Kind.OUTSIDE
        for fingerprint, address in wanted.items()
    )
    return links, is_new
