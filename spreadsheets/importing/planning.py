"""The dry run: what a file would change, and what is wrong with it, row by row. Nothing is written."""

from __future__ import annotations

import copy
import uuid
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bilingual.languages import LANGUAGES, column
from publishing.addresses.slugs import AddressField, free_slug, slug_from
from publishing.drafts.merging import SHARED
from publishing.fingerprints import fingerprint
from publishing.models import Revision
from publishing.rights.permissions import can
from publishing.rights.roles import languages_of
from publishing.snapshots import Snapshot, upgraded

from ..columns import folded
from ..formats.grid import plain
from ..formats.limits import MOST_CHANGED
from ..references import References
from ..sheets import VERSION, Sheet
from .composing import Composer, blank_snapshot
from .entries import CHANGED, FAULTY, NEW, UNCHANGED, Entry, Group
from .headers import Found
from .versions import AT_ONCE, newest_of

STATES = (NEW, CHANGED, UNCHANGED, FAULTY)


@dataclass
class Plan:
    """``groups`` are those that are not left unchanged, in the order of the file."""

    sheet: Sheet
    groups: list[Group] = field(default_factory=list)
    counts: Counter = field(default_factory=Counter)
    notices: list[str] = field(default_factory=list)

    @property
    def to_write(self) -> list[Group]:
        return [group for group in self.groups if group.state in (NEW, CHANGED)]

    @property
    def digest(self) -> str:
        """The same for the same outcome, in whatever language it is told."""
        return fingerprint({"groups": [[group.name, group.digest] for group in self.groups]})


