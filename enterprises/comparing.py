"""Which records an address asks to see side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from django.utils.translation import gettext as _

from bilingual.languages import active_language, other_language
from bilingual.names import in_language
from ui.query_strings import printable, unknown_names

from .presenters.comparison import MOST

#: Words of an address that are looked at; nobody types more.
LONGEST = 24


@dataclass
class Asked:
    """``slugs`` in the order of the address, each once; ``ignored`` says what was left out and why."""

    slugs: list[str]
    records: list = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, query) -> Asked:
        """Read ``?ids=a,b`` and ``?ids=a&ids=b``."""
        words = [
            printable(word) for value in query.getlist("ids")[:LONGEST] for word in value[:2000].split(",")
        ]
        return cls(list(dict.fromkeys(word for word in words if word))[:LONGEST])

    def find(self, records, name: str, public) -> None:
        """Take what is live in this language from ``records``; ``public`` holds the editions of every language.

        One query, and one more only where something is missing.
        """
        found = {record.slug: record for record in records.filter(slug__in=self.slugs)} if self.slugs else {}
        self.records = [found[slug] for slug in self.slugs if slug in found][:MOST]
        missing = [slug for slug in self.slugs if slug not in found]
        elsewhere = {one.slug: one for one in public.filter(slug__in=missing)} if missing else {}
        for record in elsewhere.values():
            # By the name of the edition that is public: that of the other one is still a draft.
            known_as = in_language(record, name, other_language(active_language()))
            words = _("“%(name)s” is not published in this language and was left out.")
            self.ignored.append(words % {"name": known_as})
        self.ignored += unknown_names([slug for slug in missing if slug not in elsewhere])
        surplus = [getattr(found[slug], name) for slug in self.slugs if slug in found][MOST:]
        if surplus:
            words = _("You can compare up to %(number)s side by side; left out: %(names)s.")
            self.ignored.append(words % {"number": MOST, "names": _(", ").join(surplus)})

    def address(self, path: str, slugs: list[str] | None = None) -> str:
        """The one address of these columns, or of others."""
        chosen = [record.slug for record in self.records] if slugs is None else slugs
        return f"{path}?ids={','.join(quote(slug) for slug in chosen)}" if chosen else path

    def with_one(self, path: str, slug: str) -> str:
        """The address with one column more."""
        return self.address(path, [*(record.slug for record in self.records), slug])

    def without(self, path: str, slug: str) -> str:
        """The address with this column taken away."""
        return self.address(path, [record.slug for record in self.records if record.slug != slug])
