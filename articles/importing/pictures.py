"""Pictures that came along with a document, into the media library."""

import io
from html import escape

from django.core.exceptions import ValidationError

from articles.importing.markup import pending_figure
from bilingual.languages import column, joined_sentences
from media_library.incoming.uploads import store_image
from media_library.models import Credit

FORMS = {"photo": Credit.PHOTO, "wechat": Credit.WECHAT, "provided": Credit.HANDOUT, "file": Credit.PHOTO}
LENGTHS = {"alt": 300, "credit_person": 120, "credit_organisation": 200}


def store_figures(figures, language, by=None):
    """({figure number: Image}, {figure number: why it was refused}) for the figures that have their file."""
    images, refused = {}, {}
    for number, figure in enumerate(figures):
        if figure.has_file:
            try:
                images[number] = store_image(
                    io.BytesIO(figure.picture.data), uploaded_by=by, **columns_of(figure, language)
                )
            except ValidationError as problem:
                refused[number] = joined_sentences(problem.messages)
    return images, refused


def columns_of(figure, language):
    credit = figure.credit
    words = {
        "alt": figure.alt,
        "caption": figure.caption,
        "credit_person": credit.person if credit else "",
        "credit_organisation": credit.organisation if credit else "",
    }
    columns = {column(name, language): text[: LENGTHS.get(name)] for name, text in words.items()}
    return {**columns, "credit_form": FORMS[credit.form] if credit else Credit.PHOTO}


def figure_renderer(images, language, lead=None):
    """A function for `markup.body_html`: stored pictures by their key, the others as places to fill.

    `lead` is the number of the figure that stands above the text and so is left out of it. A caption is
    repeated in the text only where the library keeps another one for the same picture.
    """

    def render(number, figure):
        if number == lead:
            return ""
        image = images.get(number)
        if image is None:
            return pending_figure(number, figure)
        differs = figure.caption and figure.caption != getattr(image, column("caption", language))
        caption = f"<figcaption>{escape(figure.caption, quote=False)}</figcaption>" if differs else ""
        return f'<figure><img data-file="{image.pk}" alt="{escape(figure.alt)}">{caption}</figure>'

    return render
