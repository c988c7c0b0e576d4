"""The command that staff call: it says what it did, and one bad file does not stop the others."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.importing.companions import companion_of
from articles.models import Article, Column
from tests.articles.importing.documents import CHINESE_TEXT, ENGLISH_TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    Column.objects.create(slug="local", name_en="Local", name_zh_hans="本地新闻")
    (tmp_path / "english.txt").write_text(ENGLISH_TEXT)
    (tmp_path / "chinese.txt").write_bytes(CHINESE_TEXT.encode("gb18030"))
    (tmp_path / "picture.txt").write_bytes(b"\xff\xd8\xff\xe0 not a text")
    return tmp_path


def run(*arguments):
    out = io.StringIO()
    call_command("import_articles", *map(str, arguments), stdout=out, no_color=True)
    return out.getvalue()


def test_it_says_what_was_found_dropped_and_left_to_check(folder):
    said = run(folder / "english.txt")
    assert "Headline: Sample park opens its second workshop" in said
    assert "Updated: 2024-05-06" in said
    assert "Column: “Business” is not one of ours, filed under Local" in said
    assert "Picture to supply: Workers check the first machines of the sample workshop." in said
    assert "Credit: Sample New Area" in said
    assert "Dropped: “Contact Us 中文” (menu)" in said
    assert "Saved as a draft: sample-park-opens-its-second-workshop" in said


def test_a_second_run_changes_nothing_and_says_so(folder):
    run(folder / "english.txt")
    assert "Already imported as “Sample park opens its second workshop”" in run(folder / "english.txt")
    assert Article.objects.count() == 1


def test_a_dry_run_says_the_same_and_saves_nothing(folder):
    said = run(folder / "english.txt", "--dry-run")
    assert "Headline: Sample park opens its second workshop" in said
    assert "Nothing was saved." in said
    assert not Article.objects.exists()


def test_a_refused_file_is_named_the_others_are_imported_and_the_call_fails(folder):
    with pytest.raises(CommandError, match="2 files were refused"):
        run(folder / "picture.txt", folder / "missing.txt", folder / "chinese.txt", folder / "english.txt")
    assert Article.objects.count() == 2


def test_a_column_that_does_not_exist_is_refused_before_anything_is_read(folder):
    with pytest.raises(CommandError, match="no column “nowhere”"):
        run(folder / "english.txt", "--column", "nowhere")


@pytest.mark.parametrize(
    "address",
    ["../secret.png", "/etc/passwd", "file:///etc/passwd", "https://example.org/a.png", "%2e%2e/secret.png"],
)
def test_a_page_reaches_no_file_outside_its_own_folder(tmp_path, address):
    (tmp_path / "secret.png").write_bytes(b"secret")
    page = tmp_path / "page" / "news.html"
    page.parent.mkdir()
    assert companion_of(page)(address) is None


def test_a_page_finds_the_pictures_beside_it(tmp_path):
    (tmp_path / "news files").mkdir()
    (tmp_path / "news files" / "a.png").write_bytes(b"picture")
    assert companion_of(tmp_path / "news.html")("news%20files/a.png?v=2") == b"picture"
