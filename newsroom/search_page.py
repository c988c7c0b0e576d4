"""The page of the newsroom's search."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from search_index.reading import clean
from ui.pagination import paginate

from .searching import MOST, hits, kinds_for, search

PER_PAGE = 20


def may_search(user) -> bool:
    return bool(kinds_for(user))


@require_safe
def search_page(request):
    """``q`` are the words, ``kind`` the key of a kind of record; a kind that is unknown, or may not be seen, is left
    out and named."""
    seen = {kind.key: kind for kind in kinds_for(request.user)}
    if not seen:
        raise PermissionDenied
    text, kind = clean(request.GET.get("q", "")), request.GET.get("kind", "")
    ignored = (
        "" if kind in ("", *seen) else _("“%(value)s” is not a filter here.") % {"value": clean(kind)[:40]}
    )
    found = search(request.user, text, "" if ignored else kind)
    page = paginate(request, found.keys, per_page=PER_PAGE, total=len(found.keys))
    context = {
        **admin.site.each_context(request),
        "title": _("Search the newsroom"),
        "asked": text,
        "ignored": ignored,
        "count": _count(len(found.keys)),
        "page": page,
        "hits": hits(found, page.items),
        "choices": _choices(found, seen, text, kind),
    }
    return TemplateResponse(request, "admin/newsroom/search.html", context)


def _count(number: int) -> str:
    if number >= MOST:
        return _("%(number)s records or more") % {"number": number}
    return ngettext("%(number)s record", "%(number)s records", number) % {"number": number}


def _choices(found, seen, text: str, chosen: str) -> list[dict]:
    """Every kind among what was found, the most frequent first."""
    address = reverse("admin:search")
    return [
        {
            "label": capfirst(seen[key].model._meta.verbose_name_plural),
            "count": number,
            "is_chosen": key == chosen,
            "url": f"{address}?{urlencode({'q': text} | ({} if key == chosen else {'kind': key}))}",
        }
        for key, number in found.kinds.most_common()
    ]
