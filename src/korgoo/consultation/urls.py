from django.urls import path

from korgoo.consultation.views import adopting, comments, drafts, notices

app_name = "consultation"

urlpatterns = [
    path("", drafts.consultations, name="list"),
    path("open/<slug:kind>/<uuid:subject_id>/", drafts.open_draft, name="open"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<uuid:notice_id>/", notices.notice, name="notice"),
    path("notices/<uuid:notice_id>/read/", notices.read, name="read"),
    path("comments/<uuid:comment_id>/answer/", comments.answer, name="answer"),
    path("adoptions/<uuid:adoption_id>/", adopting.adoption, name="adoption"),
    path("adoptions/<uuid:adoption_id>/withdraw/", adopting.withdraw, name="withdraw"),
    path("<uuid:consultation_id>/", drafts.consultation, name="consultation"),
    # Keys of parts hold slashes and dots: they travel behind the question mark.
    path("<uuid:consultation_id>/items/", comments.item, name="item"),
    path("<uuid:consultation_id>/extend/", drafts.extend, name="extend"),
    path("<uuid:consultation_id>/adoption/", adopting.propose, name="propose"),
]
