"""The shortlist as a page: what is on it, what may be added, and what can be made of it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from bilingual.addresses import absolute
from bilingual.languages import joined_sentences
from enterprises.presenters.comparison import MOST as MOST_COMPARED
from ui.breadcrumbs import desk_trail
from ui.head import Head

from ..offers import by_name, going_with
from ..shortlist import MOST, Shortlist


@require_safe
@ensure_csrf_cookie
def shortlist(request):
    return shortlist_page(request, Shortlist.read(request.GET.getlist("items")), request.GET.get("q", ""))


def shortlist_page(request, shortlist: Shortlist, asked: str = "", notice: str = "", status: int = 200):
    path = reverse("dossiers:shortlist")
    text, offers = by_name(asked, shortlist) if asked and not shortlist.is_full else ("", [])
    suggested = going_with(shortlist) if shortlist.found and not asked and not shortlist.is_full else []
    breadcrumbs = desk_trail((_("Shortlist"), None))
    number = len(shortlist.found)
    context = {
        "shortlist": shortlist,
        "groups": [
            (label, [(one, _address(path, rest)) for one, rest in rows]) for label, rows in shortlist.groups()
        ],
        "count": ngettext("%(number)s record", "%(number)s records", number) % {"number": number},
        "most": MOST,
        "comparisons": _comparisons(shortlist),
        "found_by": text,
        "asked": asked,
        "offers": [(one, _address(path, shortlist.with_one(one.item))) for one in offers],
        "suggested": [(one, _address(path, shortlist.with_one(one.item))) for one in suggested],
        "address": absolute(_address(path, shortlist.items)),
        "ignored": joined_sentences(shortlist.ignored),
        "notice": notice,
        "breadcrumbs": breadcrumbs,
        "head": Head(
            path=_address(path, shortlist.items),
            title=_("Shortlist"),
            description=_(
                "The records you compare and keep, as a list of your own and as a dated, sourced dossier."
            ),
            robots="noindex" if shortlist.asked else "",
        ),
    }
    return render(request, "dossiers/shortlist.html", context, status=status)


def _address(path: str, items: str) -> str:
    return f"{path}?{urlencode({'items': items}, safe=':,')}" if items else path


def _comparisons(shortlist: Shortlist) -> list[tuple[str, str]]:
    """(words, address) of what can be put side by side."""
    kinds = [
        ("enterprise", _("Compare the enterprises"), "enterprises:compare"),
        ("park", _("Compare the parks"), "enterprises:compare_parks"),
    ]
    chosen = [(words, route, shortlist.slugs(kind)[:MOST_COMPARED]) for kind, words, route in kinds]
    return [
        (words, f"{reverse(route)}?ids={','.join(slugs)}") for words, route, slugs in chosen if len(slugs) > 1
    ]
