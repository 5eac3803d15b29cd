from django.urls import path

from korgoo.reminders import views

app_name = "reminders"
urlpatterns = [
    path("", views.standing, name="list"),
    path("seen/", views.seen, name="seen"),
    path("mail/", views.mail, name="mail"),
]
