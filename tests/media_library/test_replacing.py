"""Another file in the place of a picture's."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from media_library import replacing
from media_library.incoming.uploads import store_image
from media_library.models import Image
from media_library.renditions import candidates, make_all
from media_library.replacing import GRACE, replace
from media_library.tasks import clear_replaced
from tests.factories import make_article
from tests.media_library.photographs import photograph


@pytest.fixture
def image(db):
    image = store_image(photograph(1), alt_en="A bridge", rights="own")
    make_all(image)
    return image


def page_of(image):
    return f"/admin/media_library/image/{image.pk}/replace/"


def test_every_use_follows_under_a_new_address(image, visitor):
    article = make_article(image=image)
    before = candidates(image, "lead").src
    replace(image, photograph(2, size=(120, 80)))
    make_all(image)
    after = candidates(Image.objects.get(), "lead").src
    html = visitor.get(article.get_absolute_url()).content.decode()
    assert before != after and after.rpartition(".")[0] in html and before not in html
    assert (image.width, image.height, image.alt_en) == (120, 80, "A bridge")


def test_the_old_file_stays_for_pages_that_were_made_before(
    image, django_capture_on_commit_callbacks, run_jobs
):
    old = image.file.name
    with django_capture_on_commit_callbacks(execute=True):
        replace(image, photograph(2))
    run_jobs()
    assert default_storage.exists(old)
    job = DBTaskResult.objects.get(task_path__endswith="clear_replaced")
    assert timezone.now() < job.run_after <= timezone.now() + GRACE
    DBTaskResult.objects.update(run_after=timezone.now())
    run_jobs()
    assert not default_storage.exists(old)
    assert default_storage.exists(Image.objects.get().file.name)


def test_a_folder_that_a_picture_still_has_is_never_cleared(image):
    assert clear_replaced.func(image.file.name.rpartition("/")[0]) == 0
    assert default_storage.exists(image.file.name)


@pytest.mark.parametrize(
    ("upload", "code"),
    [(lambda: photograph(1), "same"), (lambda: photograph(3), "duplicate")],
    ids=["itself", "another one"],
)
def test_a_picture_that_is_here_already_is_refused(image, upload, code):
    store_image(photograph(3))
    with pytest.raises(ValidationError) as refused:
        replace(image, upload())
    assert refused.value.code == code


def test_a_store_without_room_leaves_everything_as_it_was(image, publisher, monkeypatch):
    def is_full(self, name, content):
        raise OSError(28, "No space left on device")

    old = image.file.name
    monkeypatch.setattr(FileSystemStorage, "_save", is_full)
    answer = publisher.post(page_of(image), {"file": photograph(2)})
    assert list(answer.context["form"].errors) == ["file"]
    assert Image.objects.get().file.name == old and default_storage.exists(old)


def test_a_database_that_fails_leaves_no_new_file_and_the_old_one(image, monkeypatch, media_root):
    def fails(fresh):
        raise RuntimeError

    monkeypatch.setattr(replacing, "_exchange", fails)
    files = sorted(path for path in media_root.rglob("*") if path.is_file())
    with pytest.raises(RuntimeError):
        replace(image, photograph(2))
    assert sorted(path for path in media_root.rglob("*") if path.is_file()) == files


def test_copies_that_were_made_of_the_old_file_are_not_noted_on_the_new_one(image):
    stale = Image.objects.get()
    replace(image, photograph(2))
    make_all(stale)
    assert Image.objects.get().renditions == {}


def test_a_copy_that_could_not_be_written_is_written_the_next_time(image, monkeypatch):
    replace(image, photograph(2))
    real = FileSystemStorage._save

    def fails_half_way(self, name, content):
        path = default_storage.path(name)
        real(self, name, content)
        open(path, "wb").close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", fails_half_way)
    with pytest.raises(OSError):
        make_all(image)
    monkeypatch.setattr(FileSystemStorage, "_save", real)
    make_all(image)
    folder = image.file.name.rpartition("/")[0]
    assert all(default_storage.size(f"{folder}/{name}") for name in default_storage.listdir(folder)[1])


def test_an_author_replaces_what_nothing_uses_yet(editor, image):
    assert editor.post(page_of(image), {"file": photograph(2)}).status_code == 302
    assert Image.objects.get().file.name != image.file.name


def test_what_is_in_use_is_for_publishers(editor, publisher, image):
    make_article(image=image)
    assert editor.get(page_of(image)).context["is_allowed"] is False
    assert editor.post(page_of(image), {"file": photograph(2)}).status_code == 403
    assert Image.objects.get().file.name == image.file.name
    assert publisher.post(page_of(image), {"file": photograph(2)}).status_code == 302


def test_the_picture_that_it_would_double_is_shown(publisher, image):
    other = store_image(photograph(3))
    html = publisher.post(page_of(image), {"file": photograph(3)}).content.decode()
    assert f"/image/{other.pk}/change/" in html


def test_a_document_that_is_exchanged_leaves_no_file_for_ever(
    publisher, django_capture_on_commit_callbacks, run_jobs
):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from media_library.models import Document
    from tests.services.forms import fields_of

    url = "/admin/media_library/document/add/"
    data = fields_of(publisher.get(url), "document_form") | {"language": "en", "title_en": "Guide"}
    publisher.post(url, data | {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 one")})
    document = Document.objects.get()
    form = f"/admin/media_library/document/{document.pk}/change/"
    data = fields_of(publisher.get(form), "document_form")
    with django_capture_on_commit_callbacks(execute=True):
        publisher.post(form, data | {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 two")})
    DBTaskResult.objects.update(run_after=timezone.now())
    run_jobs()
    assert not default_storage.exists(document.file.name)
    assert default_storage.exists(Document.objects.get().file.name)
