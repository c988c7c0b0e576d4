"""What a page says of itself to browsers, search engines, other sites and the national site check."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.templatetags.static import static
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from bilingual.addresses import absolute, in_language
from bilingual.languages import ENGLISH, HTML_LANG, LANGUAGES, OG_LOCALE, active_language

#: Characters of a description, as the national page tags ask (``Description``).
DESCRIPTION_LENGTH = 120
SCHEMA = "https://schema.org"
#: What other sites show of a page that has no picture of its own.
SHARED_IMAGE = "img/share.png"


@dataclass
class Head:
    """``languages`` are those in which this page is public; ``path`` is its canonical address on this site."""

    path: str
    title: str = ""
    description: str = ""
    languages: list[str] = field(default_factory=lambda: list(LANGUAGES))
    image: str = ""
    image_alt: str = ""
    kind: str = "website"
    robots: str = ""
    #: National page tags: (name, content) pairs beside those of the site.
    tags: list[tuple[str, str]] = field(default_factory=list)
    #: Feeds of this page: (title, address) pairs.
    feeds: list[tuple[str, str]] = field(default_factory=list)
    structured: list[dict] = field(default_factory=list)

    @property
    def domain(self) -> str:
        """The site's own host name, never that of a request: a visitor can make that one up."""
        return urlsplit(absolute("/")).hostname

    @property
    def canonical(self) -> str:
        return absolute(self.path)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """(hreflang, address) pairs, only when the page is public in both languages."""
        if len(self.languages) < 2:
            return []
        pairs = [(HTML_LANG[code], absolute(in_language(self.path, code))) for code in LANGUAGES]
        return [*pairs, ("x-default", absolute(in_language(self.path, ENGLISH)))]

    @property
    def summary(self) -> str:
        """The description in plain text, at a length that search engines show."""
        return Truncator(strip_tags(self.description).strip()).chars(DESCRIPTION_LENGTH)

    @property
    def og(self) -> list[tuple[str, str]]:
        language = active_language()
        pairs = [
            ("og:type", self.kind),
            ("og:title", self.title),
            ("og:description", self.summary),
            ("og:url", self.canonical),
            ("og:locale", OG_LOCALE[language]),
            ("og:image", self.image or absolute(static(SHARED_IMAGE))),
            ("og:image:alt", self.image_alt),
        ]
        pairs += [("og:locale:alternate", OG_LOCALE[code]) for code in self.languages if code != language]
        return [(name, content) for name, content in pairs if content]

    @property
    def json_ld(self) -> SafeString | str:
        """The structured data as the text of a script element; nothing in it can end that element."""
        if not self.structured:
            return ""
        data = self.structured[0] if len(self.structured) == 1 else self.structured
        text = json.dumps(data, ensure_ascii=False)
        for character in "<>&":
            text = text.replace(character, f"\\u{ord(character):04x}")
        return mark_safe(text)


def page_head(path: str, title: str, description: str, breadcrumbs, *structured: dict, **more) -> Head:
    """The head of a page with breadcrumbs, such as a list. ``structured`` are data of schema.org, of which empty ones
    are left out; ``more`` are other values of a head, such as ``feeds``."""
    data = [*(each for each in structured if each), breadcrumb_list(breadcrumbs)]
    return Head(path=path, title=title, description=description, structured=data, **more)


def schema(kind: str, **properties) -> dict:
    """The data of a page as a schema.org type; properties without a value are left out."""
    known = {name: value for name, value in properties.items() if value}
    return {"@context": SCHEMA, "@type": kind, **known}


def web_site(name: str) -> dict:
    """schema.org WebSite of the home page in the active language, with the body that publishes it."""
    language = active_language()
    home = absolute(in_language("/en/", language))
    publisher = {"@type": "Organization", "name": name, "url": home}
    publisher["logo"] = absolute(static("img/apple-touch-icon.png"))
    return schema("WebSite", name=name, url=home, inLanguage=HTML_LANG[language], publisher=publisher)


def breadcrumb_list(crumbs) -> dict:
    """schema.org BreadcrumbList of ``ui.breadcrumbs`` crumbs."""
    return {
        "@context": SCHEMA,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": str(crumb.label)}
            | ({"item": absolute(crumb.url)} if crumb.url else {})
            for place, crumb in enumerate(crumbs, 1)
        ],
    }
