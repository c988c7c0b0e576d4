"""Plans: who may make them, and how one becomes the draft of an article."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from bilingual.languages import CHINESE, ENGLISH, LANGUAGES, column
from publishing.addresses.slugs import free_slug, slug_from
from publishing.drafts.saving import first_revision
from publishing.rights.permissions import can
from publishing.rights.scopes import is_inside

from .models import Plan


class CannotBegin(Exception):
    """A plan cannot become an article yet; ``str()`` says why to a person."""


def sees_plans(user) -> bool:
    return can(user, "view", Article)


def makes_plans(user, plan: Plan | None = None) -> bool:
    """Whether a person may plan: whoever may write articles, in the areas where that person does."""
    if not can(user, "add", Article):
        return False
    return plan is None or plan.column_id is None or is_inside(user, plan)


@transaction.atomic
def begin_article(plan: Plan, *, by) -> Article:
    """The draft of an article with the subject of a plan as its headline, in the column of the plan.

    Its words stand in the language of the subject; the plan keeps its day and leads to the draft from now on. Raises
    CannotBegin without a column.
    """
    if plan.column is None:
        raise CannotBegin(_("Choose a column first: every article belongs to one."))
    language = CHINESE if any("一" <= sign <= "鿿" for sign in plan.title) else ENGLISH
    words = {code: plan.title if code == language else None for code in LANGUAGES}
    article = Article(
        column=plan.column,
        original_language=language,
        owner=plan.owner or by,
        slug=free_slug(Article, slug_from(words[ENGLISH], words[CHINESE]) or f"plan-{plan.pk}"),
        **{column("headline", code): text for code, text in words.items()},
    )
    article.save()
    first_revision(article, by=by)
    plan.record = article
    plan.save(update_fields=["content_type", "object_id"])
    return article
