"""How tests of open data ask: as a program without cookies."""

import csv
import io
import json

import pytest


@pytest.fixture
def ask(client, db):
    """A function that asks the interface: ``ask("parks/?kind=zone")`` gives the answer as data."""

    def ask_one(address="", status=200, **headers):
        answer = client.get(f"/api/v1/{address}", **headers)
        assert answer.status_code == status, answer.content.decode()
        return json.loads(answer.content)

    return ask_one


@pytest.fixture
def ids(ask):
    """A function that gives the ids of a list: ``ids("parks/?kind=zone")``."""
    return lambda address: [record["id"] for record in ask(address)["data"]]


@pytest.fixture
def take(client, db):
    """A function that gives the text of a whole data set: ``take("parks", "csv")``."""

    def take_one(key, form="json", question=""):
        answer = client.get(f"/api/v1/files/{key}.{form}{question}")
        assert answer.status_code == 200, answer.content
        return b"".join(answer.streaming_content).decode("utf-8-sig")

    return take_one


@pytest.fixture
def rows(take):
    """A function that gives the rows of a CSV file as dictionaries."""
    return lambda key, question="": list(csv.DictReader(io.StringIO(take(key, "csv", question))))
