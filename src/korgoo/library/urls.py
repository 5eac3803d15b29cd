from django.urls import path

from korgoo.library.views import stub

app_name = "library"
urlpatterns = [
    path("<uuid:document_id>/", stub.stub, name="document"),
    path("<uuid:document_id>/<int:number>/", stub.stub, name="file"),
    path("announcements/<uuid:announcement_id>/", stub.stub, name="announcement"),
]
