"""The cast of the tests is what the tests take it for."""

import pytest
from django_tasks_db.models import DBTaskResult

from media_library.tasks import render_image


def test_an_editor_reaches_the_newsroom_and_a_visitor_does_not(editor, visitor):
    assert editor.get("/admin/").status_code == 200
    assert visitor.get("/admin/").status_code == 302


def test_only_a_publisher_may_publish(make_member):
    assert make_member("publisher").has_perm("articles.publish_article")
    assert not make_member("editor").has_perm("articles.publish_article")


def test_waiting_jobs_are_run_to_their_end(run_jobs):
    render_image.enqueue(0)
    run_jobs()
    assert not DBTaskResult.objects.ready().exists()


def test_a_job_that_fails_fails_the_test(run_jobs):
    render_image.enqueue("not a key")
    with pytest.raises(AssertionError, match="Traceback"):
        run_jobs()


def test_a_browser_reads_the_running_portal_in_both_languages(browser_page):
    for address, language in (("/en/", "en"), ("/zh-hans/", "zh-Hans")):
        assert browser_page.goto(address).status == 200
        assert browser_page.locator("html").get_attribute("lang") == language


def test_the_faults_of_a_page_are_seen(browser_page, watch):
    browser_page.goto("/en/")
    for name, deed in (
        ("a broken promise", "console.error('a broken promise')"),
        ("foreign.example", "fetch('https://foreign.example/').catch(() => null)"),
    ):
        with browser_page.expect_console_message(lambda message, name=name: name in message.text):
            browser_page.evaluate(deed)
    assert any("a broken promise" in fault for fault in watch.unexpected())
    assert any("foreign.example" in fault for fault in watch.unexpected())
    watch.allow("")


def test_a_demo_account_reaches_the_newsroom_in_chinese(sign_in):
    page = sign_in("editor", locale="zh-CN")
    assert page.locator("html").get_attribute("lang") == "zh-hans"
