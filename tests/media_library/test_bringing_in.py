"""Bringing in many pictures at once, with and without script."""

import io
import struct
import zlib

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from bilingual.languages import HTML_LANG
from media_library.incoming.uploads import store_image
from media_library.models import Image, Tag
from media_library.pages.many import shown_name
from tests.media_library.photographs import drawn, encoded, photograph

MANY = "/admin/media_library/image/many/"
SHARED = {"credit_form": "photo", "rights": "licensed", "credit_person_en": "Yin Jun"}


def sent_by_script(client, upload, **more):
    answer = client.post(MANY, SHARED | {"files": upload} | more, headers={"accept": "application/json"})
    assert answer.headers["Content-Type"] == "application/json"
    return answer.json()


def states(answer):
    return [one.state for one, _thumbnail in answer.context["answers"]]


def test_many_files_come_in_by_one_plain_form(editor):
    tag = Tag.objects.create(name_en="Night")
    files = [photograph(1, name="bridge_at_night.jpg"), photograph(2, name="朝天门.jpg")]
    answer = editor.post(MANY, SHARED | {"files": files, "tags": [tag.pk]})
    bridge, gate = Image.objects.order_by("pk")
    assert states(answer) == ["stored", "stored"]
    assert (bridge.title_en, gate.title_zh_hans) == ("bridge at night", "朝天门")
    assert (gate.rights, gate.credit_person_en, gate.uploaded_by.username) == (
        "licensed",
        "Yin Jun",
        "editor",
    )
    assert list(bridge.tags.all()) == [tag]
    assert f"sheet/?pk={bridge.pk}&amp;pk={gate.pk}" in answer.content.decode()


def test_one_file_that_is_refused_stops_no_other(editor):
    files = [photograph(1), SimpleUploadedFile("page.jpg", b"<html>"), photograph(2)]
    answer = editor.post(MANY, SHARED | {"files": files})
    assert states(answer) == ["stored", "refused", "stored"]
    assert "This file is not a picture" in answer.content.decode()


def test_a_script_is_told_what_became_of_its_file(editor):
    told = sent_by_script(editor, photograph(1))
    image = Image.objects.get()
    assert (told["state"], told["pk"]) == ("stored", image.pk)
    assert told["url"] == f"/admin/media_library/image/{image.pk}/change/"


def test_a_picture_that_is_there_already_is_offered_and_not_stored_again(editor):
    image = store_image(photograph(1))
    told = sent_by_script(editor, photograph(1, name="again.jpg"))
    assert (told["state"], told["pk"]) == ("known", image.pk)
    assert Image.objects.count() == 1


def test_a_picture_that_looks_like_another_comes_in_with_a_word(editor):
    image = store_image(photograph(1))
    told = sent_by_script(editor, photograph(1, size=(180, 120), quality=60))
    assert told["state"] == "stored"
    assert told["alike"] == f"/admin/media_library/image/{image.pk}/change/"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_nothing_chosen_is_said_and_keeps_what_was_typed(editor, language):
    editor.cookies["django_language"] = language
    answer = editor.post(MANY, SHARED)
    assert 'value="Yin Jun"' in answer.content.decode()
    assert 'class="errorlist"' in answer.content.decode()


def test_a_wrong_shared_field_stores_nothing(editor):
    answer = editor.post(MANY, {"credit_form": "x", "rights": "own", "files": [photograph(1)]})
    assert not Image.objects.exists()
    assert answer.context["form"].errors


def test_a_store_without_room_refuses_the_file_and_keeps_no_row(editor, monkeypatch, media_root):
    def is_full(self, name, content):
        path = media_root / name
        path.parent.mkdir(parents=True)
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", is_full)
    told = sent_by_script(editor, photograph(1))
    assert told["state"] == "refused" and "could not be saved" in told["text"]
    assert not Image.objects.exists()
    assert [path for path in media_root.rglob("*") if path.is_file()] == []


def bomb() -> bytes:
    """A PNG of 30,000 by 30,000 pixels in a few bytes."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 3751))


def tiff() -> bytes:
    stream = io.BytesIO()
    Pillow.new("RGB", (9, 9)).save(stream, "TIFF")
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        bomb(),
        b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        b"",
        b"GIF89a" + b"\0" * 20,
        tiff(),
        encoded(drawn(1))[:200],
    ],
    ids=["bomb", "drawing with script", "empty", "gif in name only", "another format", "cut off"],
)
def test_hostile_files_are_refused_with_a_sentence(editor, data):
    told = sent_by_script(editor, SimpleUploadedFile("nice.png", data, "image/png"))
    assert told["state"] == "refused" and told["text"]
    assert not Image.objects.exists()


def test_what_hangs_on_behind_a_picture_is_not_kept(editor):
    polyglot = SimpleUploadedFile("a.jpg", encoded(drawn(1)) + b"<script>alert(1)</script>", "image/jpeg")
    sent_by_script(editor, polyglot)
    with Image.objects.get().file.open("rb") as stored:
        assert b"script" not in stored.read()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("C:\\photos\\a.jpg", "a.jpg"),
        ("../../etc/passwd", "passwd"),
        ("a\u202egpj.exe\x00\n.jpg", "agpj.exe.jpg"),
        ("", ""),
        ("桥" * 300, "桥" * 150),
    ],
)
def test_the_name_of_a_file_is_shown_as_a_line_of_text(name, shown):
    assert shown_name(name) == shown


def test_a_name_with_signs_of_html_is_shown_as_text(editor):
    answer = editor.post(MANY, SHARED | {"files": [photograph(1, name="<img src=x onerror=1>.jpg")]})
    assert "<img src=x" not in answer.content.decode()


@pytest.mark.parametrize(
    ("role", "status"), [("editor", 200), ("translator", 403), ("reviewer", 403), ("desk", 403)]
)
def test_only_who_may_add_brings_in(log_in, role, status):
    client = log_in(role)
    assert client.get(MANY).status_code == status
    assert client.post(MANY, SHARED | {"files": [photograph(1)]}).status_code == status
    assert Image.objects.exists() == (status == 200)


@pytest.mark.parametrize(("language", "sentence"), [("en", "up to 40 files"), ("zh-hans", "40")])
def test_too_many_files_without_a_script_are_answered_by_a_page_of_ours(editor, language, sentence):
    editor.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    files = [SimpleUploadedFile(f"{number}.jpg", b"x") for number in range(41)]
    answer = editor.post(MANY, {"files": files})
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert sentence in shown and f'lang="{HTML_LANG[language]}"' in shown and "<h1" in shown
    assert not Image.objects.exists()
