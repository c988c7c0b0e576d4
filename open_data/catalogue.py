"""The catalogue for harvesters and search engines: schema.org in the pages, DCAT at an address of its own."""

from __future__ import annotations

from datetime import datetime

from django.db.models import CharField, Count, Max, Value
from django.utils.translation import gettext_lazy as _

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, LANGUAGES, active_language

from .dumps import FORMATS
from .front_door import API, TITLE, file_address, page_address, pages, said, titled
from .public import plain
from .resource import Resource, title_of
from .resources import RESOURCES

PUBLISHER = _("Liangjiang New Area")
SUMMARY = _(
    "What this site publishes about enterprises, parks, projects and policies, as data with dates and sources."
)


def extents(at: datetime) -> dict[str, tuple[int, datetime | None]]:
    """(number of public records, last change) by key of the data set, in one query."""
    parts = [
        resource.bare(at)
        .order_by()
        .values(counted_kind=Value(resource.key, CharField()))
        .annotate(counted_rows=Count("pk", distinct=True), counted_last=Max(resource.changed))
        .values_list("counted_kind", "counted_rows", "counted_last")
        for resource in RESOURCES.values()
    ]
    counted = {key: (number, last) for key, number, last in parts[0].union(*parts[1:], all=True)}
    return {key: counted.get(key, (0, None)) for key in RESOURCES}


def data_catalog(counts: dict[str, tuple[int, datetime | None]]) -> dict:
    """schema.org DataCatalog in the active language; ``counts`` as ``extents`` gives them."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": str(TITLE),
        "description": str(SUMMARY),
        "url": page_address(),
        "inLanguage": [HTML_LANG[code] for code in LANGUAGES],
        "license": page_address("licence/"),
        "publisher": _organisation(),
        "dataset": [_dataset(resource, counts[resource.key][1]) for resource in RESOURCES.values()],
    }


def dataset(resource: Resource, changed_at: datetime | None) -> dict:
    """schema.org Dataset in the active language."""
    catalog = {"@type": "DataCatalog", "name": str(TITLE), "url": page_address()}
    return {
        "@context": "https://schema.org",
        **_dataset(resource, changed_at),
        "includedInDataCatalog": catalog,
    }


def _dataset(resource: Resource, changed_at: datetime | None) -> dict:
    data = {
        "@type": "Dataset",
        "name": title_of(resource),
        "description": str(resource.summary),
        "url": page_address(f"{resource.key}/"),
        "identifier": resource.key,
        "inLanguage": [HTML_LANG[code] for code in LANGUAGES],
        "license": page_address("licence/"),
        "isAccessibleForFree": True,
        "creator": _organisation(),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": content_type.partition(";")[0],
                "contentUrl": file_address(resource, form),
            }
            for form, (content_type, _write) in FORMATS.items()
        ],
    }
    return data | ({"dateModified": plain(changed_at)} if changed_at else {})


def _organisation() -> dict:
    return {
        "@type": "GovernmentOrganization",
        "name": str(PUBLISHER),
        "url": absolute(f"/{active_language()}/"),
    }


def dcat(at: datetime) -> dict:
    """The catalogue in DCAT 3, in both languages at once."""
    counts = extents(at)
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": absolute(f"{API}catalogue.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": _tagged(said(TITLE)),
        "dct:description": _tagged(said(SUMMARY)),
        "dct:language": [HTML_LANG[code] for code in LANGUAGES],
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": _tagged(said(PUBLISHER))},
        "dct:license": _links(pages("licence/")),
        "foaf:homepage": _links(pages()),
        "dcat:service": {
            "@type": "dcat:DataService",
            "@id": absolute(API),
            "dct:title": _tagged(said(TITLE)),
            "dcat:endpointURL": {"@id": absolute(API)},
            "dcat:endpointDescription": {"@id": absolute(f"{API}openapi.json")},
        },
        "dcat:dataset": [_dcat_dataset(one, counts[one.key][1]) for one in RESOURCES.values()],
    }


def _dcat_dataset(resource: Resource, changed_at: datetime | None) -> dict:
    data = {
        "@id": absolute(f"{API}{resource.key}/"),
        "@type": "dcat:Dataset",
        "dct:identifier": resource.key,
        "dct:title": _tagged(titled(resource)),
        "dct:description": _tagged(said(resource.summary)),
        "dct:language": [HTML_LANG[code] for code in LANGUAGES],
        "dcat:landingPage": _links(pages(f"{resource.key}/")),
        "dct:license": _links(pages("licence/")),
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "@id": file_address(resource, form),
                "dcat:downloadURL": {"@id": file_address(resource, form)},
                "dcat:mediaType": content_type.partition(";")[0],
                "dct:license": _links(pages("licence/")),
            }
            for form, (content_type, _write) in FORMATS.items()
        ],
    }
    if changed_at:
        data["dct:modified"] = {"@type": "xsd:dateTime", "@value": plain(changed_at)}
    return data


def _tagged(words: dict[str, str]) -> list[dict]:
    return [{"@language": code, "@value": text} for code, text in words.items()]


def _links(addresses: dict[str, str]) -> list[dict]:
    return [{"@id": address} for address in addresses.values()]
