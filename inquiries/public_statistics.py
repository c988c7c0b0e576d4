"""The desk's real response times, for everybody to see."""

from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.breadcrumbs import desk_trail
from ui.head import Head
from workdays.office_hours import CLOSES, OPENS

from .statistics import SMALLEST, report


@require_safe
def response_times(request):
    title = _("Response times of the investment desk")
    shown = report()
    counted = [month.received or 0 for month in shown.months]
    context = {
        "report": shown,
        "most": max(counted, default=0),
        "smallest": SMALLEST,
        "opens": OPENS,
        "closes": CLOSES,
        "breadcrumbs": desk_trail((_("Leave a message"), reverse("inquiries:new")), (title, None)),
        "head": Head(
            path=request.path,
            title=title,
            description=_("How long the desk takes for a first reply and for an answer, month by month."),
        ),
    }
    return render(request, "inquiries/response_times.html", context)
