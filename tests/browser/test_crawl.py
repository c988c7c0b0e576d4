"""Every link of the public site, in both languages, as a visitor and as a browser sees it."""

from urllib.parse import urlsplit

import pytest

from tests.services.pages import crawl

ONLY_SENT_TO = ("/cookies/", "/dossiers/new/")
LANGUAGES = {"en": "en-GB", "zh-hans": "zh-CN"}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def answers(server):
    return crawl(*(f"{server.url}/{language}/" for language in LANGUAGES))


def pages_of(answers, language):
    return [
        answer
        for answer in answers.values()
        if answer.type == "text/html" and urlsplit(answer.url).path.startswith(f"/{language}/")
    ]


def test_no_link_leads_to_an_error(answers):
    # Some forms answer only what is sent to them, so their addresses refuse to be read.
    broken = {
        url: answer.status
        for url, answer in answers.items()
        if answer.status >= 400 and not urlsplit(url).path.endswith(ONLY_SENT_TO)
    }
    assert len(answers) > 300
    assert broken == {}


def test_every_page_has_one_heading_and_only_words_of_its_language(answers, language):
    pages = pages_of(answers, language)
    assert len(pages) > 100
    assert {answer.url: answer.faults for answer in pages if answer.faults} == {}


@pytest.mark.screen
def test_no_page_leaves_a_fault_on_the_console(answers, language, open_page):
    page = open_page(locale=LANGUAGES[language], viewport={"width": 1280, "height": 900})
    visited = 0
    for answer in pages_of(answers, language):
        if answer.status == 200 and "?" not in answer.url:
            page.goto(answer.url, wait_until="load")
            visited += 1
    assert visited > 90
