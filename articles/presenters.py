"""What the pages of news show and say of themselves."""

from __future__ import annotations

import re
from datetime import UTC
from html import unescape

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language
from bilingual.moments import iso_day
from media_library.models import Image
from media_library.sharing import share_address
from prose.rendering import render_prose
from ui.breadcrumbs import trail
from ui.head import Head, breadcrumb_list
from ui.pagination import Page, paginate

from .models import Article, Column, Special
from .paging import month_counts


def column_tags(column: Column) -> list[tuple[str, str]]:
    """National page tags of a column page, in its language."""
    return [
        ("ColumnName", column.name or ""),
        ("ColumnDescription", column.description or ""),
        ("ColumnKeywords", column.keywords or ""),
        ("ColumnType", column.get_column_type_display()),
    ]


def list_head(
    request, breadcrumbs, column: Column | None = None, *, title: str = "", page: Page | None = None
) -> Head:
    title = title or (column.name if column else pgettext("section", "News"))
    address = request.path + (page.address(page.number) if page and page.number > 1 else "")
    feed = reverse("articles:column_feed", args=[column.slug]) if column else reverse("articles:feed")
    return Head(
        path=address,
        title=title,
        description=(column.description if column else "") or "",
        tags=column_tags(column) if column else [],
        feeds=[(title, feed)],
        structured=[breadcrumb_list(breadcrumbs)],
    )


def collection_head(record, breadcrumbs, title: str, description: str, image: Image | None = None) -> Head:
    return Head(
        path=record.get_absolute_url(),
        title=title,
        description=description or "",
        languages=record.live_languages(),
        image=share_address(image),
        structured=[breadcrumb_list(breadcrumbs)],
    )


def month_page(request, articles, month: int) -> Page:
    return paginate(request, articles, total=dict(month_counts()).get(month, 0))


def special_sections(special: Special) -> list:
    """The sections of a topic page with their live articles; empty sections are left out."""
    live = Article.objects.live().newest_first().for_cards()
    sections = special.sections.prefetch_related(Prefetch("articles", live, to_attr="live_articles"))
    return [section for section in sections if section.live_articles]


def standfirst(article: Article, body: str) -> str:
    """The summary as it stands above the text; empty when the first paragraph of `body` begins with its words.

    Drafts made by an import take their summary from the lead, and nobody wants to read it twice.
    """
    summary = article.summary or ""
    first = re.search(r"<p>(.*?)</p>", body, re.DOTALL)
    begins = unescape(strip_tags(first[1])).strip() if first else ""
    return "" if begins.startswith(summary.rstrip("…").strip()) else summary


def article_context(article: Article, *, related: list[Article]) -> dict:
    """Everything that the article page shows."""
    column = article.column
    breadcrumbs = trail(
        (_("News"), reverse("articles:news")),
        (column.name, column.get_absolute_url()),
        (article.short_headline, None),
    )
    body = render_prose(article.body)
    head = article_head(article)
    head.structured = [news_article(article), breadcrumb_list(breadcrumbs)]
    return {
        "article": article,
        "standfirst": standfirst(article, body),
        "body": body,
        "about_enterprises": article.enterprises.live().for_cards(),
        "about_parks": article.parks.live().select_related("image"),
        "about_events": article.events.live().select_related("image"),
        "about_projects": article.projects.live(),
        "series_parts": (
            article.series.articles.live().order_by("series_part").for_cards()
            if article.series_id and article.series.is_live()
            else []
        ),
        "related": related,
        "breadcrumbs": breadcrumbs,
        "head": head,
    }


def article_head(article: Article) -> Head:
    bylines = [byline.author.name for byline in article.bylines.all() if byline.author.name]
    source = article.source.name if article.source else ""
    tags = [
        ("ColumnName", article.column.name),
        ("ArticleTitle", article.headline),
        ("PubDate", timezone.localtime(article.dated_at).strftime("%Y-%m-%d %H:%M")),
        ("ContentSource", source),
        ("Keywords", article.keywords),
        ("Author", "; ".join(bylines)),
        ("Description", article.summary),
        ("Image", share_address(article.image)),
        ("Url", absolute(article.get_absolute_url())),
    ]
    return Head(
        path=article.get_absolute_url(),
        title=article.headline,
        description=article.summary,
        languages=article.live_languages(),
        image=share_address(article.image),
        image_alt=(article.image.alt or "") if article.image else "",
        kind="article",
        tags=[(name, content) for name, content in tags if content],
    )


def news_article(article: Article) -> dict:
    """schema.org NewsArticle."""
    data = {
        "@context": "https://schema.org",
        "@type": "VideoObject" if article.kind == Article.Kind.VIDEO else "NewsArticle",
        "headline": article.headline,
        "description": article.summary,
        "inLanguage": HTML_LANG[active_language()],
        "datePublished": article.dated_at.astimezone(UTC).isoformat(timespec="seconds"),
        "mainEntityOfPage": absolute(article.get_absolute_url()),
        "articleSection": article.column.name,
        "author": [{"@type": "Person", "name": byline.author.name} for byline in article.bylines.all()],
    }
    if article.updated_on:
        data["dateModified"] = iso_day(article.updated_on)
    if article.image:
        data["image"] = [share_address(article.image)]
    if article.kind == Article.Kind.VIDEO:
        data |= {
            "name": article.headline,
            "uploadDate": data["datePublished"],
            "thumbnailUrl": data.get("image", []),
        }
    return {key: value for key, value in data.items() if value}
