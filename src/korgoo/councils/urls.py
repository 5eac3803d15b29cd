from django.urls import path

from korgoo.councils.views import bodies, imports, others

app_name = "councils"
urlpatterns = [
    path("", bodies.listed, name="list"),
    path("new/", bodies.found, name="found"),
    path("b/<int:body_id>/", bodies.body, name="body"),
    path("b/<int:body_id>/change/", bodies.change, name="change"),
    path("b/<int:body_id>/end/", bodies.end, name="end"),
    path("b/<int:body_id>/seat/", bodies.add_seat, name="add_seat"),
    path("b/<int:body_id>/composition/", imports.bring, name="bring"),
    path("seats/<int:seat_id>/end/", bodies.end_seat, name="end_seat"),
    path("seats/<int:seat_id>/office/", bodies.office, name="office"),
    path("composition/<uuid:import_id>/", imports.page, name="import"),
    path("composition/<uuid:import_id>/take/", imports.take, name="take"),
    path("composition/<uuid:import_id>/drop/", imports.drop, name="drop"),
    path("composition/template-<str:language>.csv", imports.template_csv, name="template_csv"),
    path("composition/template-<str:language>.xlsx", imports.template_xlsx, name="template_xlsx"),
    path("contacts/", others.contacts, name="contacts"),
    path("contacts/new/", others.add_contact, name="add_contact"),
    path("contacts/<int:contact_id>/check/", others.check_contact, name="check_contact"),
    path("contacts/<int:contact_id>/end/", others.end_contact, name="end_contact"),
    path("successions/", others.successions, name="successions"),
    path("successions/new/", others.succeed, name="succeed"),
]
