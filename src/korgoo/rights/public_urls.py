"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import URLPattern

app_name = "rights_public"
urlpatterns: list[URLPattern] = []
