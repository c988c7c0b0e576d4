"""The table of contents: routes, feeds and sitemaps meet here and nowhere else."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path

from liangjiang_portal import doors, errors, health, uploads
from liangjiang_portal.sitemaps import SITEMAPS

urlpatterns = [
    path("", doors.choose_language, name="root"),
    path("cookies/", doors.cookies, name="cookies"),
    path("robots.txt", doors.robots, name="robots"),
    path("sitemap.xml", sitemap_views.index, {"sitemaps": SITEMAPS}, name="sitemap_index"),
    path(
        "sitemap-<section>.xml",
        sitemap_views.sitemap,
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("favicon.ico", doors.favicon, name="favicon"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("media/<path:name>", uploads.upload, name="upload"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("open_data.api_urls")),
    *i18n_patterns(
        path("", include("home.urls")),
        path("", include("search.urls")),
        path("", include("dossiers.urls")),
        path("", include("articles.urls")),
        path("", include("enterprises.urls")),
        path("", include("investment.urls")),
        path("", include("policies.urls")),
        path("", include("procedures.urls")),
        path("", include("figures.urls")),
        path("", include("inquiries.urls")),
        path("", include("open_data.urls")),
        path("", include("pages.urls")),
        # Its numbers stand before the names of the library.
        path("", include("media_library.urls")),
        path("", include("documents.urls")),
        path("", include("subscriptions.urls")),
        path("", include("publishing.urls")),
        path("", include("ui.urls")),
    ),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.page_not_found
handler500 = errors.server_error
