from django.urls import path

from korgoo.counting import views

app_name = "counting"
urlpatterns = [
    path("quality/", views.quality, name="quality"),
    path("persons/", views.persons, name="persons"),
    path("persons/file/", views.persons_file, name="persons_file"),
]
