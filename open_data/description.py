"""The OpenAPI 3.1 description, made of the declarations of the resources, in the active language."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from . import problems, schemas
from .asking import CURSOR, LIMIT, MOST, USUAL
from .cursors import LONGEST
from .fields import SOURCE_FIELDS, object_schema
from .filters import MOST_VALUES, Filter
from .front_door import page_address
from .problems import KINDS
from .resource import COMMON, Resource, title_of
from .resources import RESOURCES

#: Of the interface; a field is only ever added. A change that would break a program gets a new address.
VERSION = "1.0.0"


def describe() -> dict:
    paths = {"/": {"get": _front_operation()}}
    for resource in RESOURCES.values():
        paths[f"/{resource.key}/"] = {"get": _list_operation(resource)}
        paths[f"/{resource.key}/{{id}}/"] = {"get": _record_operation(resource)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Open data of Liangjiang New Area"),
            "version": VERSION,
            "description": _(
                "Read-only and free to use, with no key needed. Every response contains what is public "
                "at that time, in both languages, and never drafts or personal data."
            ),
            "license": {"name": _("Open data terms"), "url": page_address("licence/")},
        },
        "externalDocs": {"url": page_address("reference/")},
        "servers": [{"url": settings.SITE_URL.rstrip("/") + "/api/v1"}],
        "tags": [{"name": one.key, "description": str(one.summary)} for one in RESOURCES.values()],
        "paths": paths,
        "components": {
            "schemas": _schemas(),
            "parameters": {LIMIT: _limit(), CURSOR: _cursor()},
            "responses": {_name(kind): _problem(kind) for kind in KINDS} | {"NotModified": _not_modified()},
        },
    }


def _schemas() -> dict:
    named = {
        "Words": schemas.by_language(schemas.STRING)
        | {"description": _("Text in each language in which it is public")},
        "Pages": schemas.by_language(schemas.URI),
        "Moments": schemas.by_language(schemas.MOMENT),
        "Reference": schemas.obj(
            {"id": schemas.SLUG_SCHEMA, "name": schemas.ref("Words"), "page": schemas.ref("Pages")}
        ),
        "Source": object_schema(SOURCE_FIELDS),
        "Problem": problems.schema(),
    }
    return named | {one.schema_name: one.schema for one in RESOURCES.values()}


def _front_operation() -> dict:
    return {
        "operationId": "front",
        "summary": _("All data sets"),
        "parameters": [_parameter(COMMON[0])],
        "responses": _responses({"type": "object"}, _("The data sets with their addresses"), "question"),
    }


def _list_operation(resource: Resource) -> dict:
    page = schemas.obj(
        {
            "data": schemas.listed(schemas.ref(resource.schema_name)),
            "next": schemas.or_null(schemas.URI),
        }
    )
    return {
        "operationId": f"list{resource.schema_name}",
        "tags": [resource.key],
        "summary": title_of(resource),
        "description": str(resource.summary),
        "parameters": [
            *(_parameter(each) for each in resource.filters),
            {"$ref": f"#/components/parameters/{LIMIT}"},
            {"$ref": f"#/components/parameters/{CURSOR}"},
        ],
        "responses": _responses(page, title_of(resource), "question"),
    }


def _record_operation(resource: Resource) -> dict:
    key = next(field for field in resource.fields if field.name == "id")
    path = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": key.schema,
        "description": str(key.meaning),
    }
    return {
        "operationId": f"get{resource.schema_name}",
        "tags": [resource.key],
        "summary": _("One record"),
        "parameters": [path, _parameter(COMMON[0])],
        "responses": _responses(schemas.ref(resource.schema_name), _("One record"), "question", "not-found"),
    }


def _parameter(each: Filter) -> dict:
    schema = each.schema
    if each.is_many:
        schema = {**schemas.listed(schema), "maxItems": MOST_VALUES}
    return {
        "name": each.name,
        "in": "query",
        "description": str(each.meaning),
        "schema": schema,
        **({"style": "form", "explode": True} if each.is_many else {}),
    }


def _limit() -> dict:
    return {
        "name": LIMIT,
        "in": "query",
        "description": _("Records per page"),
        "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    }


def _cursor() -> dict:
    return {
        "name": CURSOR,
        "in": "query",
        "description": _("Taken from `next` on the previous page, unchanged, with the same parameters"),
        "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST},
    }


def _responses(schema: dict, meaning: str, *kinds: str) -> dict:
    tag = {
        "description": _("Changes with the response; send it back as If-None-Match"),
        "schema": schemas.STRING,
    }
    found = {
        "200": {
            "description": meaning,
            "headers": {"ETag": tag},
            "content": {"application/json": {"schema": schema}},
        },
        "304": {"$ref": "#/components/responses/NotModified"},
    }
    for kind in (*kinds, "method", "too-many", "busy"):
        found[str(KINDS[kind][0])] = {"$ref": f"#/components/responses/{_name(kind)}"}
    # The web server says this itself, before anything of ours reads the address.
    found["414"] = {"description": _("The address is too long")}
    return found


def _problem(kind: str) -> dict:
    return {
        "description": str(KINDS[kind][1]),
        "content": {problems.CONTENT_TYPE: {"schema": schemas.ref("Problem")}},
    }


def _not_modified() -> dict:
    return {"description": _("You already have this response")}


def _name(kind: str) -> str:
    return "".join(part.capitalize() for part in kind.split("-"))
