"""What a machine translates is a draft with a mark, until a person accepts it."""

import pytest

from publishing.drafts.saving import open_draft
from publishing.publication.actions import publish
from publishing.publication.gates import Objected
from tests.factories import make_article
from tests.translation_desk.test_pages import opened, page, press
from tests.translation_desk.test_states import SOURCE, TARGET, save, state_of
from translation_desk.machine import CannotTranslate
from translation_desk.models import TranslationTask
from translation_desk.states import State


class Shouting:
    """A provider that understands nothing and keeps the marks."""

    def translate(self, texts, *, source, target):
        return [f"{text} ({source} to {target})" for text in texts]


class Silent:
    def translate(self, texts, *, source, target):
        raise CannotTranslate("The machine does not answer.")


@pytest.fixture
def article(db, settings):
    settings.TRANSLATION_PROVIDER = f"{__name__}.Shouting"
    record = make_article(languages=["zh-hans"], body_zh_hans=SOURCE, body_en=TARGET)
    save(record, body_zh_hans="<p>见<strong>介绍</strong>。</p>", summary_en="")
    return record


def test_no_machine_translates_unless_one_is_set_up(translator, article, settings):
    settings.TRANSLATION_PROVIDER = ""
    assert "machine" not in opened(translator, article)[1].split("<form", 1)[1].split("</form>")[0]


def test_open_places_are_drafted_and_formats_stay(translator, article):
    press(translator, article, "machine")
    draft = open_draft(article).snapshot["f"]
    assert draft["body_en"] == "<p>见<strong>介绍</strong>。 (zh-hans to en)</p>"
    assert draft["headline_en"].startswith("Test headline")
    found = state_of(article)
    assert (found.state, found.is_unaccepted) == (State.DRAFT, True)
    assert TranslationTask.objects.get(language="en").unaccepted == 2


def test_nobody_publishes_what_a_machine_wrote_unread(translator, article):
    press(translator, article, "machine")
    with pytest.raises(Objected, match="machine"):
        publish(article, language="en")
    press(translator, article, "accept|body")
    press(translator, article, "accept|summary")
    publish(article, language="en")
    assert article.is_live("en")


def test_a_machine_that_does_not_answer_changes_nothing(translator, article, settings):
    settings.TRANSLATION_PROVIDER = f"{__name__}.Silent"
    before = open_draft(article)
    data, _html = opened(translator, article)
    answer = translator.post(page(article), {**data, "deed": "machine"}, follow=True)
    assert "does not answer" in answer.content.decode()
    assert open_draft(article) == before
