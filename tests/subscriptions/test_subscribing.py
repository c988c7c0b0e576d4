"""Subscribing: confirmed by e-mail, left with one click, nobody told whose address is known."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.http import QueryDict
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from publishing.models import AuditEntry
from subscriptions import chores, subscribing, views
from subscriptions.lists import list_of
from subscriptions.models import Digest, Subscription
from tests.factories import make_article, make_award, make_column, make_enterprise, make_industry
from tests.open_data.makers import make_figure
from tests.subscriptions.conftest import link_in, plain

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])
LISTS = {
    "news": "/news/",
    "enterprises": "/enterprises/",
    "projects": "/investing/projects/",
    "opportunities": "/investing/opportunities/",
    "events": "/investing/events/",
    "policies": "/investing/policies/",
    "documents": "/documents/",
    "figures": "/figures/",
}


@BOTH
@pytest.mark.parametrize("key", LISTS)
def test_every_list_leads_to_its_own_form(visitor, language, key):
    make_enterprise()
    make_figure()
    page = visitor.get(f"/{language}{LISTS[key]}").content.decode()
    address = f"/{language}/subscriptions/new/{key}/"
    assert f'href="{address}"' in page
    form = visitor.get(address)
    assert form.status_code == 200
    assert form.context["asked"].address == f"/{language}{LISTS[key]}"


def test_a_filter_is_kept_cleaned_and_what_means_nothing_is_said(visitor, send):
    industry = make_industry()
    page = visitor.get(f"/en/subscriptions/new/projects/?industry={industry.slug}&park=nowhere")
    assert industry.name in page.context["asked"].title
    assert "“park=nowhere” was not recognised" in page.content.decode()
    send("projects", f"industry={industry.slug}&park=nowhere")
    assert Subscription.objects.get().query == f"industry={industry.slug}"


@BOTH
def test_the_front_of_the_desk_leads_to_every_list(visitor, language):
    front = visitor.get(f"/{language}/investing/").content.decode()
    assert f'href="/{language}/subscriptions/"' in front
    page = visitor.get(f"/{language}/subscriptions/").content.decode()
    for key in LISTS:
        assert f'href="/{language}/subscriptions/new/{key}/"' in page
        assert f'href="/{language}{LISTS[key]}"' in page


def test_the_ledger_leads_to_its_enterprises_by_mail(visitor):
    award = make_award()
    scheme = award.level.scheme
    form = f"/en/subscriptions/new/enterprises/?designation={scheme.slug}"
    for address in (f"/en/designations/ledger/?scheme={scheme.slug}", scheme.get_absolute_url()):
        assert f'href="{form}"' in visitor.get(address).content.decode()
    asked = visitor.get(form).context["asked"]
    assert asked.ignored == () and set(asked.narrow({award.enterprise_id})) == {award.enterprise_id}


def test_figures_come_by_mail_in_the_words_of_their_feed(visitor):
    figure = make_figure(territory="chongqing")
    page = visitor.get("/en/figures/?territory=chongqing").content.decode()
    assert 'href="/en/subscriptions/new/figures/?territory=chongqing"' in page
    followed = list_of("figures")
    asked = followed.ask(QueryDict("territory=liangjiang&nonsense=1"))
    assert figure.pk not in set(asked.narrow({figure.pk}))
    [found] = followed.fetch({figure.pk})
    assert figure.indicator in followed.say(found)[0]


def test_a_column_is_a_list_of_its_own(visitor, send):
    column = make_column()
    make_article(column=column)
    page = visitor.get(column.get_absolute_url()).content.decode()
    assert f'href="/en/subscriptions/new/news/?column={column.slug}"' in page
    send("news", f"column={column.slug}")
    assert Subscription.objects.get().query == f"column={column.slug}"


@pytest.mark.parametrize("address", ["nothing/", "news/?column=none", "news/?column=%00"])
def test_a_list_that_does_not_exist_is_not_found(visitor, address):
    assert visitor.get(f"/en/subscriptions/new/{address}").status_code == 404


@BOTH
def test_nobody_is_written_to_before_the_address_confirms(send, visitor, run_jobs, mail_server, language):
    assert send(page=language).status_code == 302
    run_jobs()
    (letter,) = mail_server.letters
    assert letter["To"] == "reader@example.com"
    assert letter["Content-Language"] == {"en": "en", "zh-hans": "zh-Hans"}[language]
    link = link_in(plain(letter))
    assert link.startswith(f"/{language}/")
    assert link in letter.get_body(("html",)).get_content()
    visitor.get(link)
    assert not Subscription.objects.get().is_confirmed, "programs that read mail open links"
    visitor.post(link, {"deed": "confirm"})
    assert Subscription.objects.get().is_confirmed
    before = Subscription.objects.get().told_until
    visitor.post(link, {"deed": "confirm"})
    assert Subscription.objects.get().told_until == before, "confirming twice forgets nothing"


def test_the_answer_does_not_tell_whether_an_address_is_known(send, visitor, run_jobs, subscribed):
    subscribed(email="known@example.com")
    unknown = send(email="new@example.com")
    known = send(email="Known@Example.com ")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    run_jobs()
    told = next(letter for letter in mail.outbox if letter.to == ["known@example.com"])
    assert "You are already subscribed" in told.subject
    assert Subscription.objects.get(email_key="known@example.com").frequency == "daily"


def test_a_form_changes_nothing_of_what_its_address_has_confirmed(send, subscribed):
    subscribed()
    send(frequency="weekly")
    assert Subscription.objects.get().frequency == "daily"


def test_a_form_sent_twice_is_one_subscription_and_one_letter(send, run_jobs):
    send()
    send()
    run_jobs()
    assert Subscription.objects.count() == 1
    assert len(mail.outbox) == 1


def test_forms_do_not_fill_a_mailbox(send, run_jobs):
    for number in range(subscribing.LETTERS_A_DAY + 3):
        make_article(column=make_column(slug=f"column-{number}"))
        send("news", f"column=column-{number}")
    run_jobs()
    assert len(mail.outbox) == subscribing.LETTERS_A_DAY


@BOTH
@pytest.mark.parametrize(
    "email",
    [
        "reader@example.com\r\nBcc: other@example.com",
        "reader@example.com\n",
        "\nreader@example.com",
        "a\u2028@b.co",
    ],
)
def test_an_address_with_a_line_break_is_refused(send, language, email):
    answer = send(page=language, email=email)
    words = {
        "en": "Write the e-mail address on one line",
        "zh-hans": answer.context["form"].errors["email"][0],
    }[language]
    assert answer.status_code == 200 and words in answer.content.decode()
    assert not Subscription.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"email": "nobody"}, "email"), ({"email": ""}, "email"), ({"consent": ""}, "consent"),
     ({"frequency": "hourly"}, "frequency"), ({"language": "fr"}, "language"),
     ({"email": f"{'a' * 300}@example.com"}, "email"), ({"email": "a\0b@example.com"}, "email")],
)  # fmt: skip
def test_a_form_with_a_fault_comes_back_with_what_was_typed(send, changes, field):
    answer = send(**changes)
    assert answer.status_code == 200 and field in answer.context["form"].errors
    assert not Subscription.objects.exists()


def test_an_address_in_full_width_letters_is_the_same_address(send):
    send(email="ｒｅａｄｅｒ＠example.com")
    assert Subscription.objects.get().email == "reader@example.com"


def test_a_program_is_asked_once_more(send):
    answer = send(website="https://example.com")
    assert "If you are a person" in answer.content.decode()
    assert not Subscription.objects.exists()


def test_one_network_sends_a_number_of_forms_an_hour(send, monkeypatch):
    monkeypatch.setattr(views, "FORMS", replace(views.FORMS, most=2))
    send(email="a@example.com")
    send(email="b@example.com")
    answer = send(email="c@example.com")
    assert answer.status_code == 429 and 0 < int(answer["Retry-After"]) <= 3600
    assert Subscription.objects.count() == 2


def test_a_question_that_is_too_long_is_refused_in_words(send, monkeypatch):
    monkeypatch.setattr("subscriptions.views.LONGEST_QUERY", 5)
    industry = make_industry()
    answer = send("projects", f"industry={industry.slug}")
    assert answer.status_code == 422 and "too many filters" in answer.content.decode()


# The page of one's own


def test_one_post_without_anything_leaves(subscribed, client):
    row = subscribed()
    client.handler.enforce_csrf_checks = True
    address = f"/en/subscriptions/leave/{row.key}/"
    assert client.get(address).status_code == 302
    assert Subscription.objects.exists(), "opening a link leaves nothing"
    answer = client.post(address, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Subscription.objects.exists()
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_how_often_can_be_changed(subscribed, visitor):
    row = subscribed()
    visitor.post(row.own_path, {"deed": "change", "frequency": "weekly"})
    row.refresh_from_db()
    assert row.frequency == "weekly"
    answer = visitor.post(row.own_path, {"deed": "change", "frequency": "hourly"})
    row.refresh_from_db()
    assert answer.status_code == 200 and row.frequency == "weekly"


def test_leaving_erases_this_one_and_erasing_all_of_the_address(subscribed, visitor):
    first, second = subscribed("news"), subscribed("projects")
    other = subscribed("events", email="other@example.com")
    page = visitor.get(first.own_path).content.decode()
    assert second.own_path in page and other.own_path not in page
    visitor.post(first.own_path, {"deed": "leave"})
    assert not Subscription.objects.filter(pk=first.pk).exists()
    visitor.post(second.own_path, {"deed": "erase"})
    assert list(Subscription.objects.all()) == [other]


@pytest.mark.parametrize("key", ["x", "00000000000000000000000000000000:AAAA", "a:b:c", "%00"])
def test_a_forged_link_and_one_of_somebody_who_left_look_alike(subscribed, visitor, key):
    row = subscribed()
    gone = row.own_path
    visitor.post(gone, {"deed": "leave"})
    answers = [visitor.get(gone), visitor.get(f"/en/subscriptions/own/{key}/")]
    assert [answer.status_code for answer in answers] == [404, 404]
    titles = {re.search(r"<h1.*?</h1>", answer.content.decode())[0] for answer in answers}
    assert len(titles) == 1


def test_the_page_of_one_s_own_is_kept_and_named_by_nobody(subscribed, visitor):
    answer = visitor.get(subscribed().own_path)
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_nothing_of_who_left_stays_anywhere(send, visitor, run_jobs):
    send()
    run_jobs()
    row = Subscription.objects.get()
    visitor.post(row.own_path, {"deed": "confirm"})
    now = timezone.now()
    Digest.objects.create(subscription=row, since=now, until=now, not_before=now)
    visitor.post(row.own_path, {"deed": "leave"})
    assert not Digest.objects.exists()
    assert not AuditEntry.objects.filter(record_name__contains="reader").exists()
    kept = [str(job.args_kwargs) for job in DBTaskResult.objects.all()]
    assert kept and not any("reader@example.com" in text for text in kept)


def test_what_nobody_confirms_is_erased_after_a_week(send, subscribed):
    send(email="late@example.com")
    subscribed(email="kept@example.com")
    week = timedelta(days=subscribing.PENDING_DAYS, minutes=1)
    Subscription.objects.update(created_at=timezone.now() - week)
    assert chores.erase_unconfirmed() == 1
    assert Subscription.objects.get().email == "kept@example.com"


# The newsroom


@BOTH
def test_the_desk_sees_numbers_and_no_address(log_in, subscribed, language):
    row = subscribed(language="zh-hans")
    desk = log_in("desk")
    desk.cookies["django_language"] = language
    page = desk.get("/admin/subscriptions/subscription/").content.decode()
    assert "reader" not in page and str(row.pk) not in page
    assert desk.get(f"/admin/subscriptions/subscription/{row.pk}/change/").status_code in (302, 403)


def test_administrators_open_no_subscription_either(log_in, subscribed):
    row = subscribed()
    answer = log_in("admin").get(f"/admin/subscriptions/subscription/{row.pk}/change/")
    assert answer.status_code == 403


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize(
    "filtered",
    [
        "policies/?standing=in-force",
        "documents/?kind=guide&language=en",
        "projects/?stage=signed",
        "opportunities/?kind=land",
        "events/?when=past",
        "enterprises/?ownership=private&standing=valid",
    ],
)
def test_any_list_is_followed_as_it_is_filtered(visitor, language, filtered):
    assert visitor.get(f"/{language}/subscriptions/new/{filtered}").status_code == 200
