"""The page of the background worker: each job in words, and what went wrong where it stands."""

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from newsroom import jobs

LIST = "/admin/django_tasks_database/dbtaskresult/"


@pytest.fixture
def failed_job(db):
    return DBTaskResult.objects.create(
        task_path="media_library.tasks.render_image",
        args_kwargs={"args": [1], "kwargs": {}},
        priority=0,
        run_after=timezone.now(),
        status="FAILED",
        traceback='Traceback …\n  File "x.py"\nOSError: the disk is full\n',
    )


def test_a_job_is_told_in_words_with_what_went_wrong(failed_job, log_in):
    text = log_in("admin").get(LIST).content.decode()
    assert "making the sizes of a picture" in text
    assert "<summary>OSError: the disk is full</summary>" in text
    assert str(failed_job.pk) not in text and "render_image" not in text


def test_every_job_that_can_be_ordered_has_its_words():
    from inquiries import letters as inquiries
    from investment import registration_letters as registrations
    from link_checking import tasks as links
    from media_library import tasks as pictures
    from publishing import mailing
    from subscriptions import digests
    from subscriptions import letters as subscriptions

    ordered = [
        inquiries.send, registrations.send, links.check_round, pictures.clear_replaced, pictures.render_image,
        mailing.deliver, digests.do_round, digests.send, subscriptions.send,
    ]  # fmt: skip
    assert {job.module_path for job in ordered} == set(jobs.WORK)
