"""The page of a policy over a working copy."""

from __future__ import annotations

from django.shortcuts import render

from publishing.preview.previewing import narrow, previews

from .models import Policy
from .views.pages import policy_context


@previews(Policy)
def policy(request, record):
    narrow(record, "industries")
    return render(request, "policies/policy.html", policy_context(record))
