"""The media library of the newsroom: coming in, being found, being used, going away."""

import io
import json

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from PIL import Image as Pillow

from articles.models import GalleryPicture
from media_library.incoming.uploads import store_image
from media_library.models import Document, Image
from media_library.usage import uses_of
from tests.factories import make_article
from tests.services.forms import fields_of

LIST = "/admin/media_library/image/"
PICKER = "/admin/media_library/image/picker/"
UPLOAD = "/admin/media_library/image/picker/upload/"


def jpeg(colour="teal", size=(60, 40), **options):
    stream = io.BytesIO()
    Pillow.new("RGB", size, colour).save(stream, "JPEG", **options)
    return SimpleUploadedFile("photo.jpg", stream.getvalue(), "image/jpeg")


@pytest.fixture
def image(db):
    return store_image(jpeg(), alt_en="A bridge", alt_zh_hans="一座桥", caption_zh_hans="桥", rights="own")


def form_of(record):
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[record.pk])


def test_a_picture_comes_in_without_its_metadata_and_under_a_random_name(editor, run_jobs):
    exif = Pillow.Exif()
    exif[0x010F] = "A camera"
    data = fields_of(editor.get(f"{LIST}add/"), "image_form")
    editor.post(f"{LIST}add/", data | {"file": jpeg(exif=exif), "alt_en": "A bridge"})
    image = Image.objects.get()
    assert (image.width, image.height, image.uploaded_by.username) == (60, 40, "editor")
    assert "photo" not in image.file.name
    with image.file.open("rb") as stored:
        assert not Pillow.open(stored).getexif()


def test_an_upload_orders_its_smaller_copies_from_the_worker(
    editor, django_capture_on_commit_callbacks, run_jobs
):
    data = fields_of(editor.get(f"{LIST}add/"), "image_form")
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"{LIST}add/", data | {"file": jpeg(), "alt_en": "A bridge"})
    assert Image.objects.get().renditions == {}
    run_jobs()
    assert "card-400" in Image.objects.get().renditions


def test_a_moved_focal_point_orders_the_copies_anew_and_other_changes_do_not(
    editor, image, django_capture_on_commit_callbacks
):
    for changes, jobs in (({"caption_en": "New"}, 0), ({"focal_x": "0.2"}, 1)):
        data = fields_of(editor.get(form_of(image)), "image_form")
        with django_capture_on_commit_callbacks(execute=True):
            assert editor.post(form_of(image), data | changes).status_code == 302
        assert DBTaskResult.objects.count() == jobs


def test_the_file_of_a_picture_cannot_be_exchanged(editor, image):
    data = fields_of(editor.get(form_of(image)), "image_form")
    editor.post(form_of(image), data | {"file": jpeg("red")})
    assert Image.objects.get().file.name == image.file.name


@pytest.mark.parametrize(("care", "found"), [("alt_en", 1), ("alt_zh", 2), ("rights", 1), ("nonsense", 3)])
def test_the_list_finds_what_needs_care(editor, image, care, found):
    store_image(jpeg("red"), alt_en="A quay", rights="own")
    store_image(jpeg("blue"), rights="unclear")
    assert len(editor.get(LIST, {"care": care}).context["cl"].result_list) == found


def test_the_list_searches_both_languages(editor, image):
    for word in ("bridge", "一座桥"):
        assert len(editor.get(LIST, {"q": word}).context["cl"].result_list) == 1


def used_everywhere(image):
    article = make_article(image=image, body_zh_hans=f'<figure><img data-file="{image.pk}" alt=""></figure>')
    GalleryPicture.objects.create(article=article, image=image)
    return article


def test_uses_are_found_in_links_rows_and_texts(image):
    article = used_everywhere(image)
    make_article(body_en=f'<figure><img data-file="{image.pk}9" alt=""></figure>')
    assert [use.record for use in uses_of(image)] == [article, article, article]
    assert [str(use.field) for use in uses_of(image)] == ["lead picture", "picture", "Text (Chinese)"]


def test_the_form_says_where_a_picture_is_used(editor, image):
    article = used_everywhere(image)
    assert form_of(article) in editor.get(form_of(image)).content.decode()


@pytest.mark.parametrize("field", ["image", "body_en"])
def test_a_picture_in_use_is_not_deleted(publisher, image, field):
    value = image if field == "image" else f'<figure><img data-file="{image.pk}" alt=""></figure>'
    make_article(**{field: value})
    url = reverse("admin:media_library_image_delete", args=[image.pk])
    publisher.post(url, {"post": "yes"})
    data = {"action": "delete_selected", "_selected_action": [image.pk], "post": "yes"}
    publisher.post(LIST, data)
    assert Image.objects.filter(pk=image.pk).exists()


