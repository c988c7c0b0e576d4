"""What pages say of themselves to search engines and other sites."""

import json
import re

import pytest

pytestmark = pytest.mark.django_db

STRUCTURED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize(
    "path",
    ["news/", "news/archive/", "news/specials/", "about/", "about/departments/", "living/food/", "sitemap/"],
)
def test_every_list_says_where_it_stands_with_absolute_addresses(client, language, path):
    page = client.get(f"/{language}/{path}").content.decode()
    crumbs = json.loads(STRUCTURED.search(page)[1])
    assert crumbs["@type"] == "BreadcrumbList"
    assert [item["position"] for item in crumbs["itemListElement"]] == list(
        range(1, len(crumbs["itemListElement"]) + 1)
    )
    assert all(item.get("item", "http").startswith("http") for item in crumbs["itemListElement"])


def test_the_home_page_names_the_site_and_who_publishes_it_in_its_language(client):
    page = client.get("/zh-hans/").content.decode()
    site = json.loads(STRUCTURED.search(page)[1])
    assert (site["@type"], site["inLanguage"]) == ("WebSite", "zh-Hans")
    assert site["publisher"]["@type"] == "Organization"
    assert site["url"].endswith("/zh-hans/") and site["publisher"]["logo"].startswith("http")


def test_a_page_without_a_picture_is_shared_with_that_of_the_site(client):
    page = client.get("/en/about/departments/").content.decode()
    assert re.search(r'property="og:image" content="http[^"]+/static/img/share[^"]*\.png"', page)


@pytest.mark.parametrize(("language", "word"), [("en", "Investing"), ("zh-hans", "投资两江")])
@pytest.mark.parametrize(
    "path",
    [
        "figures/",
        "industries/",
        "investing/success-stories/",
        "documents/",
        "enterprises/",
        "enterprises/compare/",
        "parks/",
        "parks/compare/",
        "investing/opportunities/",
        "investing/projects/",
        "investing/events/",
        "investing/policies/",
        "investing/policies/finder/",
        "designations/",
        "designations/ledger/",
        "investing/procedures/",
        "investing/procedures/planner/",
        "shortlist/",
        "inquiries/new/",
        "inquiries/track/",
        "open-data/",
        "open-data/enterprises/",
    ],
)
def test_every_page_of_the_desk_stands_below_its_front(client, language, word, path):
    response = client.get(f"/{language}/{path}")
    home, front, *_own = response.context["breadcrumbs"]
    assert (home.url, front.url, front.label) == (f"/{language}/", f"/{language}/investing/", word)
    page = response.content.decode()
    for data in map(json.loads, STRUCTURED.findall(page)):
        for part in data if isinstance(data, list) else [data]:
            if part["@type"] == "BreadcrumbList":
                assert part["itemListElement"][1]["name"] == word
