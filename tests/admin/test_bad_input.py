"""Bad input gets a clear message beside its field, in the person's language, and the rest of the form is kept."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import gettext, override
from PIL import Image as Pillow

from articles.models import Article
from enterprises.models import Enterprise
from media_library.models import Image
from tests.factories import make_article, make_column, make_enterprise, make_level
from tests.services.forms import fields_of

ADD_ARTICLE = "/admin/articles/article/add/"
ADD_IMAGE = "/admin/media_library/image/add/"


@pytest.fixture(params=["en", "zh-hans"])
def language(request):
    return request.param


@pytest.fixture
def writer(editor, language):
    """An editor whose newsroom speaks the language of the test."""
    editor.cookies["django_language"] = language
    return editor


@pytest.fixture
def column(db):
    return make_column()


def said(language, text, **values):
    with override(language):
        return gettext(text) % values


def send(client, url, form_id, **changes):
    return client.post(url, fields_of(client.get(url), form_id) | changes)


def write(client, column, **changes):
    return send(client, ADD_ARTICLE, "article_form", column=column.pk, **changes)


def errors(response):
    assert response.status_code == 200, "the form was accepted"
    return response.context["adminform"].form.errors


def test_a_headline_of_500_characters_is_refused_and_kept(writer, column, language):
    response = write(writer, column, headline_en="x" * 500, summary_en="A summary")
    assert list(errors(response)) == ["headline_en"]
    assert "200" in errors(response)["headline_en"][0] and "500" in errors(response)["headline_en"][0]
    kept = fields_of(response, "article_form")
    assert (kept["headline_en"], kept["summary_en"]) == (["x" * 500], ["A summary"])


def test_a_nul_byte_is_refused(writer, column, language):
    response = write(writer, column, headline_en="A\x00B", body_en="<p>a\x00b</p>")
    text = said(language, "Null characters are not allowed.")
    assert errors(response) == {"headline_en": [text], "body_en": [text]}


@pytest.mark.parametrize("typed", ["taken-address", "Taken-Address", "  taken-address ", "Taken address"])
def test_an_address_that_exists_is_refused_however_it_is_written(writer, column, language, typed):
    make_article(slug="taken-address", column=column)
    response = write(writer, column, headline_en="New", slug=typed, summary_en="Kept")
    assert list(errors(response)) == ["slug"]
    assert fields_of(response, "article_form")["summary_en"] == ["Kept"]
    assert Article.objects.count() == 1


def test_an_address_of_strange_signs_is_refused(writer, column, language):
    response = write(writer, column, headline_en="New", slug="été/../x")
    assert list(errors(response)) == ["slug"]


def test_an_article_without_any_headline_is_refused(writer, column, language):
    response = write(writer, column)
    assert errors(response) == {
        "headline_en": [said(language, "Fill this in for at least one of the two languages.")]
    }


def test_an_article_in_chinese_alone_is_saved_whatever_the_editor_speaks(writer, column):
    response = write(writer, column, headline_zh_hans="果园港", body_zh_hans="<p>正文</p>")
    assert response.status_code == 302
    article = Article.objects.get()
    assert (article.headline_zh_hans, article.headline_en or "") == ("果园港", "")


def test_two_articles_of_one_name_get_two_addresses(writer, column):
    write(writer, column, headline_en="One name")
    write(writer, column, headline_en="One name")
    assert sorted(Article.objects.values_list("slug", flat=True)) == ["one-name", "one-name-2"]


def test_a_script_in_a_text_is_not_stored(writer, column):
    write(writer, column, headline_en="Text", body_en='<p onclick="x()">Hi<script>alert(1)</script></p>')
    assert Article.objects.get().body_en == "<p>Hi</p>"


def test_a_wrong_credit_code_is_refused(writer, language):
    url = "/admin/enterprises/enterprise/add/"
    changes = {"short_name_en": "Works", "credit_code": "91500000202802570X"}
    response = send(writer, url, "enterprise_form", **changes)
    assert list(errors(response)) == ["credit_code"]
    text = said(
        language,
        "The check digit of this unified social credit code does not match. Check the code for typing errors.",
    )
    assert errors(response)["credit_code"] == [text]
    assert fields_of(response, "enterprise_form")["short_name_en"] == ["Works"]
    assert not Enterprise.objects.exists()


def part(prefix, **fields):
    """The form fields of one new inline row."""
    fields = {"position": "0", **fields}
    return {f"{prefix}-TOTAL_FORMS": "1", **{f"{prefix}-0-{name}": value for name, value in fields.items()}}


def part_errors(response, model):
    sets = {
        one.formset.model._meta.model_name: one.formset for one in response.context["inline_admin_formsets"]
    }
    return sets[model].errors[0]


def test_an_award_that_ends_before_it_starts_is_refused(writer, language):
    enterprise = make_enterprise()
    level = make_level()
    row = part("awards", level=level.pk, status="awarded", awarded="2021-08", valid_until="2020-01-01")
    url = reverse("admin:enterprises_enterprise_change", args=[enterprise.pk])
    response = send(writer, url, "enterprise_form", **row)
    text = said(language, "A designation cannot end before it starts.")
    assert part_errors(response, "award") == {"valid_until": [text]}
    assert fields_of(response, "enterprise_form")["awards-0-awarded"] == ["2021-08"]
    assert not enterprise.awards.exists()


def test_an_amount_without_a_unit_is_refused(writer, language):
    enterprise = make_enterprise()
    row = part("metrics", measure="capacity", value="1000000", comparator="over", unit="")
    url = reverse("admin:enterprises_enterprise_change", args=[enterprise.pk])
    response = send(writer, url, "enterprise_form", **row)
    assert part_errors(response, "metric") == {"unit": [said(language, "This field is required.")]}
    assert fields_of(response, "enterprise_form")["metrics-0-value"] == ["1000000"]


def picture(width=40, height=30, kind="PNG", **options):
    stream = io.BytesIO()
    Pillow.new("1" if kind == "PNG" else "RGB", (width, height), 1).save(stream, kind, **options)
    return stream.getvalue()


def upload(client, data, name="picture.png", **changes):
    changes = {"alt_en": "A bridge", "file": SimpleUploadedFile(name, data, "image/png"), **changes}
    return send(client, ADD_IMAGE, "image_form", **changes)


@pytest.mark.parametrize(
    "data",
    [
        b"<!doctype html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%!PS-Adobe",
    ],
    ids=["html", "svg", "postscript"],
)
def test_a_picture_that_is_none_is_refused(writer, language, data):
    response = upload(writer, data)
    text = said(language, "This file is not a picture. JPEG, PNG, WebP, GIF and AVIF are accepted.")
    assert errors(response) == {"file": [text]}
    assert fields_of(response, "image_form")["alt_en"] == ["A bridge"]


def test_a_picture_of_30000_pixels_is_refused_before_it_is_unpacked(writer, language):
    response = upload(writer, picture(30_000, 400))
    assert list(errors(response)) == ["file"]
    assert "30000" in errors(response)["file"][0].replace(",", "")
    assert not Image.objects.exists()


def test_a_picture_of_more_than_20_megabytes_is_refused(writer, language):
    response = upload(writer, b"\x89PNG\r\n\x1a\n" + b"0" * (20 * 2**20 + 1))
    assert errors(response) == {
        "file": [said(language, "This picture is larger than %(megabytes)s MB.", megabytes=20)]
    }


def test_a_cut_off_picture_is_refused(writer, language):
    response = upload(writer, picture(400, 300, "JPEG")[:-200], "cut.jpg")
    assert list(errors(response)) == ["file"]


def test_the_same_picture_again_leads_to_the_first(writer, language):
    assert upload(writer, picture()).status_code == 302
    response = upload(writer, picture(), "other-name.png")
    first = Image.objects.get()
    assert f'<a href="/admin/media_library/image/{first.pk}/change/">' in errors(response)["file"][0]


def test_a_picture_without_any_alternative_is_refused(writer, language):
    response = upload(writer, picture(), alt_en="")
    assert errors(response) == {
        "alt_en": [said(language, "Say in at least one language what the picture shows.")]
    }
