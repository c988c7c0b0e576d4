"""A draft is given up by who may change all of it, and only the one that was looked at."""

import pytest

from publishing.drafts.saving import head_of, open_draft
from publishing.models import AuditEntry
from tests.factories import make_article
from tests.publishing.drafting import row, save_words


@pytest.fixture
def article(db):
    """Live in both languages, with a draft of its English words."""
    record = make_article()
    save_words(record, headline_en="Drafted words")
    return record


def discard(client, article, seen):
    return client.post(f"/admin/articles/article/{article.pk}/discard/", {"seen": seen}, follow=True)


def test_a_discarded_draft_leaves_what_is_public_and_stays_in_the_history(article, editor):
    public, draft = row(article).headline_en, open_draft(article)
    page = discard(editor, article, draft.pk).content.decode()
    assert "The draft has been discarded." in page
    assert open_draft(article) is None
    assert row(article).headline_en == head_of(article).snapshot["f"]["headline_en"] == public
    assert draft.snapshot["f"]["headline_en"] == "Drafted words"
    assert AuditEntry.objects.filter(action="publishing.discarded").exists()


def test_a_draft_that_nobody_looked_at_is_kept(article, editor):
    seen = open_draft(article).pk
    save_words(article, headline_en="Words of a colleague")
    page = discard(editor, article, seen).content.decode()
    assert "A newer version has since been saved." in page
    assert open_draft(article).snapshot["f"]["headline_en"] == "Words of a colleague"


def test_a_translator_of_one_language_does_not_discard_the_other(article, log_in):
    translator = log_in("translator-zh-hans")
    assert (
        "Discard the draft"
        not in translator.get(f"/admin/articles/article/{article.pk}/versions/").content.decode()
    )
    discard(translator, article, open_draft(article).pk)
    assert open_draft(article) is not None


def test_a_reviewer_discards_nothing(article, log_in):
    assert discard(log_in("reviewer"), article, open_draft(article).pk).status_code == 403
    assert open_draft(article) is not None


def test_what_was_never_public_has_nothing_to_go_back_to(editor):
    article = make_article(languages=[])
    draft = save_words(article, headline_en="Only words")
    discard(editor, article, draft.pk)
    assert open_draft(article) == draft
