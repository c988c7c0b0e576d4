"""Records for tests: complete in both languages, and live in the languages that are asked for."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from datetime import date, datetime, timedelta
from itertools import count
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.utils import timezone

from articles.models import Article, Column
from bilingual.languages import LANGUAGES
from documents.models import Document
from enterprises.models import Award, ChainLink, ChainPlace, Enterprise, Industry, Level, Park, Scheme, Tie
from inquiries.models import Inquiry
from investment.models import CaseStudy, Event, Opportunity, Project
from policies.models import Policy
from procedures.models import Procedure, Situation
from publishing.publication import gates
from publishing.publication.actions import publish
from search_index import upkeep

BEIJING = ZoneInfo("Asia/Shanghai")
_numbers = count(1)


def yesterday() -> datetime:
    return timezone.now() - timedelta(days=1)


def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


def made_live(record, languages=LANGUAGES, at: datetime | None = None):
    """Publish a record in some languages, by default since yesterday.

    The gates are asked, and the search index is written, with the last of them: it takes in what is live by then.
    """
    moment, waiting = at or yesterday(), list(languages)
    while waiting:
        with nullcontext() if len(waiting) == 1 else _unattended():
            publish(record, language=waiting.pop(0), at=moment)
    return record


@contextmanager
def _unattended():
    """Nobody asks the gates or writes the search index, which are most of what a publication costs."""
    with patch.object(gates, "ask"), patch.object(upkeep, "KINDS", {}):
        yield


def _words(name: str, number: int) -> dict:
    """Words of both languages, without digits: who changes one of them has not changed a figure."""
    letters = "".join(chr(65 + int(digit)) for digit in str(number))
    return {f"{name}_en": f"Test {name.replace('_', ' ')} {letters}", f"{name}_zh_hans": f"测试{letters}号"}


def _make(model, names: tuple[str, ...], languages, fields: dict, at=None):
    number = next(_numbers)
    values = {"slug": f"test-{model._meta.model_name}-{number}"}
    for name in names:
        values |= _words(name, number)
    return made_live(model.objects.create(**values | fields), languages, at)


def make_column(**fields) -> Column:
    number = next(_numbers)
    return Column.objects.create(**{"slug": f"test-column-{number}", **_words("name", number), **fields})


def make_article(languages=LANGUAGES, at=None, **fields) -> Article:
    fields.setdefault("column", None)
    fields["column"] = fields["column"] or make_column()
    fields.setdefault("dated_at", datetime(2026, 5, 4, 10, 0, tzinfo=BEIJING))
    fields = {"body_en": "<p>Test text.</p>", "body_zh_hans": "<p>测试正文。</p>", **fields}
    return _make(Article, ("headline", "summary"), languages, fields, at)


def make_enterprise(languages=LANGUAGES, **fields) -> Enterprise:
    return _make(Enterprise, ("legal_name", "short_name", "activity"), languages, fields)


def make_industry(languages=LANGUAGES, **fields) -> Industry:
    return _make(Industry, ("name", "summary"), languages, fields)


def make_park(languages=LANGUAGES, **fields) -> Park:
    return _make(Park, ("name", "summary"), languages, {"kind": Park.Kind.PARK, **fields})


def make_scheme(languages=LANGUAGES, **fields) -> Scheme:
    defaults = {"reach": Scheme.Reach.NATIONAL, "subject": Scheme.Subject.ENTERPRISE}
    return _make(Scheme, ("name", "summary"), languages, defaults | fields)


def make_level(scheme: Scheme | None = None, **fields) -> Level:
    number = next(_numbers)
    values = {"key": f"level-{number}", **_words("name", number), **fields}
    return Level.objects.create(scheme=scheme or make_scheme(), **values)


def make_award(enterprise: Enterprise | None = None, **fields) -> Award:
    fields = {"status": Award.Status.AWARDED, **fields}
    fields["level"] = fields.get("level") or make_level()
    return Award.objects.create(enterprise=enterprise or make_enterprise(), **fields)


def make_chain_link(industry: Industry | None = None, **fields) -> ChainLink:
    number = next(_numbers)
    values = {"key": f"link-{number}", "step": ChainLink.Step.MID, **_words("name", number), **fields}
    return ChainLink.objects.create(industry=industry or make_industry(), **values)


def make_chain_place(enterprise: Enterprise, link: ChainLink | None = None, **fields) -> ChainPlace:
    return ChainPlace.objects.create(enterprise=enterprise, link=link or make_chain_link(), **fields)


def make_tie(enterprise: Enterprise, other: Enterprise, kind: str = Tie.Kind.CUSTOMER, **fields) -> Tie:
    """``kind`` is what ``other`` is to ``enterprise``."""
    return Tie.objects.create(enterprise=enterprise, other=other, kind=kind, **fields)


def make_event(languages=LANGUAGES, **fields) -> Event:
    defaults = {"kind": Event.Kind.FORUM, "starts_on": date(2026, 5, 4)}
    return _make(Event, ("name", "summary"), languages, defaults | fields)


def make_project(languages=LANGUAGES, **fields) -> Project:
    return _make(Project, ("name",), languages, fields)


def make_policy(languages=LANGUAGES, **fields) -> Policy:
    defaults = {"level": Policy.Level.MUNICIPAL, "kind": Policy.Kind.NOTICE}
    return _make(Policy, ("title", "summary"), languages, defaults | fields)


def make_document(languages=LANGUAGES, at=None, **fields) -> Document:
    return _make(Document, ("title", "summary"), languages, {"kind": Document.Kind.GUIDE, **fields}, at)


def make_procedure(languages=LANGUAGES, **fields) -> Procedure:
    return _make(Procedure, ("name", "summary"), languages, {"phase": Procedure.Phase.COMPANY, **fields})


def make_situation(*procedures, languages=LANGUAGES, **fields) -> Situation:
    situation = _make(Situation, ("name", "summary"), languages, fields)
    situation.procedures.set(procedures)
    return situation


def make_opportunity(languages=LANGUAGES, **fields) -> Opportunity:
    return _make(Opportunity, ("name", "summary"), languages, {"kind": Opportunity.Kind.LAND, **fields})


def make_case_study(languages=LANGUAGES, **fields) -> CaseStudy:
    return _make(CaseStudy, ("name", "summary"), languages, fields)


def make_inquiry(days_old: int = 0, **fields) -> Inquiry:
    """A message that came to the desk some days ago, and is due since a day after that."""
    received = timezone.now() - timedelta(days=days_old)
    fields = {
        "number": f"T-{next(_numbers):06}",
        "language": "en",
        "topic": Inquiry.Topic.COMPANY,
        "message": "May we visit?",
        "name": "Visitor",
        "country_or_region": "CN",
        "email": "visitor@example.org",
        "consent_text_version": "1",
        "consented_at": received,
        "received_at": received,
        "due_at": received + timedelta(days=1),
        "erase_on": timezone.localdate() + timedelta(days=700),
        **fields,
    }
    return Inquiry.objects.create(**fields)
