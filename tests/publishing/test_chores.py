from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles.models import Article
from inquiries.actions import erase_due
from publishing import chores
from publishing.management.commands.newsroom_clock import Command
from publishing.models import Scratch


def test_unsaved_texts_are_dropped_after_thirty_days(make_member):
    kind, user = ContentType.objects.get_for_model(Article), make_member("editor")
    for days in (1, 29, 31):
        Scratch.objects.create(user=user, content_type=kind, kept_at=timezone.now() - timedelta(days=days))
    chores.do_daily()
    assert Scratch.objects.count() == 2


def test_visitors_messages_are_among_the_chores():
    assert erase_due in chores._daily


def test_the_clock_tidies_up_once_a_day(monkeypatch):
    done = []
    monkeypatch.setattr(chores, "do_daily", lambda: done.append("once"))
    clock = Command()
    clock.tidied_on = None
    clock._once_a_day()
    clock._once_a_day()
    assert done == ["once"]
