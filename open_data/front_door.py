"""What ``/api/v1/`` answers: all data sets with their addresses, named in both languages."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, LANGUAGES, active_language

from .resource import Resource, title_of
from .resources import RESOURCES

API = "/api/v1/"
TITLE = _("Open data of Liangjiang New Area")
FORMATS = ("csv", "json")


def said(promise: str | Promise) -> dict[str, str]:
    """Words of the code in each language."""
    found = {}
    for code in LANGUAGES:
        with override(code):
            found[HTML_LANG[code]] = str(promise)
    return found


def titled(resource: Resource) -> dict[str, str]:
    found = {}
    for code in LANGUAGES:
        with override(code):
            found[HTML_LANG[code]] = title_of(resource)
    return found


def pages(name: str = "") -> dict[str, str]:
    """The addresses of a page about open data in each language."""
    return {HTML_LANG[code]: absolute(f"/{code}/open-data/{name}") for code in LANGUAGES}


def page_address(name: str = "") -> str:
    """The address of such a page in the active language."""
    return absolute(f"/{active_language()}/open-data/{name}")


def list_address(resource: Resource) -> str:
    return absolute(f"{API}{resource.key}/")


def file_address(resource: Resource, form: str) -> str:
    return absolute(f"{API}files/{resource.key}.{form}")


def front_door() -> dict:
    return {
        "title": said(TITLE),
        "documentation": pages("reference/"),
        "licence": pages("licence/"),
        "openapi": absolute(f"{API}openapi.json"),
        "catalogue": absolute(f"{API}catalogue.jsonld"),
        "datasets": [
            {
                "id": resource.key,
                "title": titled(resource),
                "summary": said(resource.summary),
                "page": pages(f"{resource.key}/"),
                "list": list_address(resource),
                "files": {form: file_address(resource, form) for form in FORMATS},
            }
            for resource in RESOURCES.values()
        ],
    }
