"""The description tells the truth: every record fits its schema, on the demo content and under a fuzzer."""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import jsonschema_rs
import pytest
from django.conf import settings

from open_data.resources import RESOURCES
from tests.open_data.makers import MAKERS
from tests.services.portal import running_portal

#: Seconds of a processor that the fuzzer may take, whatever else the machine is doing.
BOUND = 30


@pytest.fixture(scope="module")
def open_portal(shared, tmp_path_factory):
    """A portal with the demo content that lets the fuzzer ask as often as it likes."""
    before = os.environ.get("OPEN_DATA_PER_MINUTE")
    os.environ["OPEN_DATA_PER_MINUTE"] = "1000000"
    try:
        with running_portal(shared, tmp_path_factory.mktemp("open-data")) as portal:
            yield portal
    finally:
        del os.environ["OPEN_DATA_PER_MINUTE"]
        if before is not None:
            os.environ["OPEN_DATA_PER_MINUTE"] = before


def fetched(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


def validator(description, name):
    """Strict about formats. The schema of one resource with all that it refers to."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": description["components"]}
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def test_the_description_is_valid_openapi_and_names_every_address(ask, db):
    description = ask("openapi.json")
    assert description["openapi"] == "3.1.0"
    assert set(description["paths"]) == {"/"} | {
        path for key in RESOURCES for path in (f"/{key}/", f"/{key}/{{id}}/")
    }
    operations = [one["get"]["operationId"] for one in description["paths"].values()]
    assert len(operations) == len(set(operations))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_description_speaks_the_language_that_is_asked_for(ask, db, language):
    description = ask(f"openapi.json?language={language}")
    fields = description["components"]["schemas"]["Enterprise"]["properties"]
    assert all(field["description"] for field in fields.values())
    assert f"/{language}/open-data/licence/" in description["info"]["license"]["url"]


@pytest.mark.parametrize("key", list(MAKERS))
def test_a_bare_record_fits_its_schema(ask, key):
    MAKERS[key][0](languages=["en"])
    (record,) = ask(f"{key}/")["data"]
    validator(ask("openapi.json"), RESOURCES[key].schema_name).validate(record)


def test_every_record_of_the_demo_fits_its_schema(open_portal):
    api = f"{open_portal.url}/api/v1"
    description = fetched(f"{api}/openapi.json")
    checked = 0
    for key, resource in RESOURCES.items():
        fits = validator(description, resource.schema_name)
        records = fetched(f"{api}/files/{key}.json")["data"]
        assert records, f"the demo has no {key}"
        for record in records:
            fits.validate(record)
            checked += 1
        assert fetched(f"{api}/{key}/{records[0]['id']}/") == records[0]
    assert checked > 100


def _spent() -> float:
    """Seconds of a processor that ended children have had."""
    return sum(getrusage(RUSAGE_CHILDREN)[:2])


def test_a_fuzzer_finds_no_fault(open_portal):
    here = Path(__file__).parent
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{open_portal.url}/api/v1/openapi.json",
        "--phases", "coverage,fuzzing,stateful", "--max-examples", "8", "--seed", "20211", "--no-color",
    ]  # fmt: skip
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": "schemathesis_hooks",
        "PYTHONPATH": str(here),
    }
    before = _spent()
    done = subprocess.run(
        command, cwd=open_portal.var, env=environment, capture_output=True, text=True, timeout=20 * BOUND
    )
    taken = _spent() - before
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert f"{2 * len(RESOURCES) + 1} passed" in done.stdout
    assert taken < BOUND


def test_the_fuzzer_is_pinned():
    requirements = (settings.BASE_DIR / "requirements-dev.txt").read_text()
    assert "schemathesis==" in requirements
