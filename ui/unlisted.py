"""Pages whose address, or whose words, are a secret between the site and one reader."""

from __future__ import annotations

from django.http import HttpResponse


def unlisted(response: HttpResponse) -> HttpResponse:
    """The answer, kept out of indexes, with its address kept from other sites."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    # With no-referrer a form of the page would have no origin to show, and be refused.
    response["Referrer-Policy"] = "same-origin"
    return response
