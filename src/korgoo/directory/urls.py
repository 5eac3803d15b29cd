from django.urls import path

from korgoo.directory.views import browsing, gaps, own, places, sealed

app_name = "directory"

urlpatterns = [
    path("", browsing.directory, name="list"),
    path("of/<int:organisation_id>/", browsing.organisation, name="organisation"),
    path("own/", own.services_of_own, name="own"),
    path("own/new/", own.add, name="add"),
    path("own/<uuid:service_id>/", own.edit, name="edit"),
    path("own/<uuid:service_id>/checked/", own.confirm, name="confirm"),
    path("own/<uuid:service_id>/places/", places.tap, name="tap"),
    path("own/<uuid:service_id>/history/", places.history, name="history"),
    path("own/<uuid:service_id>/where/", sealed.where, name="address"),
    path("missing/", gaps.missing, name="gaps"),
    path("missing/<slug:kind>-<int:year>.csv", gaps.as_file, name="gaps_file"),
]
