from django.urls import path

from .views import pages

app_name = "open_data"
urlpatterns = [
    path("open-data/", pages.catalogue, name="catalogue"),
    path("open-data/reference/", pages.reference, name="reference"),
    path("open-data/licence/", pages.licence, name="licence"),
    path("open-data/<slug:key>/", pages.dataset, name="dataset"),
]
