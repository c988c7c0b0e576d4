from __future__ import annotations

from django.utils import timezone

from .. import catalogue
from ..endpoint import endpoint, json_answer


@endpoint
def dcat(request):
    return json_answer(request, catalogue.dcat(timezone.now()), "application/ld+json")
