"""Pages for everybody. The language stands in the address, so that they can be kept and copied."""

from django.urls import path

from korgoo.offers.views import checking, reporting

app_name = "offers_public"
urlpatterns = [
    path("", checking.check, name="check"),
    path("report/", reporting.report, name="report"),
]
