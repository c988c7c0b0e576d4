from django.urls import path

from . import views

app_name = "subscriptions"
urlpatterns = [
    path("subscriptions/", views.lists, name="lists"),
    path("subscriptions/new/<slug:list_key>/", views.new, name="new"),
    path("subscriptions/sent/", views.sent, name="sent"),
    path("subscriptions/own/<str:key>/", views.own, name="own"),
    path("subscriptions/leave/<str:key>/", views.leave, name="leave"),
]
