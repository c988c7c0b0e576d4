from django.urls import path

from . import views

app_name = "inquiries"
urlpatterns = [
    path("inquiries/new/", views.new, name="new"),
    path("inquiries/sent/<str:receipt>/", views.sent, name="sent"),
]
