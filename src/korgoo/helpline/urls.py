from django.urls import path

from korgoo.helpline.views import answering

app_name = "helpline"
ONE = "<uuid:conversation_id>/"
urlpatterns = [
    path("", answering.queue, name="queue"),
    path(ONE, answering.conversation, name="conversation"),
    path(f"{ONE}open/", answering.opened, name="opened"),
    path(f"{ONE}take/", answering.take, name="take"),
    path(f"{ONE}release/", answering.release, name="release"),
    path(f"{ONE}end/", answering.end, name="end"),
    path(f"{ONE}hand-over/", answering.hand_over, name="hand_over"),
    path(f"{ONE}pass-on/", answering.pass_on, name="pass_on"),
    path(f"{ONE}refuse/", answering.refuse, name="refuse"),
    path(f"{ONE}photo/<uuid:key>/", answering.photo, name="photo"),
]
