from django.urls import path

from korgoo.fieldforms import views

app_name = "fieldforms"
urlpatterns = [
    path("", views.forms_list, name="list"),
    path("import/", views.bring, name="bring"),
    path("import/<uuid:batch_id>/", views.batch, name="batch"),
    path("import/<uuid:batch_id>/take/", views.take, name="take"),
    path("import/<uuid:batch_id>/drop/", views.drop, name="drop"),
    path("<slug:view>/xlsform/", views.xlsform, name="xlsform"),
    path("<slug:view>/xform/", views.xform, name="xform"),
    path("<slug:view>/paper/<slug:language>/", views.paper, {"size": "normal"}, name="paper"),
    path(
        "<slug:view>/paper/<slug:language>/large/",
        views.paper,
        {"size": "large"},
        name="paper_large",
    ),
]
