"""The doors of the site: language choice at the root, cookie choice, robots."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from bilingual.addresses import absolute, in_language
from bilingual.languages import LANGUAGES, active_language

COOKIE_CHOICE = "cookie_choice"
CHOICE_AGE = 180 * 24 * 3600


@require_safe
def choose_language(request):
    """The home page in the language of the visitor's cookie, else of the browser (LocaleMiddleware has chosen)."""
    with override(active_language()):
        response = redirect(reverse("home:home"))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    response["Cache-Control"] = "private, max-age=0"
    return response


@csrf_exempt
@require_POST
def cookies(request):
    """Remember what a visitor says about cookies. Refusing also removes what had been set for comfort.

    Exempt from the token, which would tie every page to one visitor's cookie and keep it out of caches; a forged
    request could do no more than choose for a visitor, who can choose again at the foot of every page.
    """
    choice = "agree" if request.POST.get("choice") == "agree" else "refuse"
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = redirect(urlsplit(back)._replace(scheme="", netloc="").geturl())
    response.set_cookie(COOKIE_CHOICE, choice, max_age=CHOICE_AGE, samesite="Lax", secure=request.is_secure())
    if choice == "refuse":
        for name in ("theme", "django_language"):
            response.delete_cookie(name, samesite="Lax")
    return response


@require_safe
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        *(f"Disallow: {in_language('/en/search/', language)}" for language in LANGUAGES),
        f"Sitemap: {absolute('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@cache_control(public=True, max_age=24 * 3600)
@require_safe
def favicon(request):
    """Where browsers look on pages that do not name an icon, such as a picture opened by itself."""
    return redirect(static("img/favicon.svg"))
