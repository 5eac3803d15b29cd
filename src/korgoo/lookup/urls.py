from django.urls import path

from korgoo.lookup import views

app_name = "lookup"
urlpatterns = [
    path("", views.find, name="find"),
    path("open/<uuid:case_id>/", views.open_hit, name="open"),
    path("findable/", views.make_findable, name="make_findable"),
    path("like/<uuid:case_id>/", views.like, name="like"),
    path("apart/<uuid:case_id>/", views.take_apart, name="take_apart"),
    path("key/", views.key, name="key"),
    path("key/propose/", views.propose_key, name="propose_key"),
    path("key/confirm/", views.confirm_key, name="confirm_key"),
    path("key/refuse/", views.refuse_key, name="refuse_key"),
]
