"""The newsroom speaks Chinese wholly: no page of any kind has words of its own in English."""

import re

import lxml.html
import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import Article
from tests.services.pages import ENGLISH_PHRASE, READ_ATTRIBUTES

#: Made by something else than people.
OF_THE_MACHINERY = {"django_tasks_database"}
SILENT = {"script", "style", "template", "svg", "code", "kbd", "textarea", "noscript"}
#: Addresses, and the names of files, accounts and groups, are the same in every language.
SAME_EVERYWHERE = re.compile(
    r"\{\w+\}|https?://\S+|[\w.+-]+@[\w.-]+|[\w./-]+\.(?:jpg|png|pdf|xlsx|csv|docx|xlf)\b"
    # The log keeps the names that records had, and the codes of what was done.
    r"|\bTest [a-z ]+ [A-Z]+\b|\bpublishing\.[a-z_]+\b"
    r"|\b(?:admin|desk|editor|publisher|reviewer|translator)\b(?:-[a-z-]+)?",
    re.IGNORECASE,
)


def english_words(html: str) -> list[str]:
    """Pieces of a page that are English although nothing says that they are."""
    found = []

    def visit(element, language):
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return
        language = element.get("lang") or language
        if not language.startswith("zh"):
            return
        texts = [element.text or "", *(child.tail or "" for child in element)]
        texts += [element.get(name) or "" for name in READ_ATTRIBUTES]
        if element.tag == "input" and element.get("type") in ("submit", "button"):
            texts.append(element.get("value") or "")
        found.extend(
            text.strip()[:80] for text in texts if ENGLISH_PHRASE.search(SAME_EVERYWHERE.sub("", text))
        )
        for child in element:
            visit(child, language)

    visit(lxml.html.document_fromstring(html), "")
    return found


@pytest.fixture
def chinese(log_in):
    client = log_in("admin")
    client.cookies["django_language"] = "zh-hans"
    return client


@pytest.fixture
def speechless(crowd):
    """Records of every kind whose own words are all Chinese, so that whatever is English is the newsroom's."""
    crowd(1)
    for model in admin.site._registry:
        fields = {field.name: field for field in model._meta.concrete_fields}
        pairs = [name for name in fields if name.endswith("_en") and f"{name[:-3]}_zh_hans" in fields]
        kinds = ("CharField", "TextField", "ProseField")
        words = [name for name in pairs if fields[name].get_internal_type() in kinds]
        if words:
            empty = dict.fromkeys(words, "")
            model._default_manager.update(**empty, **{f"{name[:-3]}_zh_hans": "文字" for name in words})


def pages_of(client):
    """Addresses of every kind of page of every kind of record."""
    request = client.get("/admin/password_change/").wsgi_request
    for model in admin.site._registry:
        options = model._meta
        if options.app_label in OF_THE_MACHINERY:
            continue
        name = f"admin:{options.app_label}_{options.model_name}"
        yield reverse(f"{name}_changelist")
        if admin.site._registry[model].has_add_permission(request):
            yield reverse(f"{name}_add")
        record = model._default_manager.order_by("pk").last()
        if record is not None:
            for page in ("change", "history", "delete"):
                yield reverse(f"{name}_{page}", args=[record.pk])


def test_every_list_form_history_and_deletion_is_chinese(chinese, speechless):
    left, read = {}, 0
    for page in pages_of(chinese):
        answer = chinese.get(page, follow=True)
        if answer.status_code == 200:
            read += 1
            if words := english_words(answer.content.decode()):
                left[page] = words
    assert left == {}
    assert read >= 100


def test_what_stands_around_the_lists_is_chinese(chinese, speechless):
    articles = reverse("admin:articles_article_changelist")
    keys = list(Article.objects.values_list("pk", flat=True))
    answers = [
        chinese.get("/admin/password_change/"),
        chinese.get("/admin/nothing/here/"),
        chinese.post(articles, {"action": "publish_en", "_selected_action": keys}),
        chinese.post(articles, {"action": "submit_for_review", "_selected_action": keys}),
        chinese.post(articles, {"action": "schedule", "_selected_action": keys}),
        chinese.post(articles, {"action": "assign_translation", "_selected_action": keys}),
        chinese.post(articles, {"action": "delete_selected", "_selected_action": keys}),
        chinese.post(f"{articles}add/", {}),
    ]
    assert [english_words(answer.content.decode()) for answer in answers] == [[]] * len(answers)


def test_login_logout_and_refusal_are_chinese(visitor, translator):
    for client in (visitor, translator):
        client.cookies["django_language"] = "zh-hans"
    wrong = {"username": "nobody", "password": "wrong"}
    answers = [
        visitor.get("/admin/login/"),
        visitor.post("/admin/login/", wrong),
        translator.get(reverse("admin:articles_article_add")),
        translator.post("/admin/logout/"),
    ]
    assert [english_words(answer.content.decode()) for answer in answers] == [[]] * len(answers)


def test_the_scripts_of_the_pickers_speak_chinese(chinese):
    catalogue = chinese.get("/admin/jsi18n/").content.decode()
    assert "\\u4eca\\u5929" in catalogue and "\\u4e00\\u6708" in catalogue
    form = chinese.get(reverse("admin:articles_article_add")).content.decode()
    assert "select2/i18n/zh-CN.js" in form
