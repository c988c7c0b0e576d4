from django.urls import path

from . import public_statistics
from .sending import form_page
from .tracking import status_page

app_name = "inquiries"
urlpatterns = [
    path("inquiries/new/", form_page.new, name="new"),
    path("inquiries/sent/<str:receipt>/", form_page.sent, name="sent"),
    path("inquiries/track/", status_page.track, name="track"),
    path("inquiries/status/", status_page.status, name="status"),
    path("inquiries/response-times/", public_statistics.response_times, name="response_times"),
]
