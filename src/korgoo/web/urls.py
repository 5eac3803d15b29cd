"""The root of all addresses."""

from django.urls import include, path

from korgoo.web import views

pages = [
    path("", views.start, name="start"),
    path("home/", views.home, name="home"),
    path("language/", views.language, name="language"),
    path("components/", views.components, name="components"),
]

urlpatterns = [
    path("", include((pages, "web"))),
    path("", include("korgoo.access.urls")),
    path("cases/", include("korgoo.casework.urls")),
    path("cards/", include("korgoo.identification.urls")),
    path("referrals/", include("korgoo.referral.urls")),
    path("consultations/", include("korgoo.consultation.urls")),
    path("laws/", include("korgoo.lawbook.urls")),
    path("guidelines/", include("korgoo.workshop.urls")),
    path("forms/", include("korgoo.fieldforms.urls")),
    path("services/", include("korgoo.directory.urls")),
    path("decisions/", include("korgoo.determination.urls")),
    path("reminders/", include("korgoo.reminders.urls")),
    path("help/", include("korgoo.assistance.urls")),
    path("return/", include("korgoo.safe_return.urls")),
    path("closing/", include("korgoo.closing.urls")),
    path("my/", include("korgoo.mypage.urls")),
    path("board/", include("korgoo.board.urls")),
    path("demo/", include("korgoo.demo.urls")),
]

handler400 = "korgoo.web.views.bad_request"
handler403 = "korgoo.web.views.permission_denied"
handler404 = "korgoo.web.views.not_found"
handler500 = "korgoo.web.views.server_error"
