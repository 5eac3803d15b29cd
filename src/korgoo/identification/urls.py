from django.urls import path

from korgoo.identification import views

app_name = "identification"
urlpatterns = [
    path("<uuid:screening_id>/<int:number>/", views.page, name="page"),
    path("<uuid:screening_id>/age/", views.age, name="age"),
    path("<uuid:screening_id>/opinion/", views.opinion, name="opinion"),
    path("<uuid:screening_id>/reading/", views.reading, name="reading"),
]