class Planner:
    """``user`` decides what may be changed; ``seed`` gives new parts the same keys at every check of one file."""

    def __init__(self, sheet: Sheet, found: list[Found], *, user, seed: uuid.UUID):
        self.sheet, self._found, self._user, self._seed = sheet, found, user, seed
        self._references = References()
        self._made: set[str] = set()
        self._called_already: set[str] | None = None

    def plan(self) -> Plan:
        plan = Plan(self.sheet, notices=[notice for found in self._found for notice in found.notices])
        groups = iter(self._grouped())
        while some := list(islice(groups, AT_ONCE)):
            self._read(some)
            for group in some:
                self._compose(group)
                plan.counts[group.state] += 1
                if group.state != UNCHANGED:
                    plan.groups.append(group)
                else:
                    group.merged = group.version = None
        self._bound(plan)
        return plan

    def _bound(self, plan: Plan) -> None:
        for group in list(plan.to_write[MOST_CHANGED:]):
            text = _("One file can change at most %(number)s records. Put the rest in another file.")
            group.entries[0].fail(text % {"number": MOST_CHANGED})
            plan.counts[FAULTY] += 1
            plan.counts[NEW if group.pk is None else CHANGED] -= 1

    # Which rows belong together

    def _grouped(self) -> list[Group]:
        groups: dict[object, Group] = {}
        for found in self._found:
            for line in found.lines:
                entry = Entry(found, line, found.cells(line))
                if found.table.parent:
                    self._join_part(groups, entry)
                else:
                    self._join_record(groups, entry)
        return list(groups.values())

    def _join_record(self, groups: dict, entry: Entry) -> None:
        given = [plain(entry.cell(key)).strip() for key in self.sheet.keys]
        pk = self._known(given)
        if pk is None and not given[0]:
            # Nothing names it: it is new, and no other row can be about it.
            groups["row", entry.line.number] = Group(self._called(entry), [entry])
            return
        key = pk if pk is not None else folded(given[0])
        if key in groups:
            entry.fail(_("Another row of the file refers to the same record."))
            groups[key].entries.append(entry)
        else:
            name = next((text for text in given if text), "")
            groups[key] = Group(name, [entry], pk)

    def _join_part(self, groups: dict, entry: Entry) -> None:
        text = plain(entry.cell(entry.found.table.parent)).strip()
        pk = self._known([text])
        key = pk if pk is not None else folded(text)
        if key in groups:
            groups[key].entries.append(entry)
            return
        groups[key] = Group(text, [entry], pk)
        if pk is None:
            column = entry.found.table.by_key[entry.found.table.parent]
            if text:
                values = {"kind": self.sheet.model._meta.verbose_name, "name": text[:80]}
                entry.fail(_("There is no %(kind)s “%(name)s”.") % values, column)
            else:
                entry.fail(_("The row does not say which record it belongs to."), column)

    def _known(self, given: list[str]):
        """The key of the record that one of the names means."""
        found = (self._references.pk_of(self.sheet.model, text) for text in given)
        return next((pk for pk in found if pk is not None), None)

    def _called(self, entry: Entry) -> str:
        return next((name for name in self._names_in(entry) if name), "")

    def _names_in(self, entry: Entry) -> list[str]:
        return [plain(entry.cell(column(self.sheet.name_field, code))).strip() for code in LANGUAGES]

    # What they build on

    def _read(self, groups: list[Group]) -> None:
        """Give every group its record and the newest version of it."""
        by_pk = {group.pk: group for group in groups if group.pk is not None}
        for version in newest_of(self.sheet.model._base_manager.filter(pk__in=by_pk)):
            group = by_pk[version.record.pk]
            group.record, group.version = version.record, version

    def _compose(self, group: Group) -> None:
        if (group.pk is None and any(entry.faults for entry in group.entries)) or not self._may(group):
            return
        theirs = group.version.snapshot if group.version else self._blank(group)
        base = self._base_of(group, theirs)
        if base is None:
            return
        if group.version and group.version.is_draft:
            group.notices.append(_("There is already a draft. The contents of the file will be added to it."))
        Composer(
            self.sheet,
            group,
            self._references,
            base=base,
            theirs=theirs,
            may_write=languages_of(self._user),
            seed=self._seed,
        ).compose()

    def _may(self, group: Group) -> bool:
        if group.record is None:
            is_allowed = group.pk is None and can(self._user, "add", self.sheet.model, SHARED)
            text = _("You may not add records of this kind.")
        else:
            is_allowed = all(can(self._user, verb, group.record) for verb in ("view", "change"))
            text = _("You may not change this record.")
        if not is_allowed:
            group.entries[0].fail(text)
        return is_allowed

    def _base_of(self, group: Group, theirs: Snapshot) -> Snapshot | None:
        """The version that the rows were made from; None, with a fault said, when it is not known here.

        Rows without a version were made from what is live: what a draft says since is not overwritten.
        """
        version = group.version
        if version is None:
            return copy.deepcopy(theirs)
        number = self._number(group)
        if number is None and version.is_draft and version.head.base:
            return upgraded(version.record, version.head.base.snapshot)
        if number in (None, version.number):
            return copy.deepcopy(theirs)
        revision = Revision.objects.of(version.record).filter(number=number).first() if number > 0 else None
        if revision is None:
            entry = next(entry for entry in group.entries if plain(entry.cell(VERSION)).strip())
            entry.fail(
                _("This version does not exist here. Export again and edit the new file."), _version_of(entry)
            )
            return None
        return upgraded(version.record, revision.snapshot)

    def _number(self, group: Group) -> int | None:
        """The oldest version that the rows name; 0 for what names none."""
        said = [plain(entry.cell(VERSION)).strip() for entry in group.entries]
        numbers = [
            int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0 for text in said if text
        ]
        return min(numbers, default=None)

    # New records

    def _blank(self, group: Group) -> Snapshot:
        """The version of a new record before anything but its address is written."""
        snapshot = blank_snapshot(self.sheet.model)
        entry = group.entries[0]
        given, names = plain(entry.cell("slug")).strip(), self._names_in(entry)
        if given:
            address = self._as_address(entry, given)
        elif twin := self._twin(names):
            entry.fail(
                _("“%(name)s” already exists. Enter its address in the column “slug”.") % {"name": twin}
            )
            address = ""
        else:
            address = self._free(slug_from(*names)) if slug_from(*names) else ""
            if not address and any(names):
                entry.fail(_("No address can be made from this name. Enter one."))
        snapshot["f"]["slug"] = address
        group.name, group.called = address or group.name, self._called(entry)
        return snapshot

    def _as_address(self, entry: Entry, given: str) -> str:
        try:
            return AddressField().clean(given)
        except ValidationError as error:
            entry.fail(" ".join(error.messages), next(one for one in entry.cells if one.key == "slug"))
            return ""

    def _free(self, wanted: str) -> str:
        """An address that neither a record nor another row of the file has."""
        address, number = free_slug(self.sheet.model, wanted), 2
        while address in self._made:
            address, number = free_slug(self.sheet.model, f"{wanted}-{number}"), number + 1
        self._made.add(address)
        return address

    def _twin(self, names: list[str]) -> str:
        """The name of a record that is called the same in one of the languages; empty when there is none."""
        if self._called_already is None:
            columns = [column(self.sheet.name_field, code) for code in LANGUAGES]
            rows = self.sheet.model._base_manager.order_by().values_list(*columns)
            self._called_already = {folded(name) for row in rows for name in row if name}
        return next((name for name in names if name and folded(name) in self._called_already), "")


def _version_of(entry: Entry):
    return next(one for one in entry.cells if one.key == VERSION)
