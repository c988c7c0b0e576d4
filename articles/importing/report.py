"""What an import tells staff: lines it dropped as page furniture, lines it could not place, guesses it made."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Furniture(TextChoices):
    """Kinds of lines that belong to the page and not to the article."""

    MENU = "menu", _("menu")
    SITE_NAME = "site-name", _("site name or logo")
    SLOGAN = "slogan", _("slogan")
    HOTLINE = "hotline", _("reporting hotline")
    LICENCE = "licence", _("filing and licence numbers")
    COOKIES = "cookies", _("cookie notice")
    CONTACT = "contact", _("contact line")
    LEGAL = "legal", _("terms, privacy or copyright")
    TOOLS = "tools", _("page tools")
    RELATED = "related", _("links to other articles")
    ABOVE = "above", _("appears above the headline")
    MARKED = "marked", _("marked as navigation by the page itself")


class Reason(TextChoices):
    """Why a line of the source has no place in the article."""

    IMPOSSIBLE_DATE = "impossible-date", _("this date does not exist")
    AMBIGUOUS_DATE = "ambiguous-date", _("the day and month of this date cannot be told apart")
    SECOND_DATE = "second-date", _("another date was already found")
    SECOND_SOURCE = "second-source", _("another source was already found")
    LOOSE_SUBHEAD = "loose-subhead", _("looks like a subhead, but no text follows")
    AFTER_FOOT = "after-foot", _("appears below the foot of the page")
    CREDIT_ALONE = "credit-alone", _("a picture credit without a picture or caption")
    UNREAD_PERSON = "unread-person", _("no person’s name could be read here")
    SERIES_PART = "series-part", _("another article is already this part of the series")
    TOO_LONG = "too-long", _("too long for its field")


class Guess(TextChoices):
    """What was decided without a clear sign in the source; staff should look at it."""

    CAPTION = "caption", _("treated as a picture caption, because it is a line on its own")
    TEASER = "teaser", _("treated as a teaser quote, because it stands alone at the end of the page")
    SUMMARY = "summary", _("the summary is the beginning of the text")
    HEADLINE = "headline", _("the headline is the first line of the file")
    ALT = "alt", _("the headline is repeated; treated as the text alternative of the picture")


@dataclass(frozen=True)
class Note:
    """One line of the source with the code of what happened to it (a Furniture, Reason or Guess)."""

    code: TextChoices
    text: str

    @property
    def label(self):
        return self.code.label
