from django.urls import path

from korgoo.determination.views import claims, decisions, notes

app_name = "determination"

urlpatterns = [
    path("", decisions.list_decisions, name="list"),
    path("new/<uuid:case_id>/", decisions.propose, name="propose"),
    path("notes/", notes.given_list, name="given_list"),
    path("notes/given/<int:giving_id>/", notes.given, name="given"),
    path("notes/given/<int:giving_id>/received/", notes.received, name="received"),
    path("notes/given/<int:giving_id>/note.pdf", notes.given_paper, name="given_paper"),
    path("notes/new/<uuid:case_id>/", notes.make, name="make_note"),
    path("notes/<uuid:note_id>/give/", notes.give, name="give_note"),
    path("notes/<uuid:note_id>/note.pdf", notes.paper, name="note_paper"),
    path("claims/<uuid:case_id>/", claims.claims, name="claims"),
    path("claims/<uuid:case_id>/new/", claims.file, name="file_claim"),
    path("claims/one/<uuid:claim_id>/decided/", claims.decided, name="claim_decided"),
    path("claims/one/<uuid:claim_id>/paid/", claims.paid, name="claim_paid"),
    path("<uuid:proceeding_id>/", decisions.decision, name="decision"),
    path("<uuid:proceeding_id>/revise/", decisions.revise, name="revise"),
    path("<uuid:proceeding_id>/reasons/", decisions.reasons, name="reasons"),
    path("<uuid:proceeding_id>/decision.pdf", decisions.paper, name="paper"),
    path("<uuid:proceeding_id>/review/", decisions.review, name="review"),
    path("<uuid:proceeding_id>/decide/", decisions.decide, name="decide"),
    path("<uuid:proceeding_id>/notify/", decisions.notify, name="notify"),
    path("<uuid:proceeding_id>/appeal/", decisions.appeal, name="appeal"),
    path("<uuid:proceeding_id>/<int:member_id>/conflict/", decisions.conflict, name="conflict"),
    path("<uuid:proceeding_id>/<int:member_id>/dissent/", decisions.dissent, name="dissent"),
]
