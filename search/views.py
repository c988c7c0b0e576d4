from __future__ import annotations

from django.core.cache import cache
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Column
from bilingual.addresses import in_language
from bilingual.languages import HTML_LANG, active_language, column, other_language
from search_index.documents import KINDS
from search_index.finding import Answer, find
from search_index.reading import clean
from search_index.suggesting import suggest
from ui.breadcrumbs import trail
from ui.head import Head
from ui.pagination import paginate

from .asked import NEWEST, Asked
from .misses import remember
from .results import PER_PAGE, chosen_filters, count_in_words, kind_choices, results, section_choices


@require_safe
def search(request):
    sections = _sections(active_language())
    asked = Asked.from_query(request.GET, sections)
    answer = find(asked.text, active_language(), asked.filters)
    if asked.text and not answer.keys and not asked.is_narrowed:
        remember(asked.text, active_language())
    page = paginate(request, answer.keys, per_page=PER_PAGE, total=answer.count)
    title = _("Search")
    context = {
        "asked": asked,
        "answer": answer,
        "count": count_in_words(answer),
        "page": page,
        "results": results(page.items, answer) if page.items else [],
        "kinds": kind_choices(asked, answer),
        "sections": section_choices(asked, answer, sections),
        "chosen": chosen_filters(asked, sections),
        "widened": asked.address(kind="", section="", since="", until=""),
        "addresses": {"best": asked.address(sort=""), "newest": asked.address(sort=NEWEST)},
        "other_lang": HTML_LANG[other_language(active_language())],
        "elsewhere": _elsewhere(request, asked, answer),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title, robots="noindex"),
    }
    return render(request, "search/results.html", context)


def _sections(language: str) -> dict[str, str]:
    """The names of the columns by their slugs, a minute old at most."""
    return cache.get_or_set(
        f"search-sections-{language}",
        lambda: dict(Column.objects.values_list("slug", column("name", language))),
        60,
    )


def _elsewhere(request, asked: Asked, answer: Answer) -> str:
    """The same search in the other language; "" when it finds nothing there."""
    path = in_language(request.path, other_language(active_language()))
    return path + asked.address(section="") if answer.elsewhere else ""


@require_safe
def suggestions(request):
    """Names that begin with ``q``, as JSON: ``[{"title", "name", "kind", "address"}]``."""
    labels = {kind.key: str(kind.label) for kind in KINDS.values()}
    found = [
        {"title": one.title, "name": one.name, "kind": labels[one.kind], "address": one.address}
        for one in suggest(clean(request.GET.get("q", "")), active_language())
        if one.kind in labels
    ]
    return JsonResponse(found, safe=False, json_dumps_params={"ensure_ascii": False})
