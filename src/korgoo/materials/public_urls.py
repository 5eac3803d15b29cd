"""Pages and files for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.materials.views import files

app_name = "materials_public"
urlpatterns = [
    path("campaign/<slug:key>/", files.public_list, name="list"),
    path(
        "<slug:key>/<int:material>/<slug:language>/<int:version>/<slug:mark>/<str:name>",
        files.public_file,
        name="file",
    ),
]
