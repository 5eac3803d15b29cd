from django.urls.resolvers import URLPattern

app_name = "closing"
urlpatterns: list[URLPattern] = []
