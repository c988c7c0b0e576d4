from django.urls import path

from .feeds import PoliciesFeed
from .views import finding, pages

app_name = "policies"
urlpatterns = [
    path("investing/policies/", pages.policies, name="policies"),
    path("investing/policies/finder/", finding.finder, name="finder"),
    path("investing/policies/feed/", PoliciesFeed(), name="feed"),
    path("investing/policies/policies.<str:kind>", pages.export, name="export"),
    path("investing/policies/<slug:slug>/", pages.policy, name="policy"),
]
