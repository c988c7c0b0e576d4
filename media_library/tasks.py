"""Work for the background worker. Each task may run twice without harm."""

from django_tasks import task

from .models import Image
from .renditions import make_all


@task()
def render_image(image_pk: int) -> int:
    """Make the renditions of an image; returns how many files were written, 0 when the image is gone."""
    image = Image.objects.filter(pk=image_pk).first()
    return make_all(image) if image else 0
