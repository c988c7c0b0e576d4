"""Finding the edition that a visitor asked for."""

from __future__ import annotations

from django.http import Http404

from .models import Publishable


class MissingEdition(Http404):
    """The record is public, but not in the language of this address. The error page offers the other edition."""

    def __init__(self, record: Publishable):
        self.record = record
        super().__init__(f"{record._meta.label} {record.pk}")


def live_or_404(queryset, **lookup):
    """The one row of a lookup whose edition in the active language is live.

    Raises MissingEdition when only another language is live, Http404 when nothing is.
    """
    record = queryset.filter(**lookup).first()
    if record is None:
        raise Http404
    if record.is_live():
        return record
    if record.live_languages():
        raise MissingEdition(record)
    raise Http404
