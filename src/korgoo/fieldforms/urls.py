from django.urls import URLPattern

app_name = "fieldforms"
urlpatterns: list[URLPattern] = []
