from django.urls import path

from korgoo.commitments.views import deeds, lists

app_name = "commitments"
urlpatterns = [
    path("", lists.listed, name="list"),
    path("list.csv", lists.as_csv, name="csv"),
    path("list.xlsx", lists.as_xlsx, name="xlsx"),
    path("new/", lists.add, name="add"),
    path("<uuid:commitment_id>/", lists.commitment, name="commitment"),
    path("<uuid:commitment_id>/files/<uuid:evidence_id>/", lists.file, name="file"),
    path("<uuid:commitment_id>/change/", deeds.change, name="change"),
    path("<uuid:commitment_id>/kept/", deeds.fulfil, name="fulfil"),
    path("<uuid:commitment_id>/evidence/", deeds.evidence, name="evidence"),
    path("<uuid:commitment_id>/confirm/", deeds.confirm, name="confirm"),
    path("<uuid:commitment_id>/reopen/", deeds.reopen, name="reopen"),
    path("<uuid:commitment_id>/withdraw/", deeds.withdraw, name="withdraw"),
    path("<uuid:commitment_id>/public/", deeds.show, name="show"),
]
