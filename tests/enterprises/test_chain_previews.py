"""Drafts of chains, ties and distances, as their pages would show them."""

from django.test import RequestFactory

from enterprises.models import Enterprise, Industry, Park, TransportLink
from enterprises.previews import enterprise as preview_enterprise
from enterprises.previews import industry as preview_industry
from enterprises.previews import park as preview_park
from publishing.drafts.working_copies import load
from publishing.snapshots import take
from tests.factories import (
    make_chain_link,
    make_chain_place,
    make_enterprise,
    make_industry,
    make_park,
    make_tie,
)


def shown(preview, record) -> str:
    request = RequestFactory().get("/en/")
    return preview(request, load(record, take(record))).content.decode()


def test_a_draft_profile_shows_places_and_ties_that_are_live(db):
    firm = make_enterprise()
    make_chain_place(firm, make_chain_link(name_en="Packaging"))
    make_chain_place(firm, make_chain_link(make_industry(languages=[]), name_en="Hidden link"))
    make_tie(firm, make_enterprise(short_name_en="Buyer"))
    make_tie(firm, make_enterprise(languages=[], short_name_en="Hidden buyer"))
    text = shown(preview_enterprise, Enterprise.objects.get(pk=firm.pk))
    assert "Packaging" in text and "Buyer" in text
    assert "Hidden" not in text


def test_a_draft_industry_shows_its_chain(db):
    industry = make_industry()
    make_chain_link(industry, name_en="Packaging")
    assert "Packaging" in shown(preview_industry, Industry.objects.get(pk=industry.pk))


def test_a_draft_park_shows_the_ways_to_live_nodes(db):
    park = make_park()
    for name, languages in (("Airport", ["en"]), ("Hidden port", [])):
        node = make_park(kind="airport", name_en=name, languages=languages)
        TransportLink.objects.create(park=park, node=node, minutes=10)
    text = shown(preview_park, Park.objects.get(pk=park.pk))
    assert "about 10 minutes" in text and "Airport" in text
    assert "Hidden" not in text
