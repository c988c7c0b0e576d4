from django.urls import path

from . import views
from .models import Page, Place

app_name = "pages"
urlpatterns = [
    path("about/officials/", views.officials, name="officials"),
    path("about/departments/", views.departments, name="departments"),
    *[
        path(f"living/{kind}/", views.places, {"kind": kind}, name=f"places_{kind}")
        for kind in Place.Kind.values
    ],
    *[
        path(f"living/{kind}/<slug:slug>/", views.place, {"kind": kind}, name=f"place_{kind}")
        for kind in Place.Kind.values
    ],
    *[
        path(f"{section}/", views.section, {"section": section}, name=f"section_{section}")
        for section in Page.Section.values
    ],
    *[
        path(f"{section}/<slug:slug>/", views.page, {"section": section}, name=section)
        for section in Page.Section.values
    ],
    path("sitemap/", views.site_map, name="site_map"),
]
