from django.urls import path

from bare import views

urlpatterns = [
    path("", views.words),
    path("bytes/<int:size>/", views.as_many),
    path("note/", views.note),
    path("rows/", views.rows),
]
