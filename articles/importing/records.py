"""Finds the records that an article names, by their names in either language, or makes them."""

import re

from django.db.models import Q

from articles.importing.names import has_han
from articles.models import Article, Author, Column, Quote, Series
from bilingual.languages import LANGUAGES, column
from evidence.models import Source
from publishing.addresses.slugs import free_slug, slug_from


def either_is(field, value):
    """The condition that a translated field has a value in one of the languages, whatever the case."""
    condition = Q()
    for language in LANGUAGES:
        condition |= Q(**{f"{column(field, language)}__iexact": value})
    return condition


def find_column(name):
    """The Column with a name or an address, or None."""
    return (
        Column.objects.filter(either_is("name", name) | Q(slug=name.strip().lower())).first()
        if name
        else None
    )


def author_named(name, language):
    """The Author with a name or one of its other spellings; a new one with this name in this language else."""
    known = Author.objects.filter(either_is("name", name)).first()
    spelt = (
        author for author in Author.objects.filter(spellings__icontains=name) if is_spelling(author, name)
    )
    known = known or next(spelt, None)
    return known or saved(Author(**{column("name", language): name}))


def is_spelling(author, name):
    return name.casefold() in (part.strip().casefold() for part in re.split(r"[;,；，、]", author.spellings))


def source_named(name, language):
    """The Source with a name; a newspaper of that name else, as outside sources of news mostly are."""
    known = Source.objects.filter(either_is("name", name)).order_by("pk").first()
    if known:
        return known
    wanted = slug_from(name, name)[:50] or "source"
    taken = set(Source.objects.filter(key__startswith=wanted).values_list("key", flat=True))
    key = next(
        key for key in [wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))] if key not in taken
    )
    return saved(
        Source(key=key, kind=Source.Kind.PRESS, language=language, **{column("name", language): name})
    )


def series_named(title, language):
    """The Series with a title; a new one, live in no language, else."""
    known = Series.objects.filter(either_is("title", title)).first()
    slug = free_slug(Series, slug_from(title, title) or "series")
    return known or saved(Series(slug=slug, **{column("title", language): title}))


def quote_of(text, language):
    """The Quote of these words; a new one without a speaker else."""
    name = column("text", language)
    return Quote.objects.filter(**{name: text}).first() or saved(Quote(**{name: text}))


def saved(row):
    row.full_clean()
    row.save()
    return row


def enterprises_named(texts):
    """Enterprises whose legal, short or other name stands in one of the texts as whole words.

    Names of less than three letters or three Han characters are too common to tell.
    """
    model = Article._meta.get_field("enterprises").related_model
    fields = [
        column(field, language)
        for language in LANGUAGES
        for field in ("legal_name", "short_name", "names__name")
    ]
    text = "\n".join(texts).replace("’", "'")
    found = {}
    for pk, *names in model.objects.order_by("pk").values_list("pk", *fields):
        if any(name and stands_in(name, text) for name in names):
            found[pk] = True
    return list(found)


def stands_in(name, text):
    """Whether `name` is in `text` as whole words. Apostrophes of both kinds are one; `text` has plain ones."""
    name = name.replace("’", "'")
    if len(name) < 3 or name not in text:
        return False
    return has_han(name) or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
