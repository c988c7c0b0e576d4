"""The pages about open data, and what they tell search engines and harvesters."""

import json
import re

import pytest

from open_data.resources import RESOURCES
from open_data.templatetags.coded import coded
from tests.factories import make_park

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def structured(page):
    (text,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page.content.decode(), re.DOTALL
    )
    data = json.loads(text)
    return {one["@type"]: one for one in (data if isinstance(data, list) else [data])}


@BOTH
@pytest.mark.parametrize("path", ["", "reference/", "licence/", *(f"{key}/" for key in RESOURCES)])
def test_every_page_answers_in_both_languages(client, language, path):
    page = client.get(f"/{language}/open-data/{path}")
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1


@BOTH
def test_the_catalogue_names_every_data_set_with_its_size_and_files(client, language):
    make_park()
    page = client.get(f"/{language}/open-data/")
    text = page.content.decode()
    for key in RESOURCES:
        assert f"/{language}/open-data/{key}/" in text
        assert f"/api/v1/files/{key}.csv" in text and f"/api/v1/files/{key}.json" in text
    numbers = {one["url"].split("/")[-2]: one["number"] for one in page.context["datasets"]}
    assert numbers["parks"] == 1 and numbers["events"] == 0


@BOTH
def test_search_engines_read_the_catalogue_and_each_data_set(client, language):
    catalogue = structured(client.get(f"/{language}/open-data/"))["DataCatalog"]
    assert len(catalogue["dataset"]) == len(RESOURCES)
    dataset = structured(client.get(f"/{language}/open-data/parks/"))["Dataset"]
    assert dataset["license"].endswith(f"/{language}/open-data/licence/")
    assert {one["encodingFormat"] for one in dataset["distribution"]} == {"text/csv", "application/json"}
    assert len(dataset["description"]) >= 20


def test_harvesters_read_the_catalogue_in_dcat(client):
    answer = client.get("/api/v1/catalogue.jsonld")
    catalogue = answer.json()
    assert answer["Content-Type"] == "application/ld+json"
    assert {one["@language"] for one in catalogue["dct:title"]} == {"en", "zh-Hans"}
    assert len(catalogue["dcat:dataset"]) == len(RESOURCES)
    assert all(len(one["dcat:distribution"]) == 2 for one in catalogue["dcat:dataset"])


def test_the_page_of_a_data_set_tells_every_field_and_parameter(client):
    text = client.get("/en/open-data/enterprises/").content.decode()
    assert "designations.<wbr>level" in text and "is_<wbr>exporter" in text
    names = re.findall(r"<code[^>]*>([^<]+)</code>", text.replace("<wbr>", ""))
    for field in RESOURCES["enterprises"].fields:
        assert field.name in names
    for each in RESOURCES["enterprises"].filters:
        assert each.name in names
    assert "designations.level" in names and "wholly foreign-owned" in text.lower()


def test_the_page_of_a_data_set_shows_a_record_as_it_is(client):
    park = make_park(name_en="<b>Longxing</b>")
    text = client.get("/en/open-data/parks/").content.decode()
    assert park.slug in text and "&lt;b&gt;Longxing" in text and "<b>Longxing" not in text


def test_every_problem_is_explained_where_its_type_leads(client):
    problem = client.get("/api/v1/parks/?x=1").json()
    path, _hash, anchor = problem["type"].partition("#")
    page = client.get("/" + path.split("/", 3)[3])
    assert f'id="{anchor}"' in page.content.decode()


@BOTH
def test_an_unknown_data_set_is_not_found(client, language):
    assert client.get(f"/{language}/open-data/nonsense/").status_code == 404


def test_the_pages_are_in_the_sitemap(client):
    text = client.get("/sitemap-lists.xml").content.decode()
    for path in ("open-data/", "open-data/reference/", "open-data/licence/"):
        assert f"/en/{path}<" in text and f"/zh-hans/{path}<" in text


def test_what_stands_between_backticks_is_code_and_all_else_is_escaped():
    assert coded("`since` < 2021") == '<code translate="no">since</code> &lt; 2021'
    assert coded("`<b>`") == '<code translate="no">&lt;b&gt;</code>'


def test_no_backtick_is_left_on_a_page(client, db):
    for address in ("reference/", *(f"{key}/" for key in RESOURCES)):
        assert "`" not in client.get(f"/en/open-data/{address}").content.decode(), address
