from django.urls import path

from . import public_statistics, tracking, views

app_name = "inquiries"
urlpatterns = [
    path("inquiries/new/", views.new, name="new"),
    path("inquiries/sent/<str:receipt>/", views.sent, name="sent"),
    path("inquiries/track/", tracking.track, name="track"),
    path("inquiries/status/", tracking.status, name="status"),
    path("inquiries/response-times/", public_statistics.response_times, name="response_times"),
]
