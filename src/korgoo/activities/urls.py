from django.urls import path

from korgoo.activities.views import lists, log, media, phone, photos, report

app_name = "activities"
urlpatterns = [
    path("", log.listed, name="list"),
    path("log/", log.log, name="log"),
    path("plan/", log.plan, name="plan"),
    path("a/<uuid:activity_id>/", log.activity, name="activity"),
    path("a/<uuid:activity_id>/held/", log.held, name="held"),
    path("a/<uuid:activity_id>/plan/", log.replan, name="replan"),
    path("a/<uuid:activity_id>/cancel/", log.cancel, name="cancel"),
    path("a/<uuid:activity_id>/photos/", photos.add, name="add_photo"),
    path("photos/<uuid:photo_id>/", photos.photo, name="photo"),
    path("photos/<uuid:photo_id>/approve/", photos.approve, name="approve_photo"),
    path("photos/<uuid:photo_id>/remove/", photos.remove, name="remove_photo"),
    path("media/", media.listed, name="media"),
    path("media/new/", media.add, name="add_placement"),
    path("media/<uuid:placement_id>/", media.change, name="change_placement"),
    path("lists/", lists.bring, name="bring"),
    path("lists/template-<str:language>.csv", lists.template_csv, name="template_csv"),
    path("lists/template-<str:language>.xlsx", lists.template_xlsx, name="template_xlsx"),
    path("lists/<uuid:list_id>/", lists.list_import, name="list_import"),
    path("lists/<uuid:list_id>/take/", lists.take, name="take"),
    path("lists/<uuid:list_id>/drop/", lists.drop, name="drop"),
    path("pass-on/", phone.pass_on, name="pass_on"),
    path("phone/", phone.phone, name="phone"),
    path("phone/token/", phone.token, name="token"),
    path("phone/send/", phone.send, name="send"),
    path("phone/taken/<uuid:activity_id>/", phone.taken, name="taken"),
    path("report/<slug:key>/", report.report, name="report"),
    path("report/<slug:key>/report.pdf", report.paper, name="paper"),
    path("report/<slug:key>/figures.csv", report.open_file, name="open_file"),
    path("report/<slug:key>/lesson/", media.lesson, name="lesson"),
]
