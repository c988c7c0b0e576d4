"""The first page of the newsroom: what waits for a person, what is planned and scheduled, at a price that stays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Column
from bilingual.languages import CHINESE, ENGLISH
from inquiries.models import Inquiry
from newsroom.calendar import Sort, Span
from newsroom.home import home_for
from newsroom.models import HealthRules, Plan
from publishing.drafts.saving import SaveConflict, first_revision, park, save_draft
from publishing.models import (
    ClockBeat,
    PreviewLink,
    Release,
    ReleaseItem,
    ReviewRemark,
    ReviewRequest,
    ScheduledPublication,
    Scope,
    Scratch,
    Signature,
)
from publishing.publication.actions import publish, withdraw
from publishing.review.reviewing import submit
from publishing.snapshots import take
from tests.factories import make_article, make_column, make_enterprise, make_inquiry, tomorrow
from translation_desk.models import TranslationTask

HOME = "/admin/"


def drafted(record, by, **words):
    first = first_revision(record)
    snapshot = take(record)
    snapshot["f"] |= words or {"headline_en": "Another headline"}
    return save_draft(record, snapshot, seen=first, by=by)


def group_of(user, name):
    groups = {group.name: group for group in home_for(user).waiting}
    return [item.title for item in groups[name].items] if name in groups else []


def entries_of(user, begins=None):
    days = [day for week in home_for(user, begins).weeks for day in week]
    return {(entry.sort, entry.title): day.date for day in days for entry in day.entries}


def task(record, **fields):
    return TranslationTask.objects.create(
        **{
            "content_type": ContentType.objects.get_for_model(record),
            "object_id": str(record.pk),
            "language": CHINESE,
            "title": str(record),
            "outdated": 1,
            "opened_at": timezone.now(),
            **fields,
        }
    )


# What waits for me


def test_a_message_waits_for_the_desk_until_somebody_takes_it_and_then_for_that_person(make_member):
    desk, editor = make_member("desk"), make_member("editor")
    colleague = make_member("publisher")
    colleague.groups.set(desk.groups.all())
    late, new = make_inquiry(days_old=3), make_inquiry()
    assert group_of(desk, "inquiries") == group_of(colleague, "inquiries") == [late.number, new.number]
    assert group_of(editor, "inquiries") == []
    Inquiry.objects.filter(pk=late.pk).update(assigned_to=desk)
    assert group_of(colleague, "inquiries") == [new.number]
    Inquiry.objects.filter(pk=new.pk).update(due_at=None, state=Inquiry.State.ANSWERED)
    assert group_of(desk, "inquiries") == [late.number]


def test_a_review_waits_for_the_reviewer_and_not_for_who_wrote(make_member):
    editor, reviewer = make_member("editor"), make_member("reviewer")
    article = make_article(languages=[], column=make_column(review_steps=1))
    drafted(article, editor)
    submit(article, by=editor)
    assert group_of(reviewer, "reviews") == [str(article)]
    assert group_of(editor, "reviews") == []


def test_what_was_returned_to_me_waits_until_i_write_again(make_member):
    editor, reviewer = make_member("editor"), make_member("reviewer")
    article = make_article(languages=[], column=make_column(review_steps=1))
    draft = drafted(article, editor)
    request = submit(article, by=editor)
    request = request if isinstance(request, ReviewRequest) else ReviewRequest.objects.get()
    Signature.objects.create(
        record=article,
        fingerprint=request.fingerprint,
        step=request.step,
        round=request.round,
        reviewer=reviewer,
        reviewer_name="reviewer",
        verdict=Signature.Verdict.RETURNED,
        comment="Which year?",
    )
    ReviewRequest.objects.update(closed_at=timezone.now())
    (group,) = [group for group in home_for(editor).waiting if group.name == "returned"]
    assert "Which year?" in group.items[0].note
    assert group_of(reviewer, "returned") == []
    snapshot = take(article) | {}
    snapshot["f"] = draft.snapshot["f"] | {"headline_en": "Of 2025"}
    save_draft(article, snapshot, seen=draft, by=editor)
    assert group_of(editor, "returned") == []


def test_my_translations_stand_by_their_day_and_say_when_they_are_late(make_member):
    translator = make_member("translator")
    late, calm, other = make_article(), make_article(), make_article()
    yesterday = timezone.localdate() - timedelta(days=1)
    task(calm, owner=translator)
    task(late, owner=translator, due_on=yesterday)
    task(other)
    (group,) = [group for group in home_for(translator).waiting if group.name == "translations"]
    assert [(item.title, item.is_late) for item in group.items] == [(str(late), True), (str(calm), False)]


def test_who_only_translates_is_offered_what_nobody_has_taken(make_member):
    translator, into_english = make_member("translator"), make_member("translator-en")
    free, taken, english = make_article(), make_article(), make_article()
    task(free)
    task(taken, owner=make_member("publisher"))
    task(english, language=ENGLISH)
    assert set(group_of(translator, "offered")) == {str(free), str(english)}
    assert group_of(into_english, "offered") == [str(english)]
    for role in ("editor", "reviewer", "desk"):
        assert group_of(make_member(role), "offered") == []


def test_a_question_of_a_translator_reaches_who_answers_for_the_record(make_member):
    editor, other = make_member("editor"), make_member("publisher")
    article = make_article(owner=editor)
    task(article, question="Which of the two plants?")
    assert group_of(editor, "questions") == [str(article)]
    assert group_of(other, "questions") == []


def test_my_drafts_are_what_i_wrote_last_and_nobody_published(make_member):
    editor, other = make_member("editor"), make_member("publisher")
    mine, theirs, published = make_article(), make_article(), make_article()
    never = make_article(languages=[])
    drafted(mine, editor)
    drafted(theirs, editor)
    drafted(theirs, other, summary_en="Theirs.")
    drafted(never, editor)
    drafted(published, editor)
    publish(published, language=ENGLISH)
    assert set(group_of(editor, "drafts")) == {str(mine), str(never)}


def test_a_save_that_was_set_aside_waits_until_i_have_decided(make_member):
    editor, other = make_member("editor"), make_member("publisher")
    article = make_article()
    first = first_revision(article)
    drafted(article, other, headline_en="Theirs")
    mine = take(article)
    mine["f"]["headline_en"] = "Mine"
    with pytest.raises(SaveConflict) as conflict:
        save_draft(article, mine, seen=first, by=editor)
    parked = park(article, conflict.value, by=editor)
    (group,) = [group for group in home_for(editor).waiting if group.name == "conflicts"]
    assert group.items[0].url.endswith(f"/change/?_made_from={parked.pk}")
    save_draft(article, parked.snapshot, seen=parked.parent, by=editor)
    assert group_of(editor, "conflicts") == []


def test_what_i_scheduled_waits_for_its_moment(make_member):
    publisher = make_member("publisher")
    first, live = make_article(languages=[]), make_article()
    publish(first, language=ENGLISH, at=tomorrow(), by=publisher)
    ScheduledPublication.objects.create(
        record=live, revision=drafted(live, publisher), languages=["en"], at=tomorrow(), by=publisher
    )
    assert set(group_of(publisher, "scheduled")) == {str(first), str(live)}


def test_what_people_say_by_a_link_that_i_gave_away_reaches_me(make_member):
    editor, other = make_member("editor"), make_member("publisher")
    article = make_article()
    revision = drafted(article, editor)
    link, _token = PreviewLink.make(revision, languages=["en"], by=editor)
    ReviewRemark.objects.create(
        link=link, revision=revision, language="en", name="Director", text="Fine by me."
    )
    assert group_of(editor, "questions") == [str(article)]
    assert group_of(other, "questions") == []


def test_unsaved_texts_are_told_even_when_their_record_is_gone(make_member):
    editor = make_member("editor")
    kind = ContentType.objects.get_for_model(Article)
    for key in ("", "999999", str(make_article().pk)):
        Scratch.objects.create(user=editor, content_type=kind, object_id=key, kept_at=timezone.now())
    assert len(group_of(editor, "unsaved")) == 3


def test_nobody_is_told_of_drafts_in_another_area(make_member):
    editor = make_member("editor")
    article = make_article(languages=[])
    drafted(article, editor)
    task(article, owner=editor, question="?")
    Plan.objects.create(title="Secret", planned_on=timezone.localdate(), column=article.column)
    kind = ContentType.objects.get_for_model(Column)
    Scope.objects.create(user=editor, content_type=kind, object_id=str(make_column().pk))
    home = home_for(editor)
    assert home.waiting == [] and entries_of(editor) == {}


# The calendar


def test_planned_and_scheduled_never_look_alike(make_member):
    publisher = make_member("publisher")
    day = timezone.localdate() + timedelta(days=1)
    Plan.objects.create(title="An idea", planned_on=day)
    article = make_article(languages=[])
    publish(article, language=ENGLISH, at=tomorrow())
    found = entries_of(publisher)
    assert found[Sort.PLANNED, "An idea"] == day and found[Sort.SCHEDULED, str(article)] == day


def test_a_record_that_has_a_moment_is_not_planned_any_more(make_member):
    publisher = make_member("publisher")
    article = make_article(languages=[])
    Plan.objects.create(title="Meant for Monday", planned_on=timezone.localdate(), record=article)
    assert (Sort.PLANNED, "Meant for Monday") in entries_of(publisher)
    publish(article, language=ENGLISH, at=tomorrow())
    assert (Sort.PLANNED, "Meant for Monday") not in entries_of(publisher)


def test_changes_ends_and_publications_have_their_days(make_member):
    publisher = make_member("publisher")
    today, later = timezone.localdate(), tomorrow()
    live, ends = make_article(at=timezone.now()), make_article()
    withdraw(ends, language=ENGLISH, at=later)
    ScheduledPublication.objects.create(
        record=live, revision=drafted(live, publisher), languages=["en"], at=later
    )
    found = entries_of(publisher)
    assert found[Sort.PUBLISHED, str(live)] == today
    assert found[Sort.CHANGE, str(live)] == found[Sort.ENDS, str(ends)] == today + timedelta(days=1)


def test_a_release_is_one_entry_and_its_records_are_not_told_again(make_member):
    publisher, at = make_member("publisher"), tomorrow()
    article = make_article(languages=[])
    publish(article, language=ENGLISH, at=at)
    release = Release.objects.create(name="Spring", state=Release.State.IN_PLACE, at=at, by=publisher)
    ReleaseItem.objects.create(release=release, record=article, languages=["en"])
    assert list(entries_of(publisher)) == [(Sort.RELEASE, "Spring")]


@pytest.mark.parametrize("text", [None, "", "yesterday", "0001-01-01", "9999-12-31", "2026-13-45"])
def test_the_calendar_begins_with_this_week_whatever_the_address_says(text):
    span = Span.around(text, today=date(2026, 11, 18))
    assert (span.first, span.last) == (date(2026, 11, 16), date(2026, 12, 20))


def test_other_weeks_can_be_looked_at(make_member):
    Plan.objects.create(title="Far away", planned_on=date(2027, 3, 3))
    assert (Sort.PLANNED, "Far away") in entries_of(make_member("editor"), "2027-03-01")


# Plans


def plan_form(**fields):
    return {
        "title": "The new bridge",
        "planned_on": "2026-12-01",
        "column": "",
        "owner": "",
        "note": "",
        **fields,
    }


def test_a_plan_becomes_a_draft_with_one_click_and_only_once(editor):
    column = make_column()
    editor.post(reverse("admin:newsroom_plan_add"), plan_form(title="新大桥通车", column=column.pk))
    plan = Plan.objects.get()
    page = editor.get(HOME + "?from=2026-12-01").content.decode()
    begin = reverse("admin:newsroom_plan_draft", args=[plan.pk])
    assert begin in page
    for _twice in range(2):
        answer = editor.post(begin)
        article = Article.objects.get()
        assert answer["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.headline_zh_hans, article.headline_en, article.column) == ("新大桥通车", None, column)
    assert not article.was_ever_public and Plan.objects.get().record == article
    assert editor.get(answer["Location"]).status_code == 200


def test_a_plan_without_a_column_asks_for_one_and_keeps_what_was_typed(editor):
    plan = Plan.objects.create(title="Idea", planned_on=date(2026, 12, 1))
    page = reverse("admin:newsroom_plan_change", args=[plan.pk])
    answer = editor.post(page, plan_form(note="Ask the port.", _begin="1"), follow=True)
    assert "Choose a column first" in answer.content.decode()
    assert Plan.objects.get().note == "Ask the port." and not Article.objects.exists()


def test_a_planned_day_of_a_record_is_kept_moved_and_struck(editor):
    article = make_article(languages=[])
    page = reverse("admin:articles_article_plan", args=[article.pk])
    assert "2026-13" in editor.post(page, {"planned_on": "2026-13-01"}).content.decode()
    for day in ("2026-12-01", "2026-12-08"):
        editor.post(page, {"planned_on": day})
        assert Plan.objects.get().planned_on.isoformat() == day and Plan.objects.get().record == article
    editor.post(page, {"planned_on": ""})
    assert not Plan.objects.exists()


def test_a_plan_in_a_column_of_others_is_not_to_be_found(make_member):
    member, client = make_member("editor"), Client()
    kind = ContentType.objects.get_for_model(Column)
    Scope.objects.create(user=member, content_type=kind, object_id=str(make_column().pk))
    plan = Plan.objects.create(title="Theirs", planned_on=date(2026, 12, 1), column=make_column())
    client.force_login(member)
    assert client.post(reverse("admin:newsroom_plan_draft", args=[plan.pk])).status_code == 404
    form = plan_form(column=plan.column_id)
    assert client.post(reverse("admin:newsroom_plan_add"), form).status_code == 200
    assert Plan.objects.count() == 1


# The languages


def test_debts_stand_by_column_the_oldest_first_with_their_owner(make_member):
    publisher = make_member("publisher")
    old, young = make_column(owner=publisher), make_column()
    make_article(column=young, languages=[ENGLISH])
    article = make_article(column=old, languages=[CHINESE], at=timezone.now() - timedelta(days=9))
    make_enterprise(languages=[ENGLISH])
    task(article, area=f"{ContentType.objects.get_for_model(Column).pk}:{old.pk}")
    first, *others = home_for(publisher).debts
    assert (first.name, first.owner, first.chinese_only, first.outdated, first.days) == (
        str(old),
        "publisher",
        1,
        1,
        9,
    )
    assert {debt.name for debt in others} == {str(young), "Enterprises"}


def test_each_debt_leads_to_a_list_of_just_these(publisher):
    single = make_article(languages=[ENGLISH])
    make_article(column=single.column)
    make_article(languages=[ENGLISH])
    debts = publisher.get(HOME).context["home"].debts
    (debt,) = [debt for debt in debts if debt.name == str(single.column)]
    assert list(publisher.get(debt.urls["english_only"]).context["cl"].result_list) == [single]
    assert publisher.get(debt.urls["outdated"]).status_code == 200


# Rules


def test_rules_change_when_the_home_page_warns(make_member, log_in):
    make_article(dated_at=timezone.now() - timedelta(days=5))
    HealthRules(home_warn_days=3, home_limit_days=4).save()
    client = log_in("admin")
    page = client.get(HOME).content.decode()
    assert "5 days old; the limit is 4 days" in page
    answer = client.get(reverse("admin:newsroom_healthrules_changelist"), follow=True)
    form = answer.context["adminform"].form
    sent = {name: form.initial[name] for name in form.fields}
    answer = client.post(answer.request["PATH_INFO"], sent | {"home_warn_days": 9})
    assert "The warning must come before the limit." in answer.content.decode()


# The page itself


@pytest.mark.parametrize("role", ["editor", "translator", "reviewer", "publisher", "desk", "admin", "staff"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_opens_for_every_role_in_both_languages(log_in, role, language):
    make_article()
    Plan.objects.create(title="Idea", planned_on=timezone.localdate())
    client = log_in(role)
    client.cookies["django_language"] = language
    answer = client.get(HOME)
    assert answer.status_code == 200 and "style=" not in answer.content.decode()
    assert bool(answer.context["home"].weeks) == (role not in ("desk", "staff"))


def busy(number, member, others):
    """A newsroom in which everything happens at once, ``number`` times."""
    for _time in range(number):
        column = make_column(freshness_days=10, owner=member, review_steps=0)
        article = make_article(column=column)
        drafted(article, member)
        make_article(column=column, languages=[ENGLISH])
        enterprise = make_enterprise(languages=[CHINESE], to_confirm="Ask again.")
        drafted(enterprise, member, short_name_en="Other")
        task(article, owner=member, question="?")
        task(enterprise, language=ENGLISH, owner=others, question="?")
        Plan.objects.create(title="Idea", planned_on=timezone.localdate(), column=column, owner=member)
        planned = make_article(languages=[], column=column)
        Plan.objects.create(title="Later", planned_on=timezone.localdate(), record=planned)
        publish(make_article(languages=[]), language=ENGLISH, at=tomorrow(), by=member)
        release = Release.objects.create(name="All", state=Release.State.WAITING, at=tomorrow(), by=member)
        ReleaseItem.objects.create(release=release, record=enterprise, languages=["en"])
        ScheduledPublication.objects.create(
            record=article, revision=first_revision(article), languages=["en"], at=tomorrow(), by=member
        )
        kind = ContentType.objects.get_for_model(Article)
        Scratch.objects.create(
            user=member, content_type=kind, object_id=str(article.pk), kept_at=timezone.now()
        )


@pytest.mark.parametrize("has_clock", [True, False])
@pytest.mark.parametrize("roles", [["publisher", "desk"], ["admin"], ["editor", "reviewer"]])
def test_the_page_asks_at_most_26_questions_however_much_there_is(make_member, roles, has_clock):
    member, other = make_member(roles[0]), make_member("translator")
    for role in roles[1:]:
        member.groups.add(*make_member(role).groups.all())
    if has_clock:
        ClockBeat.objects.create(pk=1, holder="x", beat_at=timezone.now())
    client = Client()
    client.force_login(member)
    asked = []
    for number in (1, 3):
        busy(number, member, other)
        client.get(HOME)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(HOME).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 26, [query["sql"][:160] for query in queries]
