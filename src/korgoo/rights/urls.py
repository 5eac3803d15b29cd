from django.urls import path

from korgoo.rights.views import content_files, desk, history, numbers, versions, writing

app_name = "rights"
VERSION = "i/<slug:key>/<int:number>/"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("confirm/", desk.confirm_many, name="confirm_many"),
    path("log/", desk.log, name="log"),
    path("write/", writing.choose_place, name="choose_place"),
    path("write/<slug:destination>/<slug:sort>/", writing.write_new, name="write_new"),
    path("i/<slug:key>/", desk.life, name="life"),
    path("i/<slug:key>/write/", writing.write_version, name="write_version"),
    path(VERSION, versions.version, name="version"),
    path(f"{VERSION}write/", writing.write, name="write"),
    path(f"{VERSION}send/", versions.send, name="send"),
    path(f"{VERSION}approve/", versions.approve, name="approve"),
    path(f"{VERSION}back/", versions.give_back, name="give_back"),
    path(f"{VERSION}drop/", versions.drop, name="drop"),
    path(f"{VERSION}end/", versions.withdraw, name="withdraw"),
    path(f"{VERSION}confirm/", versions.confirm, name="confirm"),
    path("numbers/", numbers.numbers, name="numbers"),
    path("numbers/check/", numbers.check, name="check"),
    path("numbers/new/", numbers.add, name="add_number"),
    path("numbers/n/<slug:key>/", numbers.number, name="number"),
    path("numbers/n/<slug:key>/correct/", numbers.correct, name="correct"),
    path("numbers/n/<slug:key>/keep/", numbers.keep, name="keep_number"),
    path("files/", content_files.files, name="files"),
    path("files/export.yaml", content_files.export, name="export"),
    path("files/<uuid:file_id>/", content_files.content_file, name="content_file"),
    path("files/<uuid:file_id>/take/", content_files.take, name="take_file"),
    path("files/<uuid:file_id>/drop/", content_files.drop, name="drop_file"),
    path("history/", history.history, name="history"),
    path("history/<slug:key>/", history.item_history, name="item_history"),
]
