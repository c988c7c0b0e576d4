"""The interface: its front door, a list, one record, the description, and what is not there."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from bilingual.addresses import absolute

from ..asking import read_question
from ..cursors import WrongCursor, behind, cursor_after
from ..description import describe
from ..endpoint import endpoint, json_answer
from ..front_door import front_door
from ..problems import Problem, not_found
from ..resource import LANGUAGE_ONLY, Resource
from ..resources import RESOURCES


@endpoint
def index(request):
    read_question(LANGUAGE_ONLY, request.GET)
    return json_answer(request, front_door())


@endpoint
def openapi(request):
    read_question(LANGUAGE_ONLY, request.GET)
    return json_answer(request, describe())


@endpoint
def records(request, key: str):
    resource = found(key)
    question = read_question(resource.filters, request.GET, is_paged=True)
    rows, name = resource.rows(question.asked), f"{resource.key}?{question.name}"
    if question.cursor:
        try:
            rows = rows.filter(behind(question.cursor, resource.order, resource.model, name))
        except WrongCursor as error:
            detail = _(
                "Use the value of “next” from the previous page, unchanged and with the same parameters, "
                "or start again."
            )
            raise Problem("cursor", detail) from error
    page = list(rows[: question.limit + 1])
    shown, following = page[: question.limit], None
    if len(page) > question.limit:
        cursor = cursor_after(shown[-1], resource.order, name)
        following = absolute(f"/api/v1/{resource.key}/{question.address(cursor)}")
    at = question.asked.at
    response = json_answer(
        request, {"data": [resource.read(record, at) for record in shown], "next": following}
    )
    if following:
        response["Link"] = f'<{following}>; rel="next"'
    return response


@endpoint
def one_record(request, key: str, id: str):
    resource = found(key)
    asked = read_question(LANGUAGE_ONLY, request.GET).asked
    one = resource.rows(asked).filter(**{resource.lookup: _key(resource, id)}).first()
    if one is None:
        raise not_found()
    return json_answer(request, resource.read(one, asked.at))


@endpoint
def missing(request):
    raise not_found()


def found(key: str) -> Resource:
    if key not in RESOURCES:
        raise not_found()
    return RESOURCES[key]


def _key(resource: Resource, id: str) -> str | UUID:
    """What finds the record. Raises Problem for what no key looks like."""
    if resource.lookup != "pk":
        return id
    try:
        return UUID(id)
    except ValueError as error:
        raise not_found() from error
