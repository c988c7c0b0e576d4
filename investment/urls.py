from django.urls import path

from . import calendars, views

app_name = "investment"
urlpatterns = [
    path("investing/events/", views.events, name="events"),
    path("investing/events/calendar.ics", calendars.calendar, name="calendar"),
    path("investing/events/<slug:slug>/", views.event, name="event"),
    path("investing/events/<slug:slug>/event.ics", calendars.event, name="event_ics"),
    path("investing/projects/", views.projects, name="projects"),
    path("investing/projects/<slug:slug>/", views.project, name="project"),
]
