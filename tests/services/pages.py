"""Reading a page as a careful visitor would: its links, headings, language, and words of the wrong language."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import lxml.html

HAN = re.compile(r"[\u3400-\u9fff]")
#: An English phrase: a word followed by a word in small letters. Names and abbreviations alone are none.
ENGLISH_PHRASE = re.compile(r"\b[A-Za-z][a-z]+(?: [a-z]{2,})+\b|(?<![\w@./-])[a-z]{4,}(?![\w@./-])")
#: Printed pages show their own address, which is no sentence of any language.
ADDRESS = re.compile(r"https?://\S+")
#: Elements whose text nobody reads as a sentence.
SILENT = {"script", "style", "template", "svg", "code"}
#: How many addresses of one path are opened that differ in the values of their parameters alone.
MOST_ALIKE = 2
READ_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")


@dataclass
class Answer:
    """What one address answered. ``faults`` says what a visitor would stumble over."""

    url: str
    status: int
    type: str
    body: bytes
    links: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


class _Still(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


def fetch(url: str, **headers: str) -> Answer:
    """The answer of an address; redirects are answers too."""
    opener = urllib.request.build_opener(_Still)
    try:
        with opener.open(urllib.request.Request(url, headers=headers), timeout=30) as response:
            return Answer(url, response.status, response.headers.get_content_type(), response.read())
    except urllib.error.HTTPError as error:
        with error:
            answer = Answer(url, error.code, error.headers.get_content_type(), error.read())
            if error.headers.get("Location"):
                answer.links.add(urljoin(url, error.headers["Location"]))
            return answer


def read(answer: Answer) -> Answer:
    """Fill in the links and the faults of an HTML page."""
    document = lxml.html.document_fromstring(answer.body, lxml.html.HTMLParser(encoding="utf-8"))
    language = document.get("lang", "")
    expected = "zh-Hans" if urlsplit(answer.url).path.startswith("/zh-hans/") else "en"
    if language != expected:
        answer.faults.append(f"lang is {language!r}, not {expected!r}")
    headings = list(document.iter("h1"))
    if len(headings) != 1:
        answer.faults.append(f"{len(headings)} main headings")
    for element in document.iter():
        for name in ("href", "src", "action"):
            if element.get(name):
                answer.links.add(urldefrag(urljoin(answer.url, element.get(name)))[0])
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    answer.faults += [f"id {name!r} stands twice" for name in {name for name in ids if ids.count(name) > 1}]
    answer.faults += _foreign_words(document, expected)
    return answer


def _foreign_words(document, language: str) -> list[str]:
    faults = []

    def visit(element, spoken: str) -> None:
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return
        spoken = element.get("lang") or spoken
        texts = [element.text or "", *(child.tail or "" for child in element)]
        texts += [element.get(name) or "" for name in READ_ATTRIBUTES]
        if element.tag == "meta" and element.get("name") in (
            "description",
            "Keywords",
            "ArticleTitle",
        ):
            texts.append(element.get("content") or "")
        faults.extend(f"{spoken}: {text.strip()[:100]!r}" for text in texts if _is_foreign(text, spoken))
        for child in element:
            visit(child, spoken)

    visit(document, language)
    return faults


def _is_foreign(text: str, language: str) -> bool:
    text = ADDRESS.sub("", text)
    if not text.strip():
        return False
    return bool((ENGLISH_PHRASE if language.startswith("zh") else HAN).search(text))


def _question(url: str) -> tuple[str, ...]:
    """What an address asks, whatever the values: its path and the names of its parameters."""
    parts = urlsplit(url)
    return (parts.path, *sorted({name for name, _value in parse_qsl(parts.query, keep_blank_values=True)}))


def crawl(*homes: str) -> dict[str, Answer]:
    """Every address of the same host that links lead to from some pages, with its answer but for the body.

    Filters multiply without end: of addresses that ask the same with other values, the first few are opened.
    """
    host = urlsplit(homes[0]).netloc
    answers: dict[str, Answer] = {}
    asked: Counter = Counter()
    waiting = [*homes]
    while waiting:
        url = waiting.pop()
        parts = urlsplit(url)
        if url in answers or parts.netloc != host or parts.path.startswith("/admin/"):
            continue
        if parts.query:
            asked[_question(url)] += 1
            if asked[_question(url)] > MOST_ALIKE:
                continue
        answer = answers[url] = fetch(url)
        if answer.type == "text/html" and answer.status == 200:
            read(answer)
        answer.body = b""
        waiting.extend(sorted(link for link in answer.links if link not in answers))
    return answers
