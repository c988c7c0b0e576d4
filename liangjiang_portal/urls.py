"""The table of contents: routes, feeds and sitemaps meet here and nowhere else."""

from django.contrib import admin
from django.urls import path

from liangjiang_portal import health, uploads

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("media/<path:name>", uploads.upload, name="upload"),
    path("admin/", admin.site.urls),
]
