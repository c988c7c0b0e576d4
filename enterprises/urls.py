from django.urls import path

from .views import designations, directory, industries, parks, profile

app_name = "enterprises"
urlpatterns = [
    path("enterprises/", directory.directory, name="list"),
    path("enterprises/<slug:slug>/", profile.detail, name="detail"),
    path("industries/", industries.industries, name="industries"),
    path("industries/<slug:slug>/", industries.industry, name="industry"),
    path("parks/", parks.parks, name="parks"),
    path("parks/<slug:slug>/", parks.park, name="park"),
    path("about/development-zones/", parks.zones, name="zones"),
    path("designations/", designations.schemes, name="schemes"),
    path("designations/<slug:slug>/", designations.scheme, name="scheme"),
]
