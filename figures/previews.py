"""The page of a common indicator over a working copy."""

from __future__ import annotations

from django.shortcuts import render

from publishing.preview.previewing import previews

from .models import Indicator
from .views import indicator_context


@previews(Indicator)
def indicator(request, record):
    return render(request, "figures/indicator.html", indicator_context(record))
