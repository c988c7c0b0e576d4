from __future__ import annotations

from django.utils import timezone

from .. import catalogue
from ..asking import read_question
from ..endpoint import endpoint, json_answer
from ..resource import LANGUAGE_ONLY


@endpoint
def dcat(request):
    read_question(LANGUAGE_ONLY, request.GET)
    return json_answer(request, catalogue.dcat(timezone.now()), "application/ld+json")
