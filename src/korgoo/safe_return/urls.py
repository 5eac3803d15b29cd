from django.urls.resolvers import URLPattern

app_name = "safe_return"
urlpatterns: list[URLPattern] = []
