"""What stands in the newsroom while the pictures of the handbook are taken: a day's work, half done.

It runs inside the portal, once, on a copy of the demo content: ``manage.py shell -c "from tests.handbook.scene …"``.
"""

from __future__ import annotations

import io
import json
import time
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.models import Article, Column
from enterprises.models import Enterprise
from inquiries.models import Inquiry
from inquiries.sending.tickets import Ticket
from publishing.drafts.saving import first_revision, save_draft
from publishing.models import Publishable, Redirect, Release
from publishing.release import releasing
from publishing.review.reviewing import approve, submit
from publishing.schedule import scheduling
from publishing.snapshots import take
from translation_desk.places import places
from translation_desk.queueing import refresh
from translation_desk.stamping import accept
from translation_desk.versions import newest

LIVE = "excavator-every-seventeen-minutes"
#: In a column of its own, so that asking for reviews concerns nothing else.
NEW = {
    "slug": "night-shift-at-cuntan",
    "original_language": "zh-hans",
    "headline_zh_hans": "寸滩码头的夜班调度",
    "summary_zh_hans": "夜班调度员如何让三班船在天亮前离港。",
    "body_zh_hans": (
        "<p>重庆两江新区的寸滩码头每晚装卸460个集装箱。</p>"
        "<h2>凌晨三点</h2><p>调度员在凌晨排好三班船的顺序，天亮前依次离港。</p>"
    ),
}
MESSAGE = {
    "topic": "site",
    "project_size": "10m-100m",
    "message": "We are looking for 5,000 square metres of workshop near the port. Who can show us sites in spring?",
    "name": "Sample Sender",
    "organisation": "Sample Company",
    "country_or_region": "DE",
    "email": "sender@example.com",
    "phone": "+49 30 000000",
    "language": "en",
    "consent": "on",
}


def set_scene() -> None:
    """Prints the keys of what the pictures show, as JSON."""
    people = {account.username: account for account in get_user_model().objects.all()}
    live = Article.objects.get(slug=LIVE)
    _change(live, people)
    new = _ask_for_reviews(people)
    release = _gather(live, people)
    _break_a_link()
    Redirect.objects.get_or_create(
        language="en",
        old_path="/en/news/2026/09/a-plant-in-longxing/",
        defaults={"new_path": live.get_absolute_url(), "hits": 12},
    )
    print(
        json.dumps(
            {
                "live": live.pk,
                "new": new.pk,
                "release": release.pk,
                "enterprise": Enterprise.objects.get(slug="changan-automobile").pk,
                "translator": people["translator"].pk,
                "inquiry": _send_message().pk,
            }
        )
    )


def _change(article: Publishable, people: dict) -> None:
    """A sentence of the original differs from what its translation was made from, and so does a number."""
    for place in places(Article, newest(article).snapshot).values():
        if all(place.texts.values()):
            accept(article, place, "zh-hans", by=people["translator"])
    first = first_revision(article, by=people["publisher"])
    snapshot = take(article)
    words = snapshot["f"]["body_en"].replace("28,000 excavators a year", "29,000 excavators a year")
    versions = [
        ("editor", {"body_en": words}),
        ("translator", {"list_headline_zh_hans": "一台大挖，十七分钟"}),
        ("editor", {"list_headline_en": "A large excavator every 17 minutes"}),
    ]
    seen = first
    for author, words in versions:
        snapshot = snapshot | {"f": snapshot["f"] | words}
        seen = save_draft(article, snapshot, seen=seen, by=people[author])
    refresh(article)


def _ask_for_reviews(people: dict) -> Article:
    column = Column.objects.create(
        slug="port", name_en="Port", name_zh_hans="港口", review_steps=3, owner=people["publisher"]
    )
    article = Article(column=column, **NEW)
    article.full_clean()
    article.save()
    first_revision(article, by=people["editor"])
    submit(article, by=people["editor"], due_on=timezone.localdate() + timedelta(days=2))
    approve(article, by=people["publisher"])
    refresh(article)
    return article


def _gather(article: Publishable, people: dict) -> Release:
    release = Release.objects.create(name="Longxing, autumn 2026 · 2026年秋龙兴专题", by=people["publisher"])
    releasing.add(release, article, languages=["en", "zh-hans"])
    for one in article.enterprises.all():
        releasing.add(release, one, languages=["en", "zh-hans"])
    later = Article.objects.exclude(pk=article.pk).filter(column=article.column).first()
    scheduling.end_at(later, languages=["en"], at=timezone.now() + timedelta(days=30), by=people["publisher"])
    return release


def _break_a_link() -> None:
    article = Article.objects.get(slug="city-that-is-climbed")
    words = article.body_en + '<p>More about <a href="/en/living/lifts/">public lifts</a>.</p>'
    Article.objects.filter(pk=article.pk).update(body_en=words)
    call_command("rebuild_links", stdout=io.StringIO())


def _send_message() -> Inquiry:
    ticket = Ticket(Ticket.issue().submission, time.time() - 60)
    visitor = Client(SERVER_NAME="127.0.0.1")
    visitor.post("/en/inquiries/new/", MESSAGE | {"ticket": str(ticket)})
    return Inquiry.objects.latest("pk")
