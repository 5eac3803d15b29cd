"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.public.views import worker

app_name = "public"
urlpatterns = [
    path("alone/", worker.alone, name="alone"),
    path("kept/<slug:destination>.json", worker.kept, name="kept"),
]
