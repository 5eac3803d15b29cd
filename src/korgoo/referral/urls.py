from django.urls import path

from korgoo.referral.views import arriving, choosing, deeds, help_came, lists, sending

app_name = "referral"

urlpatterns = [
    path("inbox/", lists.inbox, name="inbox"),
    path("inbox/arrived/", lists.arrived, name="arrived"),
    path("sent/", lists.sent_list, name="sent_list"),
    path("watch/", lists.watch, name="watch"),
    path("help-came/", help_came.confirm, name="confirm"),
    path("help-came/<slug:helped>/", help_came.thanks, name="thanks"),
    path("new/<uuid:case_id>/", choosing.choose, name="choose"),
    path("new/<uuid:case_id>/nobody/", choosing.note_gap, name="gap"),
    path("new/<uuid:case_id>/<slug:kind>/<int:receiver_id>/", choosing.write, name="write"),
    path("<uuid:referral_id>/", deeds.referral, name="referral"),
    path("<uuid:referral_id>/check/", sending.check, name="check"),
    path("<uuid:referral_id>/send/", sending.send, name="send"),
    path("<uuid:referral_id>/done/", sending.sent, name="sent"),
    path("<uuid:referral_id>/code/", sending.code, name="code"),
    path("<uuid:referral_id>/letter.pdf", sending.letter, name="letter"),
    path("<uuid:referral_id>/acknowledge/", deeds.acknowledge, name="acknowledge"),
    path("<uuid:referral_id>/accept/", deeds.accept, name="accept"),
    path("<uuid:referral_id>/decline/", deeds.decline, name="decline"),
    path("<uuid:referral_id>/ask/", deeds.ask, name="ask"),
    path("<uuid:referral_id>/start/", deeds.start, name="start"),
    path("<uuid:referral_id>/place/", arriving.place, name="place"),
    path("<uuid:referral_id>/report/", deeds.report, name="report"),
    # The sender's record of the person's word; the person's own page is ``confirm``.
    path("<uuid:referral_id>/confirm/", deeds.confirm, name="confirm_told"),
    path("<uuid:referral_id>/withdraw/", deeds.withdraw, name="withdraw"),
    path("<uuid:referral_id>/inform/", deeds.inform, name="inform"),
    path("<uuid:referral_id>/note/", deeds.note, name="note"),
    path("<uuid:referral_id>/share/", deeds.share, name="share"),
]
