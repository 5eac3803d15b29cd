from django.urls import path

from bare import views

urlpatterns = [
    path("", views.words),
    path("rows/", views.rows),
]
