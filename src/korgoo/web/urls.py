"""The root of all addresses."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from korgoo.web import views

pages = [
    path("", views.start, name="start"),
    path("home/", views.home, name="home"),
    path("language/", views.language, name="language"),
    path("components/", views.components, name="components"),
]

# For everybody, the language in the address: such a page can be kept, copied and passed on.
door: list[URLPattern | URLResolver] = [
    path("rights/", include("korgoo.rights.public_urls")),
    path("agencies/", include("korgoo.agencies.public_urls")),
    path("offers/", include("korgoo.offers.public_urls")),
    path("ask/", include("korgoo.helpline.public_urls")),
    path("materials/", include("korgoo.materials.public_urls")),
    path("documents/", include("korgoo.library.public_urls")),
    path("c/", include("korgoo.campaign.public_urls")),
    path("campaign/", include("korgoo.activities.public_urls")),
    path("promises/", include("korgoo.commitments.public_urls")),
    path("", include("korgoo.public.public_urls")),
    path("", views.start, name="door"),
]

urlpatterns = [
    *i18n_patterns(*door),
    path("", include((pages, "web"))),
    path("", include("korgoo.access.urls")),
    path("", include("korgoo.public.urls")),
    path("cases/", include("korgoo.casework.urls")),
    path("cards/", include("korgoo.identification.urls")),
    path("referrals/", include("korgoo.referral.urls")),
    path("consultations/", include("korgoo.consultation.urls")),
    path("library/", include("korgoo.library.urls")),
    path("commitments/", include("korgoo.commitments.urls")),
    path("councils/", include("korgoo.councils.urls")),
    path("meetings/", include("korgoo.meetings.urls")),
    path("plan/", include("korgoo.plan.urls")),
    path("campaigns/", include("korgoo.campaign.urls")),
    path("materials/", include("korgoo.materials.urls")),
    path("activities/", include("korgoo.activities.urls")),
    path("laws/", include("korgoo.lawbook.urls")),
    path("guidelines/", include("korgoo.workshop.urls")),
    path("forms/", include("korgoo.fieldforms.urls")),
    path("services/", include("korgoo.directory.urls")),
    path("decisions/", include("korgoo.determination.urls")),
    path("find/", include("korgoo.lookup.urls")),
    path("same/", include("korgoo.pairs.urls")),
    path("matching/", include("korgoo.counting.urls")),
    path("reminders/", include("korgoo.reminders.urls")),
    path("help/", include("korgoo.assistance.urls")),
    path("return/", include("korgoo.safe_return.urls")),
    path("closing/", include("korgoo.closing.urls")),
    path("my/", include("korgoo.mypage.urls")),
    path("content/", include("korgoo.rights.urls")),
    path("register/", include("korgoo.agencies.urls")),
    path("offers/", include("korgoo.offers.urls")),
    path("messages/", include("korgoo.helpline.urls")),
    path("desk/", include("korgoo.desk.urls")),
    path("board/", include("korgoo.board.urls")),
    path("demo/", include("korgoo.demo.urls")),
]

handler400 = "korgoo.web.views.bad_request"
handler403 = "korgoo.web.views.permission_denied"
handler404 = "korgoo.web.views.not_found"
handler500 = "korgoo.web.views.server_error"
