"""Pictures that are pasted into a text come into the library once, or are refused with a reason."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from media_library.incoming.pictures import MAX_SIDE
from media_library.models import Image
from prose.forms import for_editor
from prose.sanitising import sanitise
from tests.sweeps.permission_table import ALL_WRITERS, AUTHORS, ROLES

pytestmark = pytest.mark.django_db
PASTE = "/admin/pasted-picture/"


def picture(colour="teal", size=(60, 40), kind="PNG"):
    stream = io.BytesIO()
    Pillow.new("RGB", size, colour).save(stream, kind)
    return SimpleUploadedFile("image.png", stream.getvalue(), content_type="image/png")


def test_a_pasted_picture_is_described_in_the_language_of_the_text(editor):
    answer = editor.post(PASTE, {"file": picture(), "alt": " 一座  桥 ", "language": "zh-hans"}).json()
    image = Image.objects.get()
    assert (image.alt_zh_hans, image.alt_en or "", image.rights) == ("一座 桥", "", "unclear")
    assert image.uploaded_by.username == "editor"
    assert answer["pk"] == image.pk and answer["alt"] == "一座 桥" and answer["src"].startswith("/media/")


def test_the_same_picture_is_kept_once(editor):
    first = editor.post(PASTE, {"file": picture(), "alt": "First"}).json()
    second = editor.post(PASTE, {"file": picture(), "alt": "Second"}).json()
    assert first["pk"] == second["pk"] and second["alt"] == "First"


def test_a_picture_copied_from_a_page_of_ours_is_the_one_of_the_library(editor):
    image = Image.objects.get(pk=editor.post(PASTE, {"file": picture()}).json()["pk"])
    copy = image.file.url.replace("original", "figure-720")
    assert editor.post(PASTE, {"path": copy}).json()["pk"] == image.pk
    for path in ("/media/images/abc/x.jpg", "/media/images/%/x.jpg", "x", "/", "\x00/\x00/\x00"):
        assert editor.post(PASTE, {"path": path}).status_code == 422


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (SimpleUploadedFile("a.png", b"<svg onload=alert(1)>"), "not a picture"),
        (SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 30), "not a picture"),
        (picture(size=(MAX_SIDE + 1, 1)), "pixels"),
        (None, "No picture was received"),
    ],
)
def test_what_is_no_acceptable_picture_is_refused_with_a_reason(editor, upload, reason):
    answer = editor.post(PASTE, {"file": upload} if upload else {})
    assert answer.status_code == 422 and reason in answer.json()["error"]
    assert not Image.objects.exists()


@pytest.mark.parametrize("role", ROLES)
def test_only_who_may_add_pictures_pastes_them(client, make_member, role):
    if role != "visitor":
        fields = {"is_staff": False} if role == "former" else {}
        client.force_login(make_member(role, **fields))
    assert (client.post(PASTE, {"file": picture()}).status_code == 200) == (role in AUTHORS)
    assert Image.objects.exists() == (role in AUTHORS)


# Alternative and credit


@pytest.fixture
def image(editor):
    return Image.objects.get(pk=editor.post(PASTE, {"file": picture()}).json()["pk"])


def test_alternative_and_credit_are_edited_in_the_language_of_the_text(editor, image):
    url = f"/admin/picture-words/?pk={image.pk}"
    form = editor.get(f"{url}&language=zh-hans").content.decode()
    assert 'name="alt_zh_hans"' in form and "alt_en" not in form
    data = {"language": "zh-hans", "alt_zh_hans": "江上一座桥", "credit_person_zh_hans": "殷军"}
    told = editor.post(url, data | {"credit_form": "photo", "rights": "own"}).json()
    image.refresh_from_db()
    assert (image.alt_zh_hans, image.rights) == ("江上一座桥", "own")
    assert told["alt"] == "江上一座桥" and "殷军" in told["credit"]


def test_the_words_of_the_other_language_are_left_to_their_writer(editor, image):
    url = f"/admin/picture-words/?pk={image.pk}"
    editor.post(
        url,
        {"language": "en", "alt_en": "Bridge", "alt_zh_hans": "x", "credit_form": "photo", "rights": "own"},
    )
    image.refresh_from_db()
    assert image.alt_en == "Bridge" and not image.alt_zh_hans


@pytest.mark.parametrize("role", ROLES)
def test_only_who_may_change_pictures_changes_their_words(client, image, make_member, role):
    if role not in ("visitor", "editor"):
        fields = {"is_staff": False} if role == "former" else {}
        client.force_login(make_member(role, **fields))
    elif role == "editor":
        client.force_login(image.uploaded_by)
    url = f"/admin/picture-words/?pk={image.pk}"
    sent = {"language": "en", "alt_en": "Bridge", "credit_form": "photo", "rights": "own"}
    assert (client.get(url).status_code == 200) == (role in ALL_WRITERS)
    assert (client.post(url, sent).status_code == 200) == (role in ALL_WRITERS)


@pytest.mark.parametrize("key", ["", "0", "x", "²", "9" * 30])
def test_a_picture_that_is_not_there_is_not_found(editor, key):
    assert editor.get(f"/admin/picture-words/?pk={key}").status_code == 404


def test_a_wrong_word_is_shown_with_its_reason(editor, image):
    url = f"/admin/picture-words/?pk={image.pk}"
    answer = editor.post(
        url, {"language": "en", "alt_en": "x" * 301, "credit_form": "photo", "rights": "own"}
    )
    assert "errorlist" in answer.content.decode() and "x" * 301 in answer.content.decode()


def test_the_editor_is_told_the_credit_and_nothing_of_it_is_stored(image):
    image.credit_person_en = 'A "quoted" <name>'
    image.save()
    stored = f'<figure><img alt="" data-file="{image.pk}"></figure>'
    assert 'data-credit="Photo by A &quot;quoted&quot; &lt;name&gt;"' in for_editor(stored)
    assert sanitise(for_editor(stored)) == stored


def test_the_address_of_a_picture_to_supply_is_kept_with_its_place():
    stored = '<figure data-pending="1" data-source="https://mmbiz.example/a.png"><figcaption>C</figcaption></figure>'
    assert sanitise(stored) == stored == for_editor(stored)
