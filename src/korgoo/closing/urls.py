from django.urls import path

from korgoo.closing.views import closures, handovers, requests, retention

app_name = "closing"
urlpatterns = [
    path("", closures.after, name="after"),
    path("handover/", handovers.leavers, name="leavers"),
    path("handover/<int:leaver_id>/", handovers.hand_over, name="hand_over"),
    path("handed-over/", handovers.handed_over, name="handed_over"),
    path("cases/<uuid:case_id>/responsible/", handovers.assign, name="assign"),
    path("cases/<uuid:case_id>/close/", closures.close, name="close"),
    path("cases/<uuid:case_id>/reopen/", closures.reopen, name="reopen"),
    path("cases/<uuid:case_id>/request/", requests.take, name="take_request"),
    path("follow-ups/<int:follow_up_id>/", closures.follow_up, name="follow_up"),
    path("kept/", retention.kept, name="kept"),
    path("kept/<int:kept_id>/hold/", retention.hold, name="hold"),
    path("kept/<int:kept_id>/release/", retention.release, name="release"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<uuid:request_id>/", requests.one, name="request"),
    path("requests/<uuid:request_id>/confirm/", requests.confirm, name="confirm"),
    path("requests/<uuid:request_id>/back/", requests.back, name="send_back"),
    path("requests/<uuid:request_id>/lift/", requests.lift, name="lift"),
    path("requests/<uuid:request_id>/copy.pdf", requests.copy_pdf, name="copy_pdf"),
    path("requests/<uuid:request_id>/copy.json", requests.copy_json, name="copy_json"),
]
