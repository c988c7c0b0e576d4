"""How fresh the columns are, and which are blank: what the national check of government sites fails a site for.

The thresholds of that check are those that HealthRules begin with: nothing new for two weeks on the home page; five
columns of news without anything for two weeks, or of notices and policy for six months; ten stale columns in all; five
blank ones.
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
from publishing.rights.permissions import can
from publishing.rights.scopes import areas_to_choose

from .finding import Finding, Fix, Level
from .models import HealthRules


@dataclass(frozen=True)
class ColumnHealth:
    """A column with the day of its newest article in each language; ``write_url`` opens a new article in it."""

    column: Column
    newest: dict[str, date | None]
    today: date
    url: str
    write_url: str
    rules: HealthRules

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
        return Level.WARN if self.is_warned else Level.GOOD

    @property
    def is_warned(self) -> bool:
        """Whether the part of its limit has passed from which on people are warned."""
        limit = self.column.freshness_days
        return (
            limit is not None and self.age is not None and self.age * 100 >= limit * self.rules.warn_percent
        )

    @property
    def percent(self) -> int:
        """How much of its limit has passed, at most 100; 0 for a column without a limit."""
        limit = self.column.freshness_days
        return min(100, self.age * 100 // max(limit, 1)) if limit is not None and self.age is not None else 0

    @property
    def is_news(self) -> bool:
        return self.column.column_type == Column.Type.NEWS

    @property
    def blank_in(self) -> list[str]:
        return [language for language in LANGUAGES if self.newest[language] is None]

    @property
    def is_stale(self) -> bool:
        """Whether the national check would count it; blank columns are counted apart."""
        limit = self.rules.news_stale_days if self.is_news else self.rules.notices_stale_days
        return self.age is not None and self.age > limit


def columns(user, rules: HealthRules | None = None, now: datetime | None = None) -> list[ColumnHealth]:
    """Every column as a person sees it, the most urgent one first, in one query of index look-ups."""
    may_write = can(user, "add", Article)
    return stand_of_columns(rules, now, areas=areas_to_choose(user, Article) if may_write else [])


def stand_of_columns(
    rules: HealthRules | None = None, now: datetime | None = None, *, areas: list[str] | None = None
) -> list[ColumnHealth]:
    """Every column; ``areas`` are the keys of those that offer to write, None for all of them."""
    now, rules = now or timezone.now(), rules or HealthRules()
    newest = {}
    for number, language in enumerate(LANGUAGES):
        articles = Article.objects.filter(column=OuterRef("pk")).live(language, now).newest_first()
        newest[f"newest_{number}"] = Subquery(articles.values("dated_at")[:1])
        begin = column_of("live_from", language)
        specials = Special.objects.live(language, now).order_by(f"-{begin}")
        newest[f"special_{number}"] = Subquery(specials.values(begin)[:1])
    found = [
        ColumnHealth(
            column,
            {
                language: _day(getattr(column, f"{_shows(column)}_{number}"))
                for number, language in enumerate(LANGUAGES)
            },
            timezone.localdate(now),
            reverse("admin:articles_article_changelist") + "?" + urlencode({"column__id__exact": column.pk}),
            _write_url(column) if areas is None or str(column.pk) in areas else "",
            rules,
        )
        for column in Column.objects.annotate(**newest).select_related("owner")
    ]
    return sorted(found, key=_urgency)


def _shows(column: Column) -> str:
    """A column of topic pages is as fresh as these."""
    return "special" if column.display == Column.Display.SPECIALS else "newest"


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


def findings(found: list[ColumnHealth], user, rules: HealthRules | None = None) -> list[Finding]:
    """What the national check would say of the home page and of the columns together."""
    rules = rules or HealthRules()
    return [_home(found, user, rules), *_stale(found, rules), *_blank(found, rules)]


def _home(found: list[ColumnHealth], user, rules: HealthRules) -> Finding:
    ages = [health.age for health in found if health.age is not None]
    url = reverse("admin:articles_article_add")
    fixes = [Fix(_("Write an article"), url)] if can(user, "add", Article) else []
    if not ages:
        return Finding(Level.BAD, _("The home page has no article."), fixes)
    age = min(ages)
    level = (
        Level.BAD
        if age >= rules.home_limit_days
        else Level.WARN
        if age >= rules.home_warn_days
        else Level.GOOD
    )
    text = ngettext(
        "The newest article on the home page is %(number)s day old; the limit is %(limit)s days.",
        "The newest article on the home page is %(number)s days old; the limit is %(limit)s days.",
        age,
    )
    said = text % {"number": age, "limit": rules.home_limit_days}
    return Finding(level, said, fixes if level is not Level.GOOD else [])


def _stale(found: list[ColumnHealth], rules: HealthRules) -> list[Finding]:
    stale = [health for health in found if health.is_stale]
    if not stale:
        return [Finding(Level.GOOD, _("No column is stale under the national rules."))]
    news = sum(health.is_news for health in stale)
    fails = max(news, len(stale) - news) >= rules.stale_columns or len(stale) >= rules.stale_in_all
    text = ngettext(
        "%(number)s column is stale under the national rules; %(kind)s of one kind or %(all)s in "
        "total fail the site.",
        "%(number)s columns are stale under the national rules; %(kind)s of one kind or %(all)s in "
        "total fail the site.",
        len(stale),
    )
    said = text % {"number": len(stale), "kind": rules.stale_columns, "all": rules.stale_in_all}
    return [Finding(Level.BAD if fails else Level.WARN, said, _links(stale))]


def _blank(found: list[ColumnHealth], rules: HealthRules) -> list[Finding]:
    findings = []
    for language in LANGUAGES:
        blank = [health for health in found if language in health.blank_in]
        if not blank:
            continue
        level = Level.BAD if len(blank) >= rules.blank_columns else Level.WARN
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
