from __future__ import annotations

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article, Column
from bilingual.addresses import absolute
from enterprises.models import Enterprise
from figures.models import Figure
from inquiries.statistics import report
from investment.models import Event
from media_library.renditions import candidates
from pages.models import Page
from ui.head import Head, web_site

from .tasks import TASKS

HEADLINES = 4
PER_COLUMN = 3
ENTERPRISES = 6
EVENTS = 3
ARGUMENTS = 4


@require_safe
def home(request):
    newest = list(Article.objects.live().newest_first().for_cards()[: HEADLINES + 1])
    lead = Article.objects.live().filter(is_lead=True).newest_first().for_cards().first() or next(
        iter(newest), None
    )
    columns = list(Column.objects.exclude(display=Column.Display.SPECIALS))
    latest = Article.objects.latest_of(columns, PER_COLUMN + 1).for_cards()
    filed: dict[int, list[Article]] = {}
    for article in latest:
        if article != lead:
            filed.setdefault(article.column_id, []).append(article)
    context = {
        "lead": lead,
        "headlines": [article for article in newest if article != lead][:HEADLINES],
        "figures": Figure.objects.live()
        .filter(home_position__isnull=False)
        .select_related("source")
        .order_by("home_position"),
        "tasks": TASKS,
        "enterprises": Enterprise.objects.live().filter(is_featured=True).for_cards()[:ENTERPRISES],
        "events": Event.objects.live().upcoming().for_cards()[:EVENTS],
        "arguments": Page.objects.live().filter(parent__slug="why").select_related("image")[:ARGUMENTS],
        "desk_times": report(),
        "columns": [(column, filed[column.pk][:PER_COLUMN]) for column in columns if column.pk in filed],
        "head": Head(
            path=request.path,
            title=_("Liangjiang New Area: news, enterprises and investment"),
            image=absolute(candidates(lead.image, "lead").src) if lead and lead.image else "",
            structured=[web_site(_("Liangjiang New Area"))],
        ),
    }
    return render(request, "home/home.html", context)
