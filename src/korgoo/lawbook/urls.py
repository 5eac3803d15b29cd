from django.urls import path

from korgoo.lawbook.views import articles, packages, reading

app_name = "lawbook"

urlpatterns = [
    path("", reading.instruments, name="instruments"),
    path("offences/", reading.offences, name="offences"),
    path("packages/", packages.packages, name="packages"),
    path("packages/new/", packages.new_package, name="new_package"),
    path("packages/<uuid:package_id>/", packages.package, name="package"),
    path("packages/<uuid:package_id>/describe/", packages.describe, name="describe"),
    path("packages/<uuid:package_id>/drop/", packages.drop, name="drop"),
    path(
        "packages/<uuid:package_id>/add/",
        articles.choose_instrument,
        name="choose_instrument",
    ),
    path(
        "packages/<uuid:package_id>/add/<slug:instrument>/",
        articles.choose_article,
        name="choose_article",
    ),
    path(
        "packages/<uuid:package_id>/<slug:instrument>/<str:article>/",
        articles.write,
        name="write",
    ),
    path(
        "packages/<uuid:package_id>/<slug:instrument>/<str:article>/remove/",
        articles.remove,
        name="remove",
    ),
    # Last, because any word could be the key of an instrument.
    path("<slug:key>/", reading.instrument, name="instrument"),
    path("<slug:key>/<str:article>/", reading.article, name="article"),
]
