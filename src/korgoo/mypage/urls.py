from django.urls.resolvers import URLPattern

app_name = "mypage"
urlpatterns: list[URLPattern] = []