def test_a_picture_that_goes_takes_its_files_along(publisher, image, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        publisher.post(reverse("admin:media_library_image_delete", args=[image.pk]), {"post": "yes"})
    assert not Image.objects.exists()
    assert not default_storage.exists(image.file.name)


# The library inside the text editor


def test_the_picker_shows_pictures_with_the_words_of_the_text(editor, image):
    page = editor.get(PICKER, {"language": "zh-hans"})
    (_image, _thumbnail, alt, described) = page.context["cards"][0]
    assert alt == "一座桥"
    assert json.loads(described) | {"src": "", "thumb": ""} == {
        "pk": image.pk,
        "name": "A bridge",
        "src": "",
        "thumb": "",
        "alt": "一座桥",
        "caption": "桥",
    }


@pytest.mark.parametrize(
    "asked", [{"q": "\x00"}, {"page": "999"}, {"page": "x"}, {"language": "tlh"}, {"q": '"'}]
)
def test_the_picker_takes_nonsense_calmly(editor, image, asked):
    assert editor.get(PICKER, asked).status_code == 200


def test_a_picture_comes_in_from_within_a_text(editor):
    answer = editor.post(
        UPLOAD,
        {"file": jpeg(), "alt_zh_hans": "桥", "credit_form": "photo", "rights": "own", "language": "zh-hans"},
    )
    image = Image.objects.get()
    told = {"pk": image.pk, "name": "桥", "alt": "桥", "caption": ""}
    assert answer.json() == told | {"src": image.file.url, "thumb": image.file.url}
    assert image.uploaded_by.username == "editor"


def test_a_bad_upload_from_within_a_text_comes_back_with_its_words(editor):
    file = SimpleUploadedFile("x.png", b"<html>")
    answer = editor.post(UPLOAD, {"file": file, "alt_en": "Kept", "credit_form": "photo", "rights": "own"})
    assert 'value="Kept"' in answer.content.decode()
    assert list(answer.context["form"].errors) == ["file"]


def test_a_picture_that_is_there_already_is_offered_instead(editor, image):
    answer = editor.post(UPLOAD, {"file": jpeg(), "alt_en": "Again", "credit_form": "photo", "rights": "own"})
    assert [card[0] for card in answer.context["cards"]] == [image]


@pytest.mark.parametrize(
    ("role", "sees", "uploads"), [("reviewer", 200, 403), ("translator", 200, 403), ("desk", 403, 403)]
)
def test_the_picker_gives_no_more_than_the_role(log_in, role, sees, uploads):
    client = log_in(role)
    assert client.get(PICKER).status_code == sees
    assert client.post(UPLOAD, {"file": jpeg(), "alt_en": "A"}).status_code == uploads
    assert not Image.objects.exists()


def test_a_visitor_is_led_to_the_door(visitor):
    for url in (PICKER, UPLOAD):
        assert visitor.get(url).status_code == 302


def test_only_posting_uploads(editor):
    assert editor.get(UPLOAD).status_code == 405


# Documents


def test_a_document_is_named_by_its_content_and_handed_out_under_its_title(editor, visitor):
    url = "/admin/media_library/document/add/"
    data = fields_of(editor.get(url), "document_form")
    file = SimpleUploadedFile("evil.html", b"%PDF-1.7 guide")
    assert (
        editor.post(url, data | {"file": file, "language": "en", "title_en": "Guide: 2021"}).status_code
        == 302
    )
    document = Document.objects.get()
    assert document.file.name.endswith("/original.pdf")
    answer = visitor.get(document.get_absolute_url())
    assert answer["Content-Disposition"] == 'attachment; filename="Guide_2021.pdf"'
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 guide"


def test_a_program_is_no_document(editor):
    url = "/admin/media_library/document/add/"
    data = fields_of(editor.get(url), "document_form")
    file = SimpleUploadedFile("guide.pdf", b"MZ program")
    answer = editor.post(url, data | {"file": file, "language": "en", "title_en": "Guide"})
    assert list(answer.context["adminform"].form.errors) == ["file"]
    assert fields_of(answer, "document_form")["title_en"] == ["Guide"]


def test_a_video_needs_a_file_or_a_link(editor):
    url = "/admin/media_library/film/add/"
    data = fields_of(editor.get(url), "film_form")
    assert list(editor.post(url, data | {"title_en": "Film"}).context["adminform"].form.errors) == ["link"]


def test_the_texts_in_which_a_picture_stands_are_told_to_whoever_may_see_pictures(log_in, image):
    article = used_everywhere(image)
    url = reverse("admin:media_library_image_mentions", args=[image.pk])
    assert form_of(article) in log_in("reviewer").get(url).content.decode()
    assert log_in("desk").get(url).status_code == 403
