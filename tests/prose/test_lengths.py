"""A text that is too long is refused with a reason, and nothing of it is lost."""

import pytest
from django.core.exceptions import ValidationError

from prose.forms import ProseFormField
from prose.lengths import MOST
from prose.sanitising import sanitise
from tests.factories import make_article
from tests.publishing.forms import form_data


def test_a_text_is_kept_up_to_the_limit_and_refused_beyond():
    field = ProseFormField()
    exact = f"<p>{'x' * (MOST - 7)}</p>"
    assert field.clean(exact) == exact
    with pytest.raises(ValidationError, match="300,001 characters"):
        field.clean(exact.replace("<p>", "<p>x"))


@pytest.mark.django_db
def test_five_megabytes_are_refused_with_a_sentence_and_shown_again(publisher):
    article = make_article()
    url = f"/admin/articles/article/{article.pk}/change/"
    data = form_data(publisher.get(url).content.decode())
    long = "<p>" + "两江新区" * 430_000 + "</p>"
    assert len(long.encode()) > 5_000_000
    answer = publisher.post(url, data | {"body_zh_hans": long, "headline_en": "Kept headline"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "at most 300,000 can be saved" in page and "Kept headline" in page and long[3:-4] in page
    article.refresh_from_db()
    assert article.body_zh_hans == "<p>测试正文。</p>"


def test_deep_nesting_costs_no_more_than_its_length():
    assert sanitise("<blockquote>" * 20_000 + "x").count("x") == 1


def test_the_head_of_a_table_is_told_by_its_cells():
    stored = "<table><thead><tr><th>a</th></tr></thead> <tbody><tr><td>b</td></tr></tbody></table>"
    assert sanitise(stored) == "<table><tbody><tr><th>a</th></tr><tr><td>b</td></tr></tbody></table>"
    alone = "<table><thead><tr><th>a</th></tr></thead></table>"
    assert sanitise(alone) == alone.replace("thead", "tbody")
