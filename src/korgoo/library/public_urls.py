"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.library.views import public

app_name = "library_public"
urlpatterns = [
    path("", public.listed, name="list"),
    path("<uuid:document_id>/<int:number>/", public.file, name="file"),
]
