from django.urls import path

from korgoo.materials.views import approving, desk, files, stock, writing

app_name = "materials"
urlpatterns = [
    path("", desk.choose, name="choose"),
    path("of/<slug:key>/", desk.listed, name="list"),
    path("of/<slug:key>/add/", desk.add, name="add"),
    path("of/<slug:key>/stock/", stock.campaign, name="campaign_stock"),
    path("of/<slug:key>/stock.csv", stock.balances, name="balances"),
    path("of/<slug:key>/movements.csv", stock.movements, name="movements"),
    path("<uuid:material_id>/", desk.material, name="material"),
    path("<uuid:material_id>/<slug:language>/write/", writing.write, name="write"),
    path("versions/<uuid:version_id>/", desk.version, name="version"),
    path("versions/<uuid:version_id>/send/", approving.send, name="send"),
    path("versions/<uuid:version_id>/approve/", approving.approve, name="approve"),
    path("versions/<uuid:version_id>/give-back/", approving.give_back, name="give_back"),
    path("versions/<uuid:version_id>/withdraw/", approving.withdraw, name="withdraw"),
    path("versions/<uuid:version_id>/stock/", stock.version, name="stock"),
    path("versions/<uuid:version_id>/files/<str:name>", files.file, name="file"),
]
