from django.urls import path

from . import feeds, views

app_name = "articles"
urlpatterns = [
    path("news/", views.news, name="news"),
    path("news/feed/", feeds.NewsFeed(), name="feed"),
    path("news/archive/", views.archive, name="archive"),
    path("news/series/<slug:slug>/", views.series, name="series"),
    # Stands before the specials, whose pattern would take "feed" for the name of one.
    path("news/<slug:slug>/feed/", feeds.NewsFeed(), name="column_feed"),
    path("news/specials/", views.specials, name="specials"),
    path("news/specials/<slug:slug>/", views.special, name="special"),
    path("news/<int:year>/<int:month>/", views.month, name="month"),
    path("news/<int:year>/<int:month>/<slug:slug>/", views.detail, name="detail"),
    path("news/<slug:slug>/", views.column, name="column"),
]
