from django.urls import path

from korgoo.desk.views import calls, contacts, desk, shifts

app_name = "desk"
ONE = "contact/<uuid:contact_id>/"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("new/", desk.new, name="new"),
    path("nothing/", desk.noise, name="noise"),
    path("find/", desk.find, name="find"),
    path("hand-over/", shifts.hand_over, name="hand_over"),
    path("hand-over/<uuid:handover_id>/", shifts.handover, name="handover"),
    path(ONE, contacts.contact, name="contact"),
    path(f"{ONE}open/", contacts.opened, name="opened"),
    path(f"{ONE}call/", calls.call, name="call"),
    path(f"{ONE}outcome/", contacts.outcome, name="outcome"),
    path(f"{ONE}pass-on/", contacts.pass_on, name="pass_on"),
    path(f"{ONE}take/", contacts.take, name="take"),
    path(f"{ONE}join/", contacts.join, name="join"),
    path(f"{ONE}part/", contacts.part, name="part"),
    path(f"{ONE}forget/", contacts.forget, name="forget"),
    path(f"{ONE}case/", calls.open_case, name="case"),
]
