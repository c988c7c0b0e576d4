"""The desk of a translator: what changed is marked, and one press puts it right."""

import pytest
from django.urls import reverse

from articles.models import Article
from publishing.drafts.saving import open_draft
from publishing.models import AuditEntry
from publishing.publication.actions import publish
from publishing.publication.gates import Objected
from tests.factories import make_article, make_enterprise
from tests.publishing.forms import form_data
from tests.translation_desk.test_states import SOURCE, TARGET, save, state_of
from translation_desk.models import Exemption, GlossaryTerm, TranslationTask
from translation_desk.states import State

CHANGED = SOURCE.replace("三条", "五条")


@pytest.fixture
def article(db):
    return make_article(body_zh_hans=SOURCE, body_en=TARGET)


def page(record, name="translation"):
    return reverse(f"admin:articles_article_{name}", args=[record.pk])


def opened(client, record, query="?language=en"):
    answer = client.get(page(record) + query)
    assert answer.status_code == 200
    html = answer.content.decode()
    form = html[html.index('<form class="translation__form"') :]
    return form_data('<p id="content-main">' + form[: form.index("</form>")]), html


def press(client, record, deed, **typed):
    """Open the page, type, and press the button whose value begins with a deed."""
    data, html = opened(client, record)
    value = next(
        part.split('"')[0] for part in html.split('name="deed" value="')[1:] if part.startswith(deed)
    )
    return client.post(page(record), {**data, **typed, "deed": value}, follow=True)


def draft_of(record):
    return open_draft(record).snapshot["f"]


def test_the_form_shows_the_sentence_that_changed_and_no_other(translator, article):
    save(article, body_zh_hans=CHANGED)
    html = translator.get(page(article, "change")).content.decode()
    panel = html[html.index('id="panel-translation"') :]
    panel = panel[: panel.index("</section>")]
    assert "五条" in panel or "五" in panel
    assert "二〇二一年" not in panel
    assert "tstate--outdated" in panel


def test_typing_a_translation_makes_a_draft_that_is_in_step(translator, article):
    save(article, body_zh_hans=CHANGED)
    data, _html = opened(translator, article)
    new = TARGET.replace("three", "five")
    answer = translator.post(page(article), {**data, "text:body": new}, follow=True)
    assert answer.status_code == 200
    assert draft_of(article)["body_en"] == new
    assert Article.objects.get(pk=article.pk).body_en == TARGET
    assert state_of(article).state == State.DRAFT


def test_still_correct_keeps_what_was_typed_elsewhere(translator, article):
    save(article, body_zh_hans=SOURCE.replace("工厂有", "厂里有"))
    press(translator, article, "accept", **{"text:summary": "Typed meanwhile"})
    assert state_of(article).state == State.APPROVED
    assert draft_of(article)["summary_en"] == "Typed meanwhile"


def test_a_change_of_punctuation_is_dismissed_with_one_press(translator, article):
    save(article, body_zh_hans=SOURCE.replace("江北。", "江北，"))
    press(translator, article, "dismiss")
    assert state_of(article).state == State.APPROVED
    assert "dismiss|" not in opened(translator, article)[1]


def test_words_that_changed_meanwhile_are_not_judged_unseen(translator, article):
    save(article, body_zh_hans=CHANGED)
    data, html = opened(translator, article)
    value = html.split('name="deed" value="accept')[1].split('"')[0]
    save(article, body_zh_hans=CHANGED.replace("江北", "渝北"))
    answer = translator.post(page(article), {**data, "deed": f"accept{value}"}, follow=True)
    assert state_of(article).state == State.OUTDATED
    assert "Check it again" in answer.content.decode()


def test_two_translators_in_one_place_see_both_wordings(translator, article):
    data, _html = opened(translator, article)
    save(article, body_en=TARGET.replace("north", "south"))
    mine = TARGET.replace("north", "east")
    answer = translator.post(page(article), {**data, "text:body": mine}, follow=True)
    html = answer.content.decode()
    assert "east" in html and "south" in html


def test_a_fix_makes_a_draft_and_changes_nothing_public(translator, article):
    save(article, summary_zh_hans="工厂开工,很好。", summary_en="The plant opened, and well.")
    publish(article, language="zh-hans")
    publish(article, language="en")
    press(translator, article, "fix")
    assert draft_of(article)["summary_zh_hans"] == "工厂开工，很好。"
    assert Article.objects.get(pk=article.pk).summary_zh_hans == "工厂开工,很好。"


