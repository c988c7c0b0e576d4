"""Letters about reviews, in a real conversation with a mail server."""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from articles.models import Article
from publishing.drafts.saving import first_revision, save_draft
from publishing.mailing import deliver, remember_language
from publishing.models import MailReceipt, Scope, StaffProfile
from publishing.review.reviewing import approve, send_back, submit
from publishing.snapshots import take
from tests.factories import make_article, make_column
from tests.publishing.smtp_server import SmtpServer


@pytest.fixture
def mail_server(settings):
    with SmtpServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield server


@pytest.fixture
def people(make_member):
    roles = {"author": "editor", "li": "reviewer", "wang": "reviewer", "translator": "translator"}
    made = {
        name: make_member(role, username=name, email=f"{name}@example.org") for name, role in roles.items()
    }
    StaffProfile.objects.create(user=made["li"], language="zh-hans")
    StaffProfile.objects.create(user=made["author"], language="zh-hans")
    return made


@pytest.fixture
def article(people):
    record = make_article(headline_en="A bridge opens", headline_zh_hans="大桥通车")
    record.column.review_steps = 1
    record.column.save()
    seen, snapshot = first_revision(record), take(record)
    snapshot = {**snapshot, "f": {**snapshot["f"], "summary_en": "Written anew."}}
    save_draft(record, snapshot, seen=seen, by=people["author"])
    return record


def letters_to(server, person):
    return [letter for letter in server.letters if letter["To"] == person.email]


def test_each_reviewer_is_written_to_in_their_own_language(mail_server, people, article, run_jobs):
    submit(article, by=people["author"], due_on=date(2026, 12, 24), note="Please look at the figures.")
    run_jobs()
    (to_li,), (to_wang,) = (letters_to(mail_server, people[name]) for name in ("li", "wang"))
    assert (to_wang["Subject"], to_li["Subject"].endswith("大桥通车")) == (
        "Final review: A bridge opens",
        True,
    )
    text = to_wang.get_content()
    assert "author has asked you to review" in text
    assert "2026-12-24" in text and "Please look at the figures." in text
    assert f"/admin/articles/article/{article.pk}/review/" in text
    assert len(mail_server.letters) == 2
    assert f"RCPT TO:<{people['li'].email}>".lower() in [line.lower() for line in mail_server.said]


def test_only_those_who_may_see_the_record_are_written_to(mail_server, people, run_jobs):
    article = make_article(languages=[], column=make_column(review_steps=1))
    Scope.objects.create(user=people["li"], **_area(make_column()))
    submit(article, by=people["author"])
    run_jobs()
    assert letters_to(mail_server, people["li"]) == []
    assert len(letters_to(mail_server, people["wang"])) == 1


def _area(column):
    return {"content_type": ContentType.objects.get_for_model(column), "object_id": str(column.pk)}


def test_the_author_is_told_what_is_to_be_changed(mail_server, people, article, run_jobs):
    submit(article, by=people["author"], assigned_to=people["wang"])
    send_back(article, by=people["wang"], comment="The second figure has no source.")
    run_jobs()
    (letter,) = letters_to(mail_server, people["author"])
    assert "The second figure has no source." in letter.get_content()
    assert "大桥通车" in letter["Subject"]


def test_the_author_is_told_when_the_last_step_is_signed(mail_server, people, article, run_jobs):
    StaffProfile.objects.filter(user=people["author"]).update(language="en")
    submit(article, by=people["author"])
    approve(article, by=people["li"])
    run_jobs()
    assert letters_to(mail_server, people["author"])[0]["Subject"] == "Approved: A bridge opens"


def test_a_letter_goes_out_once_however_often_its_job_runs(mail_server, people, article, run_jobs):
    submit(article, by=people["author"], assigned_to=people["wang"])
    job = DBTaskResult.objects.get(task_path__endswith="deliver")
    for _time in range(3):
        deliver.enqueue(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
    run_jobs()
    assert len(mail_server.letters) == 1
    assert MailReceipt.objects.count() == 1


def test_a_letter_that_the_server_did_not_take_is_tried_again_later(mail_server, people, article, run_jobs):
    mail_server.refusals = 1
    submit(article, by=people["author"], assigned_to=people["wang"])
    run_jobs()
    assert mail_server.letters == []
    later = DBTaskResult.objects.get(status=TaskResultStatus.READY)
    assert later.run_after > timezone.now()
    later.run_after = timezone.now()
    later.save(update_fields=["run_after"])
    run_jobs()
    assert len(mail_server.letters) == 1


def test_a_deed_that_was_taken_back_sends_nothing(mail_server, people, article, run_jobs):
    with transaction.atomic():
        submit(article, by=people["author"])
        transaction.set_rollback(True)
    run_jobs()
    assert mail_server.letters == []


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
def test_nobody_is_written_to_who_cannot_read_it(mail_server, people, article, run_jobs, change):
    submit(article, by=people["author"], assigned_to=people["wang"])
    type(people["wang"]).objects.filter(pk=people["wang"].pk).update(**change)
    run_jobs()
    assert mail_server.letters == []


def test_who_wants_no_mail_gets_none(mail_server, people, article, run_jobs):
    StaffProfile.objects.create(user=people["wang"], language="en", wants_mail=False)
    submit(article, by=people["author"], assigned_to=people["wang"])
    run_jobs()
    assert mail_server.letters == []


def test_a_headline_of_several_lines_cannot_add_headers(mail_server, people, article, run_jobs):
    Article.objects.filter(pk=article.pk).update(headline_en="A bridge\r\nBcc: all@example.org")
    submit(Article.objects.get(pk=article.pk), by=people["author"], assigned_to=people["wang"])
    run_jobs()
    assert mail_server.letters[0]["Bcc"] is None
    assert "RCPT TO:<ALL@EXAMPLE.ORG>" not in [line.upper() for line in mail_server.said]


def test_the_language_in_which_somebody_works_is_kept_until_they_choose_one(people):
    with override("zh-hans"):
        remember_language(people["wang"])
    remember_language(people["wang"])
    assert StaffProfile.objects.get(user=people["wang"]).language == "zh-hans"
