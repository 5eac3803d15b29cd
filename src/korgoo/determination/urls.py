from django.urls.resolvers import URLPattern

app_name = "determination"
urlpatterns: list[URLPattern] = []
