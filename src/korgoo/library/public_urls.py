"""Pages for everybody. The language stands in the address."""

from django.urls import path

from korgoo.library.views import stub

app_name = "library_public"
urlpatterns = [path("<uuid:document_id>/<int:number>/", stub.public_stub, name="file")]
