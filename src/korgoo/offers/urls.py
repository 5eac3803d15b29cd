from django.urls import path

from korgoo.offers.views import reports

app_name = "offers"
urlpatterns = [
    path("", reports.reports, name="list"),
    path("seen/", reports.seen, name="seen"),
    path("<uuid:report_id>/", reports.report, name="report"),
    path("<uuid:report_id>/settle/", reports.settle, name="settle"),
    path("<uuid:report_id>/picture/", reports.picture, name="picture"),
]
