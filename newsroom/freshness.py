"""How fresh the columns are, and which are blank: what the national check of government sites fails a site for.

The thresholds of that check: nothing new for two weeks on the home page; five columns of news without anything for two
weeks, or of notices and policy for six months; ten stale columns in all; five blank ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article, Column, Special
from bilingual.languages import ENGLISH, LANGUAGES
from bilingual.languages import column as column_of
from publishing.permissions import can

from .finding import Finding, Fix, Level

#: From this part of its limit on, a column is said to need something soon.
WARN_FROM = 0.7
HOME_WARN, HOME_LIMIT = 10, 14
#: Days without anything new, by type of column, and how many such columns fail a site.
STALE_AFTER = {
    Column.Type.NEWS: 14,
    Column.Type.NOTICES: 183,
    Column.Type.POLICY: 183,
    Column.Type.INTERPRETATION: 183,
}
STALE_COLUMNS, STALE_IN_ALL, BLANK_COLUMNS = 5, 10, 5


@dataclass(frozen=True)
class ColumnHealth:
    """A column with the day of its newest article in each language; ``write_url`` opens a new article in it."""

    column: Column
    newest: dict[str, date | None]
    today: date
    url: str
    write_url: str

    @property
    def latest(self) -> date | None:
        return max((day for day in self.newest.values() if day), default=None)

    @property
    def age(self) -> int | None:
        """Days since something new came, None when nothing ever did."""
        return max(0, (self.today - self.latest).days) if self.latest else None

    @property
    def days_left(self) -> int | None:
        """Days until its own limit, negative after it; None for a column without a limit or without articles."""
        limit = self.column.freshness_days
        return None if limit is None or self.age is None else limit - self.age

    @property
    def level(self) -> Level:
        limit = self.column.freshness_days
        if self.latest is None:
            return Level.WARN
        if limit is None:
            return Level.GOOD
        if self.days_left < 0:
            return Level.BAD
        return Level.WARN if self.age >= limit * WARN_FROM else Level.GOOD

    @property
    def blank_in(self) -> list[str]:
        return [language for language in LANGUAGES if self.newest[language] is None]

    @property
    def is_stale(self) -> bool:
        """Whether the national check would count it; blank columns are counted apart."""
        limit = STALE_AFTER.get(self.column.column_type, 183)
        return self.age is not None and self.age > limit


def columns(user, now: datetime | None = None) -> list[ColumnHealth]:
    """Every column, the most urgent one first, in one query of index look-ups."""
    now = now or timezone.now()
    newest = {}
    for language in LANGUAGES:
        articles = Article.objects.filter(column=OuterRef("pk")).live(language, now).newest_first()
        newest[f"newest_{LANGUAGES.index(language)}"] = Subquery(articles.values("dated_at")[:1])
    specials = _specials(now)
    may_write = can(user, "add", Article)
    found = [
        ColumnHealth(
            column,
            {
                language: specials[language]
                if column.display == Column.Display.SPECIALS
                else _day(getattr(column, f"newest_{number}"))
                for number, language in enumerate(LANGUAGES)
            },
            timezone.localdate(now),
            reverse("admin:articles_article_changelist") + "?" + urlencode({"column__id__exact": column.pk}),
            _write_url(column) if may_write else "",
        )
        for column in Column.objects.annotate(**newest)
    ]
    return sorted(found, key=_urgency)


def _specials(now: datetime) -> dict[str, date | None]:
    """The day on which the newest special went live in each language, for the columns that list them."""
    found = {}
    for language in LANGUAGES:
        begin = column_of("live_from", language)
        found[language] = _day(
            Special.objects.live(language, now).order_by(f"-{begin}").values_list(begin, flat=True).first()
        )
    return found


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _write_url(column: Column) -> str:
    if column.display == Column.Display.SPECIALS:
        return reverse("admin:articles_special_add")
    return reverse("admin:articles_article_add") + "?" + urlencode({"column": column.pk})


def _urgency(health: ColumnHealth) -> tuple:
    order = (Level.BAD, Level.WARN, Level.GOOD).index(health.level)
    left = health.days_left
    return order, left is None, left or 0, health.column.position


def findings(found: list[ColumnHealth], user) -> list[Finding]:
    """What the national check would say of the home page and of the columns together."""
    return [_home(found, user), *_stale(found), *_blank(found)]


def _home(found: list[ColumnHealth], user) -> Finding:
    ages = [health.age for health in found if health.age is not None]
    url = reverse("admin:articles_article_add")
    fixes = [Fix(_("Write an article"), url)] if can(user, "add", Article) else []
    if not ages:
        return Finding(Level.BAD, _("The home page has no article."), fixes)
    age = min(ages)
    level = Level.BAD if age >= HOME_LIMIT else Level.WARN if age >= HOME_WARN else Level.GOOD
    text = ngettext(
        "The newest article on the home page is %(number)s day old; the limit is 14 days.",
        "The newest article on the home page is %(number)s days old; the limit is 14 days.",
        age,
    )
    return Finding(level, text % {"number": age}, fixes if level is not Level.GOOD else [])


def _stale(found: list[ColumnHealth]) -> list[Finding]:
    stale = [health for health in found if health.is_stale]
    if not stale:
        return [Finding(Level.GOOD, _("No column is stale by the national rules."))]
    news = [health for health in stale if STALE_AFTER.get(health.column.column_type) == 14]
    others = len(stale) - len(news)
    fails = len(news) >= STALE_COLUMNS or others >= STALE_COLUMNS or len(stale) >= STALE_IN_ALL
    text = ngettext(
        "%(number)s column is stale by the national rules; five of a kind or ten in all fail the site.",
        "%(number)s columns are stale by the national rules; five of a kind or ten in all fail the site.",
        len(stale),
    )
    return [Finding(Level.BAD if fails else Level.WARN, text % {"number": len(stale)}, _links(stale))]


def _blank(found: list[ColumnHealth]) -> list[Finding]:
    findings = []
    for language in LANGUAGES:
        blank = [health for health in found if language in health.blank_in]
        if not blank:
            continue
        level = Level.BAD if len(blank) >= BLANK_COLUMNS else Level.WARN
        if language == ENGLISH:
            text = ngettext(
                "%(number)s column is blank in English.",
                "%(number)s columns are blank in English.",
                len(blank),
            )
        else:
            text = ngettext(
                "%(number)s column is blank in Chinese.",
                "%(number)s columns are blank in Chinese.",
                len(blank),
            )
        findings.append(Finding(level, text % {"number": len(blank)}, _links(blank)))
    return findings or [Finding(Level.GOOD, _("No column is blank in either language."))]


def _links(found: list[ColumnHealth]) -> list[Fix]:
    return [Fix(str(health.column), health.write_url or health.url) for health in found]
