"""An article of its own for a test that changes one: live in both languages, its translation up to date."""

from __future__ import annotations

from dataclasses import dataclass

from tests.services.portal import Portal

CHINESE = (
    "<p>两江新区的一条装配线本周完成了改造。</p><p>改造后每天可装配320台电机。</p><p>工厂欢迎参观者预约。</p>"
)
ENGLISH = (
    "<p>An assembly line in the Liangjiang New Area was rebuilt this week.</p>"
    "<p>It can now assemble 320 motors a day.</p><p>The works welcomes visitors by appointment.</p>"
)
MAKE = """
from django.contrib.auth import get_user_model
from articles.models import Article, Column
from publishing.publication.actions import publish
from translation_desk.places import places
from translation_desk.stamping import accept
from translation_desk.versions import newest
by = get_user_model().objects.get(username="publisher")
article = Article(slug={slug!r}, column=Column.objects.get(slug="business"), original_language="zh-hans",
    headline_en="A line that was rebuilt in a week", headline_zh_hans="一周改造一条生产线",
    summary_en="The works has a new assembly line.", summary_zh_hans="工厂有了新的装配线。",
    body_en={english!r}, body_zh_hans={chinese!r})
article.full_clean()
article.save()
for language in ("zh-hans", "en"):
    publish(article, language=language, by=by)
for place in places(Article, newest(article).snapshot).values():
    if all(place.texts.values()):
        accept(article, place, "en", by=by)
print(article.pk)
"""


@dataclass(frozen=True)
class Story:
    """The addresses of an article under ``/admin/`` and for readers."""

    pk: str
    slug: str

    def page(self, name: str = "change") -> str:
        """A page of the newsroom about the article: ``change``, ``translation``, ``preview``, ``versions`` …"""
        return f"/admin/articles/article/{self.pk}/{name}/"


def publish_story(portal: Portal, slug: str) -> Story:
    """Make a new article and publish both editions; its original is the Chinese one."""
    code = MAKE.format(slug=slug, english=ENGLISH, chinese=CHINESE)
    return Story(portal.manage("shell", "--verbosity=0", "-c", code).split()[-1], slug)
