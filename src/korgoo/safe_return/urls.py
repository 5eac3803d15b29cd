from django.urls import path

from korgoo.safe_return.views import moving, packages, papers, partners, planning

app_name = "safe_return"

urlpatterns = [
    path("", planning.live, name="list"),
    path("new/<uuid:case_id>/", planning.start, name="start"),
    path("<uuid:plan_id>/", planning.plan, name="plan"),
    path("<uuid:plan_id>/wish/", planning.wish, name="wish"),
    path("<uuid:plan_id>/journey/", planning.travel, name="travel"),
    path("<uuid:plan_id>/risk/", planning.risk, name="risk"),
    path("<uuid:plan_id>/stops/", planning.stop, name="stop"),
    path("<uuid:plan_id>/stops/<int:number>/drop/", planning.drop, name="drop_stop"),
    path("<uuid:plan_id>/reception/", planning.reception, name="reception"),
    path("<uuid:plan_id>/places/", planning.places, name="places"),
    path("<uuid:plan_id>/places/pass-on/", planning.pass_on, name="pass_on"),
    path("<uuid:plan_id>/move/<slug:deed>/", moving.move, name="move"),
    path("<uuid:plan_id>/receipt.pdf", papers.receipt, name="receipt"),
    path("<uuid:plan_id>/card.pdf", papers.pocket_card, name="card"),
    path("partners/", partners.partners, name="partners"),
    path("partners/add/", partners.add, name="partner_add"),
    path("partners/<int:partner_id>/", partners.partner, name="partner"),
    path("partners/<int:partner_id>/key/", partners.add_key, name="key_add"),
    path("partners/keys/<int:key_id>/check/", partners.check_key, name="key_check"),
    path("partners/keys/<int:key_id>/retire/", partners.retire_key, name="key_retire"),
    path("packages/new/<uuid:case_id>/", packages.choose, name="package_choose"),
    path("packages/new/<uuid:case_id>/<int:key_id>/", packages.make, name="package_make"),
    path("packages/<uuid:package_id>/", packages.package, name="package"),
    path("packages/<uuid:package_id>/file/", packages.fetch, name="package_file"),
    path("packages/<uuid:package_id>/answer/", packages.answer_file, name="package_answer"),
    path("packages/<uuid:package_id>/answer/told/", packages.answer_told, name="answer_told"),
    path("packages/<uuid:package_id>/told/", packages.told, name="package_told"),
    path("packages/<uuid:package_id>/letter.pdf", papers.recall_letter, name="recall_letter"),
]
