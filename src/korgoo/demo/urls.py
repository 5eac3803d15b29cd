from django.urls import path

from korgoo.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.roles, name="roles"),
    path("<slug:key>/", views.sign_in, name="sign_in"),
]
