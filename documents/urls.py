from django.urls import path

from . import feeds, views

app_name = "documents"
urlpatterns = [
    path("documents/", views.documents, name="documents"),
    path("documents/feed/", feeds.DocumentsFeed(), name="feed"),
    path("documents/<slug:slug>/", views.document, name="document"),
    path("documents/<slug:slug>/<uuid:part>/", views.file, name="file"),
]
