from django.urls import path

from korgoo.identification import views

app_name = "identification"
urlpatterns = [
    path("pocket/<slug:view>/", views.pocket, name="pocket"),
    path("<uuid:screening_id>/<int:number>/", views.page, name="page"),
    path("<uuid:screening_id>/age/", views.age, name="age"),
    path("<uuid:screening_id>/opinion/", views.opinion, name="opinion"),
    path("<uuid:screening_id>/reading/", views.reading, name="reading"),
    path("<uuid:screening_id>/again/", views.again, name="again"),
    path("<uuid:screening_id>/print/", views.print_out, name="print"),
]
