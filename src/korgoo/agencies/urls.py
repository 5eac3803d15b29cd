from django.urls import path

from korgoo.agencies.views import lists, register

app_name = "agencies"
urlpatterns = [
    path("", register.listed, name="list"),
    path("new/", register.add, name="add"),
    path("a/<uuid:agency_id>/", register.agency, name="agency"),
    path("a/<uuid:agency_id>/name/", register.add_name, name="add_name"),
    path("a/<uuid:agency_id>/contacts/", register.contacts, name="contacts"),
    path("a/<uuid:agency_id>/permit/", register.add_permit, name="add_permit"),
    path("permits/<uuid:permit_id>/decision/", register.decide, name="decide"),
    path("decisions/<uuid:decision_id>/correction/", register.correct, name="correct"),
    path("lists/", lists.bring, name="bring"),
    path("lists/template-<str:language>.csv", lists.template_csv, name="template_csv"),
    path("lists/template-<str:language>.xlsx", lists.template_xlsx, name="template_xlsx"),
    path("lists/<uuid:list_id>/", lists.list_import, name="list_import"),
    path("lists/<uuid:list_id>/take/", lists.take, name="take"),
    path("lists/<uuid:list_id>/drop/", lists.drop, name="drop"),
]
