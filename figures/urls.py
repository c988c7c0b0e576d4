from django.urls import path

from . import views
from .feeds import FiguresFeed

app_name = "figures"
urlpatterns = [
    path("figures/", views.register, name="register"),
    path("figures/feed/", FiguresFeed(), name="feed"),
    path("figures/figures.<str:form>", views.register_file, name="file"),
    path("figures/<slug:slug>/", views.indicator, name="indicator"),
    path("figures/<slug:slug>/figures.<str:form>", views.indicator_file, name="indicator_file"),
]
