"""What all Atom feeds share: an author, names of entries that never change, and words that arrive as they are."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language
from bilingual.signs import readable

from .models import Publishable


class PlainAtom(Atom1Feed):
    """An Atom feed of plain words: a summary, which readers take for HTML, shows a "<" as one."""

    def __init__(self, title: str, link: str, description: str | None, **fields):
        super().__init__(readable(title), link, description, **fields)

    def add_item(self, title: str, link: str, description: str, **fields) -> None:
        super().add_item(readable(title), link, escape(readable(description)), **fields)


class EditionFeed(Feed):
    """A feed of publishable records in the language of its address. Subclasses say which, and in what words."""

    feed_type = PlainAtom

    @property
    def language(self) -> str:
        return HTML_LANG[active_language()]

    def author_name(self, _asked=None) -> str:
        return _("Liangjiang New Area")

    def item_guid(self, record: Publishable) -> str:
        """The same for ever, whatever the address of the record becomes; each edition has its own."""
        host = urlsplit(settings.SITE_URL).hostname
        return f"tag:{host},2026:{record._meta.model_name}/{record.pk}/{active_language()}"

    def item_link(self, record: Publishable) -> str:
        return absolute(record.get_absolute_url())

    def item_pubdate(self, record: Publishable) -> datetime:
        return record.published_at

    def item_updateddate(self, record: Publishable) -> datetime:
        return max(record.changed_at, record.published_at)
