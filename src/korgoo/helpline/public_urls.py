"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.helpline.views import asking, sealed

app_name = "helpline_public"
urlpatterns = [
    path("", asking.start, name="start"),
    path("write/", asking.write, name="write"),
    path("read/", asking.read, name="read"),
    path("sealed/", sealed.take, name="take"),
    path("sealed/read/", sealed.fetch, name="fetch"),
    path("sealed/erase/", sealed.erase, name="erase"),
]
