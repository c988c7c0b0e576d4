from django.urls import path

from . import calendars, feeds
from .views import case_studies, events, opportunities, projects, registration

app_name = "investment"
urlpatterns = [
    path("investing/events/", events.events, name="events"),
    path("investing/events/calendar.ics", calendars.calendar, name="calendar"),
    path("investing/events/feed/", feeds.EventsFeed(), name="events_feed"),
    path("investing/events/registration/<str:token>/", registration.own, name="registration"),
    path("investing/events/<slug:slug>/", events.event, name="event"),
    path("investing/events/<slug:slug>/event.ics", calendars.event, name="event_ics"),
    path("investing/events/<slug:slug>/register/", registration.register, name="register"),
    path("investing/events/<slug:slug>/register/sent/", registration.sent, name="register_sent"),
    path("investing/projects/", projects.projects, name="projects"),
    path("investing/projects/feed/", feeds.ProjectsFeed(), name="projects_feed"),
    path("investing/projects/projects.<str:form>", projects.file, name="projects_file"),
    path("investing/projects/<slug:slug>/", projects.project, name="project"),
    path("investing/opportunities/", opportunities.opportunities, name="opportunities"),
    path("investing/opportunities/<slug:slug>/", opportunities.opportunity, name="opportunity"),
    path("investing/success-stories/", case_studies.cases, name="cases"),
    path("investing/success-stories/<slug:slug>/", case_studies.case, name="case"),
]
