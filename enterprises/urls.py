from django.urls import path

from .feeds import DirectoryFeed
from .views import compare, designations, directory, exports, industries, parks, profile

app_name = "enterprises"
urlpatterns = [
    path("enterprises/", directory.directory, name="list"),
    path("enterprises/feed/", DirectoryFeed(), name="feed"),
    path("enterprises/export.<str:kind>", exports.export, name="export"),
    path("enterprises/compare/", compare.enterprises, name="compare"),
    path("enterprises/<slug:slug>/", profile.detail, name="detail"),
    path("industries/", industries.industries, name="industries"),
    path("industries/<slug:slug>/", industries.industry, name="industry"),
    path("industries/<slug:slug>/chain/", industries.chain, name="chain"),
    path("industries/<slug:slug>/chain.<str:kind>", industries.chain_export, name="chain_export"),
    path("parks/", parks.parks, name="parks"),
    path("parks/compare/", compare.parks, name="compare_parks"),
    path("parks/<slug:slug>/", parks.park, name="park"),
    path("about/development-zones/", parks.zones, name="zones"),
    path("designations/", designations.schemes, name="schemes"),
    path("designations/ledger/", designations.ledger, name="ledger"),
    path("designations/ledger/awards.<str:form>", designations.ledger_export, name="ledger_file"),
    path("designations/<slug:slug>/", designations.scheme, name="scheme"),
    path("designations/<slug:slug>/awards.<str:form>", designations.scheme_export, name="scheme_file"),
]
