from __future__ import annotations

from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .head import Head
from .specimens import all_specimens

COLOURS = (
    "ink ink-soft paper mist surface line line-strong jialing jialing-deep jialing-tint yangtze yangtze-line "
    "yangtze-tint beam good good-tint warn warn-tint bad bad-tint deep"
).split()
SIZES = "4xl 3xl 2xl xl l text m s xs".split()


@require_safe
@staff_member_required
def styleguide(request):
    """Tokens, type in both scripts, and every component with awkward content. For staff."""
    context = {
        "specimens": all_specimens(),
        "colours": COLOURS,
        "sizes": SIZES,
        "head": Head(path=request.path, title=_("Style guide"), robots="noindex"),
    }
    return render(request, "styleguide/styleguide.html", context)
