"""Saves a parsed article as a draft: in its own language only, never live, and never twice."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.importing.markup import body_html
from articles.importing.pictures import figure_renderer, store_figures
from articles.importing.records import (
    author_named,
    enterprises_named,
    find_column,
    quote_of,
    series_named,
    source_named,
)
from articles.importing.refusals import ImportRefused
from articles.importing.report import Note, Reason
from articles.models import Article, Byline
from bilingual.languages import CHINESE, ENGLISH, column, joined_sentences
from publishing.addresses.slugs import free_slug, slug_from

# Bylines know three of the roles that are printed; a correspondent reports.
ROLES = {
    "reporter": Byline.Role.REPORTER,
    "correspondent": Byline.Role.REPORTER,
    "editor": Byline.Role.EDITOR,
    "photographer": Byline.Role.PHOTOGRAPHER,
}
SHORT_FIELDS = ("subtitle", "dateline")


@dataclass(frozen=True)
class Stored:
    """What became of one file. `is_new` is False when the same article was imported before."""

    article: Article
    is_new: bool


def imported_before(parsed):
    """The Article that an earlier import made from the same words, or None."""
    return Article.objects.filter(import_fingerprint=parsed.fingerprint).first()


def store_article(*, parsed, file_name, default_column, by=None):
    """Save `parsed` (a ParsedArticle) as a draft and return what became of it as Stored.

    `file_name` is remembered in the import report; `default_column` files what names no column of ours. One
    transaction. Raises ImportRefused when the portal's own rules do not allow the article.
    """
    try:
        with transaction.atomic():
            known = imported_before(parsed)
            return (
                Stored(known, False) if known else Stored(draft(parsed, file_name, default_column, by), True)
            )
    except IntegrityError:
        known = imported_before(parsed)  # someone imported the same article at the same moment
        if known is None:
            raise
        return Stored(known, False)
    except ValidationError as problem:
        raise ImportRefused(
            "invalid", _("The article cannot be saved: %(why)s") % {"why": joined_sentences(problem.messages)}
        ) from problem


def draft(parsed, file_name, default_column, by):
    language = parsed.language
    images, refused = store_figures(parsed.figures, language, by)
    lead = leading_figure(parsed, images)
    article = Article(
        slug=draft_slug(parsed),
        column=find_column(parsed.column) or default_column,
        original_language=language,
        dated_at=printed_moment(parsed),
        updated_on=parsed.updated_on,
        image=images.get(lead),
        owner=by,
        import_fingerprint=parsed.fingerprint,
    )
    place_series(article, parsed)
    for name, text in words_of(article, parsed).items():
        setattr(article, column(name, language), text)
    setattr(article, column("body", language), body_html(parsed, figure_renderer(images, language, lead)))
    article.source = source_named(parsed.source, language) if parsed.source else None
    article.teaser_quote = quote_of(parsed.teaser, language) if parsed.teaser else None
    article.import_report = report(parsed, file_name, images, refused)
    article.full_clean()
    article.save()
    for position, person in enumerate(parsed.persons):
        author = author_named(person.name, language)
        Byline.objects.create(article=article, author=author, role=ROLES[person.role], position=position)
    article.enterprises.set(enterprises_named([parsed.headline, *parsed.texts()]))
    return article


def draft_slug(parsed):
    is_chinese = parsed.language == CHINESE
    slug = slug_from("" if is_chinese else parsed.headline, parsed.headline if is_chinese else "")
    return free_slug(Article, slug or "article")


def printed_moment(parsed):
    """The printed day, at the printed clock or at midnight, Beijing time; None when no day was printed."""
    if parsed.printed_on is None:
        return None
    clock = datetime.time.fromisoformat(parsed.printed_clock or "00:00")
    return timezone.make_aware(datetime.datetime.combine(parsed.printed_on, clock))


def leading_figure(parsed, images):
    """Number of the stored figure that opens the text, or None: it is shown above the text, not in it."""
    first = parsed.body[0]
    return first.figure if first.kind == "figure" and first.figure in images else None


def place_series(article, parsed):
    """Put the article into its series, unless another article already is this part."""
    if not parsed.series:
        return
    series = series_named(parsed.series, parsed.language)
    if series.articles.filter(series_part=parsed.series_part).exists():
        parsed.unplaced.append(Note(Reason.SERIES_PART, f"{parsed.series} {parsed.series_part}"))
    else:
        article.series, article.series_part = series, parsed.series_part


def words_of(article, parsed):
    """Translated texts by field. What is too long for its field is noted and left out, never cut silently."""
    words = {"headline": parsed.headline, "summary": parsed.summary}
    for name in SHORT_FIELDS:
        text = getattr(parsed, name)
        if len(text) <= article._meta.get_field(column(name, ENGLISH)).max_length:
            words[name] = text
        else:
            parsed.unplaced.append(Note(Reason.TOO_LONG, text))
    if len(parsed.headline_in_series) <= article._meta.get_field("list_headline").max_length:
        words["list_headline"] = parsed.headline_in_series
    return words


def report(parsed, file_name, images, refused):
    """What staff read beside the draft, as JSON: codes of the notes and the words they are about."""
    return {
        "file": file_name,
        "printed_as": parsed.printed_as,
        "column": parsed.column,
        "pictures_to_supply": [
            {
                "number": number,
                "caption": figure.caption,
                "credit": figure.credit.printed if figure.credit else "",
                "person": figure.credit.person if figure.credit else "",
                "organisation": figure.credit.organisation if figure.credit else "",
                "alt": figure.alt,
                "refused": refused.get(number, ""),
            }
            for number, figure in enumerate(parsed.figures)
            if number not in images
        ],
        "furniture": notes(parsed.furniture),
        "unplaced": notes(parsed.unplaced),
        "guesses": notes(parsed.guesses),
    }


def notes(found):
    return [{"code": note.code.value, "text": note.text} for note in found]
