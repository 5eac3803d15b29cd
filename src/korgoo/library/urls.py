from django.urls import path

from korgoo.library.views import announcements, changing, documents

app_name = "library"
urlpatterns = [
    path("", documents.listed, name="list"),
    path("inbox/", announcements.inbox, name="inbox"),
    path("new/", changing.add, name="add"),
    path("announcements/", announcements.listed, name="announcements"),
    path("announcements/new/", announcements.announce, name="announce"),
    path("announcements/<uuid:announcement_id>/", announcements.one, name="announcement"),
    path("announcements/<uuid:announcement_id>/read/", announcements.read, name="read"),
    path("<uuid:document_id>/", documents.document, name="document"),
    path("<uuid:document_id>/change/", changing.change, name="change"),
    path("<uuid:document_id>/version/", changing.add_version, name="version"),
    path("<uuid:document_id>/withdraw/", changing.withdraw, name="withdraw"),
    path("<uuid:document_id>/<int:number>/", documents.file, name="file"),
]
