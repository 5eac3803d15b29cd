from django.urls import path

from korgoo.mypage.views import person, worker

app_name = "mypage"
urlpatterns = [
    # Of the person: no number and no name in any address.
    path("", person.door, name="door"),
    path("page/", person.page, name="page"),
    path("helped/", person.helped, name="helped"),
    path("take-back/", person.take_back, name="take_back"),
    path("message/", person.message, name="message"),
    path("opinion/", person.opinion, name="opinion"),
    path("data/", person.data, name="data"),
    path("code/", person.code, name="code"),
    path("close/", person.close, name="close"),
    path("leave/", person.leave, name="leave"),
    # Of the owner of the case.
    path("waiting/", worker.waiting, name="waiting"),
    path("opinions/", worker.opinions, name="opinions"),
    path("cases/<uuid:case_id>/code/", worker.make_code, name="make_code"),
    path("cases/<uuid:case_id>/code/made/", worker.made, name="made"),
    path("cases/<uuid:case_id>/code/card.pdf", worker.card, name="card"),
    path("cases/<uuid:case_id>/code/cancel/", worker.cancel, name="cancel"),
    path("cases/<uuid:case_id>/messages/", worker.messages, name="messages"),
    path("cases/<uuid:case_id>/messages/noted/", worker.note, name="note"),
    path("cases/<uuid:case_id>/appointments/", worker.appointments, name="appointments"),
    path(
        "cases/<uuid:case_id>/appointments/cancel/",
        worker.cancel_appointment,
        name="cancel_appointment",
    ),
]
