"""Work for the background worker. Each task may run twice without harm."""

from django_tasks import task

from .models import Image
from .renditions import make_all
from .storing import clear_folder


@task()
def render_image(image_pk: int) -> int:
    """Make the renditions of an image; returns how many files were written, 0 when the image is gone."""
    image = Image.objects.filter(pk=image_pk).first()
    return make_all(image) if image else 0


@task()
def clear_replaced(folder: str) -> int:
    """Delete the files that another one has replaced; returns how many, and 0 while a row still has the folder."""
    if Image.objects.filter(file__startswith=f"{folder}/").exists():
        return 0
    return clear_folder(folder)