def test_numbers_that_differ_keep_a_translation_from_the_public(article):
    save(article, summary_zh_hans="投资463亿元。", summary_en="An investment of 4.63 billion yuan.")
    with pytest.raises(Objected, match="numbers"):
        publish(article, language="en")
    assert "463" not in Article.objects.get(pk=article.pk).summary_zh_hans


def test_a_correction_does_not_wait_for_its_translation(article):
    save(article, summary_zh_hans="投资463亿元。", summary_en="An investment of 46.3 billion yuan.")
    publish(article, language="zh-hans")
    publish(Article.objects.get(pk=article.pk), language="en")
    save(article, summary_zh_hans="投资465亿元。")
    publish(Article.objects.get(pk=article.pk), language="zh-hans")
    assert Article.objects.get(pk=article.pk).summary_zh_hans == "投资465亿元。"


def test_a_publisher_answers_for_a_difference_with_a_reason_that_is_kept(publisher, article):
    save(article, summary_zh_hans="投资463亿元。", summary_en="An investment of 4.63 billion yuan.")
    press(publisher, article, "exempt", **{"reason:summary": ""})
    assert not Exemption.objects.exists()
    press(publisher, article, "exempt", **{"reason:summary": "The ministry counts otherwise"})
    publish(article, language="en")
    entry = AuditEntry.objects.get(action="translation.exempted")
    assert entry.reason == "The ministry counts otherwise"
    save(article, summary_en="An investment of 4.64 billion yuan.")
    with pytest.raises(Objected):
        publish(Article.objects.get(pk=article.pk), language="en")


def test_a_translator_cannot_answer_for_a_difference(translator, article):
    save(article, summary_zh_hans="投资463亿元。", summary_en="An investment of 4.63 billion yuan.")
    data, html = opened(translator, article)
    assert "exempt|" not in html
    assert translator.post(page(article), {**data, "deed": "exempt|summary|x"}).status_code == 403


def test_a_translator_of_one_language_writes_no_other(log_in, article):
    client = log_in("translator-en")
    data, html = opened(client, article, "?language=zh-hans")
    assert "readonly" in html
    answer = client.post(page(article), {**data, "text:body": "<p>改了。</p>"})
    assert answer.status_code == 403
    assert open_draft(article) is None


def test_the_page_of_a_record_is_not_for_those_who_do_not_work_on_it(log_in, article):
    assert log_in("desk").get(page(article)).status_code in (403, 404)


def test_terms_of_the_glossary_stand_below_the_source(translator, article):
    GlossaryTerm.objects.create(english="plant", chinese="工厂", banned="mill")
    assert "<dt>工厂</dt>" in opened(translator, article)[1]


def test_owner_due_date_and_question_are_kept_with_the_task(translator, article):
    save(article, body_zh_hans=CHANGED)
    press(
        translator,
        article,
        "task",
        **{"task-question": "Five lines or five halls?", "task-due_on": "2026-12-01"},
    )
    task = TranslationTask.objects.get()
    assert (task.question, str(task.due_on), task.sort_on) == (
        "Five lines or five halls?",
        "2026-12-01",
        task.due_on,
    )


def test_a_text_for_a_place_that_is_not_there_is_refused(translator, article):
    data, _html = opened(translator, article)
    assert translator.post(page(article), {**data, "text:slug": "x"}).status_code == 400


def test_a_text_that_is_too_long_is_refused_and_stays_on_the_page(translator, article):
    data, _html = opened(translator, article)
    answer = translator.post(
        page(article), {**data, "text:headline": "long " * 60, "text:summary": "Kept as well"}
    )
    html = answer.content.decode()
    assert answer.status_code == 200 and "errorlist" in html
    assert "long long" in html and "Kept as well" in html
    assert open_draft(article) is None


def test_a_script_in_a_text_is_taken_out_before_it_is_kept(translator, article):
    data, _html = opened(translator, article)
    translator.post(page(article), {**data, "text:body": "<p>Fine</p><script>alert(1)</script>"})
    assert draft_of(article)["body_en"] == "<p>Fine</p>"


def test_an_enterprise_that_is_named_in_one_language_only_is_told(editor, article):
    enterprise = make_enterprise(short_name_en="Changan", short_name_zh_hans="长安汽车")
    article.enterprises.add(enterprise)
    save(article, summary_en="Changan opened it.", summary_zh_hans="这里开业了。")
    assert "name.missing" in editor.get(page(article, "change")).content.decode()
