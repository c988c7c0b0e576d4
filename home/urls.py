from django.urls import path

from . import investing, views

app_name = "home"
urlpatterns = [
    path("", views.home, name="home"),
    # The page of this section; the others, and what links to it, are those of pages.
    path("investing/", investing.investing, name="investing"),
]
