"""Campaigns for members."""

from django.urls import path

from korgoo.campaign import converters  # noqa: F401 - names parts of addresses
from korgoo.campaign.views import parts, plan, readiness

app_name = "campaign"
urlpatterns = [
    path("", plan.listed, name="list"),
    path("new/", plan.begin, name="begin"),
    path("history/", plan.history, name="history"),
    path("<slug:key>/", plan.page, name="page"),
    path("<slug:key>/again/", plan.begin_again, name="begin_again"),
    path("<slug:key>/change/", plan.change, name="change"),
    path("<slug:key>/to/<campaign_state:to>/", plan.move, name="move"),
    path("<slug:key>/add/<campaign_part:part>/", parts.add, name="add_part"),
    path("<slug:key>/<campaign_part:part>/<int:part_id>/", parts.change, name="part"),
    path(
        "<slug:key>/<campaign_part:part>/<int:part_id>/remove/", parts.remove, name="remove_part"
    ),
    path("<slug:key>/objective/<int:part_id>/result/", parts.result, name="result"),
    path("<slug:key>/budget/<int:part_id>/spent/", parts.spent, name="spent"),
    path("<slug:key>/risk/<campaign_risk:risk>/", readiness.risk, name="risk"),
    path("<slug:key>/ready/<campaign_check:check>/", readiness.ready, name="ready"),
    path("<slug:key>/code/", readiness.add_code, name="add_code"),
    path("<slug:key>/promise/", readiness.pledge, name="pledge"),
    path("<slug:key>/recall/", readiness.recall, name="recall"),
    path("<slug:key>/effects/", readiness.effects, name="effects"),
]
