from django.urls import path, re_path

from .views import api, catalogue, files

app_name = "api"
urlpatterns = [
    path("", api.index, name="index"),
    path("openapi.json", api.openapi, name="openapi"),
    path("catalogue.jsonld", catalogue.dcat, name="catalogue"),
    path("files/<slug:key>.<slug:form>", files.file, name="file"),
    path("<slug:key>/", api.records, name="records"),
    path("<slug:key>/<slug:id>/", api.one_record, name="record"),
    # Without the slash at the end nothing is found here, and the address with it is offered instead.
    re_path(r"^.*/$", api.missing, name="missing"),
]
