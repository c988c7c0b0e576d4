from django.urls import path

from .views import pages, planner

app_name = "procedures"
urlpatterns = [
    path("investing/procedures/", pages.procedures, name="procedures"),
    path("investing/procedures/planner/", planner.planner, name="planner"),
    path("investing/procedures/planner/plan.ics", planner.plan_calendar, name="plan_calendar"),
    path("investing/procedures/<slug:slug>/", pages.procedure, name="procedure"),
]
