"""The page that asks before a record is deleted."""

from tests.factories import make_article, make_enterprise


def test_rows_that_link_two_records_are_not_listed_among_what_is_deleted(log_in):
    article = make_article()
    article.enterprises.add(make_enterprise())
    text = log_in("admin").get(f"/admin/articles/article/{article.pk}/delete/").content.decode()
    assert str(article) in text
    assert "relationship" not in text
