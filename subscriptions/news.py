"""What is new in a list between two moments: editions that began, and editions that were changed and published.

The log of deeds tells what was changed: of each change that was applied it names the versions before and after, and
these tell in which language readers see a difference. Saving something in the other language is no news in this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict

from bilingual.addresses import absolute
from bilingual.languages import active_language, column
from publishing.drafts.merging import SHARED, changed_languages
from publishing.models import AuditEntry, Revision
from publishing.querysets import live_condition
from publishing.snapshots import upgraded

from .lists import Asked, FollowedList

#: A letter names so many at most and leads to the list for the rest.
MOST_NAMED = 20
APPLIED = "publishing.applied"
#: Columns of every record that no page shows.
FOR_STAFF = {"owner_id", "review_by", "to_confirm"}


@dataclass(frozen=True)
class Item:
    """One line of a letter."""

    title: str
    text: str
    url: str


@dataclass(frozen=True)
class News:
    """``fresh`` was published in the stretch, ``changed`` was public before; ``more`` is how many are not named."""

    asked: Asked
    fresh: list[Item]
    changed: list[Item]
    more: int = 0

    @property
    def number(self) -> int:
        return len(self.fresh) + len(self.changed) + self.more

    def __bool__(self) -> bool:
        return bool(self.number)


def news_of(followed: FollowedList, query: str, since: datetime, until: datetime) -> News | None:
    """What a list has to tell in the active language after ``since`` and up to ``until``, of what is live now.

    None when there is no such list any more. A filter that means nothing any more would leave a wider list than the
    one that was asked for: that one is gone, too.
    """
    asked = followed.ask(QueryDict(query))
    if asked is None or asked.ignored:
        return None
    begun = column("live_from")
    live = followed.model.objects.filter(live_condition())
    stretch = {f"{begun}__gt": since, f"{begun}__lte": until}
    fresh = set(live.filter(**stretch).values_list("pk", flat=True))
    changed = _changed(followed, since, until) if followed.tells_changes else set()
    changed = set(live.filter(pk__in=changed, **{f"{begun}__lte": since}).values_list("pk", flat=True))
    wanted = set(asked.narrow(fresh | changed)) if fresh or changed else set()
    records = followed.fetch(wanted).order_by(f"-{begun}", "-pk") if wanted else []
    new, old = [], []
    for record in records:
        (new if record.pk in fresh else old).append(record)
    named_new = new[:MOST_NAMED]
    named_old = old[: MOST_NAMED - len(named_new)]
    return News(
        asked,
        [_item(followed, record) for record in named_new],
        [_item(followed, record) for record in named_old],
        len(new) + len(old) - len(named_new) - len(named_old),
    )


def _item(followed: FollowedList, record) -> Item:
    title, text = followed.say(record)
    return Item(title, text or "", absolute(record.get_absolute_url()))


def _changed(followed: FollowedList, since: datetime, until: datetime) -> set[int]:
    """Keys of the records of which readers of the active language saw something else afterwards."""
    entries = AuditEntry.objects.filter(
        action=APPLIED, kind=followed.model._meta.label_lower, at__gt=since, at__lte=until
    )
    language, found = active_language(), set()
    for entry in entries.order_by("pk").iterator():
        key = int(entry.object_id)
        if key not in found and {language, SHARED} & set(_languages_of(followed, entry)):
            found.add(key)
    return found


def _languages_of(followed: FollowedList, entry: AuditEntry) -> list[str]:
    """The languages, and ``shared``, in which a change that was applied made a difference."""
    kind = ContentType.objects.get_for_model(followed.model, for_concrete_model=True)
    numbers = [entry.old["revision"], entry.new["revision"]]
    kept = Revision.objects.filter(content_type=kind, object_id=entry.object_id, number__in=numbers)
    snapshots = list(kept.order_by("number").values_list("snapshot", flat=True))
    record = followed.model._base_manager.filter(pk=entry.object_id).first()
    if len(snapshots) < 2 or record is None:
        # Without both versions nobody can tell; what was published is what was said to be.
        return entry.new["languages"]
    return changed_languages(followed.model, *(_public(upgraded(record, one)) for one in snapshots))


def _public(snapshot: dict) -> dict:
    """A snapshot without what only staff see."""
    return snapshot | {"f": {name: value for name, value in snapshot["f"].items() if name not in FOR_STAFF}}
