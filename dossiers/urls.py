from django.urls import path

from .views import dossiers, shortlist

app_name = "dossiers"
urlpatterns = [
    path("shortlist/", shortlist.shortlist, name="shortlist"),
    path("dossiers/new/", dossiers.make, name="make"),
    path("dossiers/<str:slug>/", dossiers.dossier, name="dossier"),
    path("dossiers/<str:slug>/dossier.pdf", dossiers.pdf, name="pdf"),
]
