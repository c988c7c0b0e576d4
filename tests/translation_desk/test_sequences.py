"""Whatever people do, in whatever order, the state of a translation is right."""

import random

import pytest
from django.db import connection

from pages.models import Organisation
from publishing.drafts.saving import discard_draft, first_revision, head_of, save_draft
from publishing.publication.actions import publish
from publishing.snapshots import upgraded
from tests.factories import made_live
from translation_desk.models import TranslationTask
from translation_desk.queueing import refresh
from translation_desk.stamping import accept, dismiss
from translation_desk.states import State, read

#: What a database may change in them shows in a part of them too.
SEQUENCES = 1000 if connection.vendor == "sqlite" else 200
DEEDS = 6
#: Each pair of one letter differs in punctuation only.
SOURCES = ["甲来了。", "甲来了！", "乙去了。", "乙去了；", "丙在。", ""]
TARGETS = ["A came.", "B left.", "C is there.", "D sleeps.", ""]


class Model:
    """The rules in the plainest words: for each translation, the sources it fits and the words it is excused for."""

    def __init__(self, source, target):
        self.head = self.live = (source, target)
        self.versions = [self.head]
        self.fits, self.excused = {}, {}

    def save(self, before, after):
        """``before`` is what the author saw, ``after`` what the author left."""
        if before == after:
            return
        for source, target in (before, after):
            if source and target:
                self.fits.setdefault(target, {source})

    def expected(self):
        source, target = self.head
        if source and not target:
            return State.MISSING
        if target and not source:
            return "missing in the original"
        if not source:
            return None
        fits = source in self.fits.get(target, {source})
        if not fits and source[0] not in self.excused.get(target, set()):
            return State.OUTDATED
        return State.APPROVED if target == self.live[1] else State.DRAFT


class Desk:
    """The same deeds, done to a record."""

    def __init__(self, record, chance):
        self.record, self.chance = record, chance
        self.model = Model(record.duties_zh_hans, record.duties_en)
        self.revisions = [(first_revision(record), self.model.head)]

    def step(self):
        deeds = (self.edit, self.edit, self.translate, self.publish, self.correct, self.dismiss, self.restore)
        self.chance.choice((*deeds, self.discard, self.beside))()

    def _save(self, pair, seen=None, seen_pair=None):
        """Save a pair over what was seen; what others changed meanwhile stays where this author changed nothing."""
        head = head_of(self.record)
        seen, before = seen or head, seen_pair or self.model.head
        snapshot = upgraded(self.record, seen.snapshot)
        fields = {"duties_zh_hans": pair[0], "duties_en": pair[1]}
        saved = save_draft(self.record, snapshot | {"f": snapshot["f"] | fields}, seen=seen)
        merged = tuple(
            now if mine == was else mine for mine, was, now in zip(pair, before, self.model.head, strict=True)
        )
        if merged != self.model.head:
            self.model.save(before, pair)
            self.model.head = merged
            self.revisions.append((saved, merged))

    def edit(self):
        self._save((self.chance.choice(SOURCES), self.model.head[1]))

    def translate(self):
        self._save((self.model.head[0], self.chance.choice(TARGETS)))

    def beside(self):
        """Two people open the same version: one changes the source, the other the translation."""
        seen, pair = head_of(self.record), self.model.head
        self._save((self.chance.choice(SOURCES), pair[1]), seen, pair)
        self._save((pair[0], self.chance.choice(TARGETS)), seen, pair)

    def publish(self):
        language = self.chance.choice(["en", "zh-hans"])
        side = 0 if language == "zh-hans" else 1
        if not self.model.head[side]:
            return
        publish(Organisation.objects.get(pk=self.record.pk), language=language)
        live = list(self.model.live)
        live[side] = self.model.head[side]
        self.model.live = tuple(live)

    def restore(self):
        revision, pair = self.chance.choice(self.revisions)
        self._save(pair)

    def discard(self):
        if discard_draft(Organisation.objects.get(pk=self.record.pk)):
            self.model.head = self.model.live

    def correct(self):
        source, target = self.model.head
        if source and target:
            accept(self.record, self.place().place, "en")
            refresh(self.record)
            self.model.fits.setdefault(target, {source}).add(source)

    def dismiss(self):
        found = self.place()
        if found is not None and found.is_minor:
            dismiss(self.record, found.place, "en")
            refresh(self.record)
            source, target = self.model.head
            self.model.excused.setdefault(target, set()).add(source[0])

    def place(self):
        record = Organisation.objects.get(pk=self.record.pk)
        reading = read(record, head_of(record).snapshot)
        return next((one for one in reading.places if one.place.path == "duties"), None)

    def actual(self):
        found = self.place()
        if found is None:
            return None
        return found.state if found.language == "en" else f"{found.state} in the original"

    def is_queued_rightly(self):
        task = TranslationTask.objects.of(self.record).filter(language="en").first()
        expected = self.model.expected()
        counts = (task.missing, task.outdated) if task else (0, 0)
        return counts == (int(expected == State.MISSING), int(expected == State.OUTDATED))


@pytest.mark.parametrize("tenth", range(10))
def test_a_thousand_sequences_of_deeds_never_give_a_wrong_state(db, tenth):
    chance = random.Random(tenth)
    for number in range(SEQUENCES // 10):
        record = made_live(
            Organisation.objects.create(
                slug=f"org-{number}",
                kind="bureau",
                name_en="Office",
                name_zh_hans="办公室",
                duties_en=TARGETS[0],
                duties_zh_hans=SOURCES[0],
            )
        )
        desk, done = Desk(record, chance), []
        for _deed in range(DEEDS):
            desk.step()
            done.append((desk.model.head, desk.model.live))
            assert desk.actual() == desk.model.expected(), (tenth, number, done)
        assert desk.is_queued_rightly(), (tenth, number, done)
