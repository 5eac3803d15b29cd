from django.urls import path, register_converter

from korgoo.access.enums import Facet
from korgoo.casework import views


class FacetConverter:
    """A sealed part in an address."""

    regex = "|".join(Facet.values)

    def to_python(self, value: str) -> Facet:
        return Facet(value)

    def to_url(self, value: str) -> str:
        return Facet(value).value


register_converter(FacetConverter, "facet")

app_name = "casework"
urlpatterns = [
    path("", views.list_cases, name="list"),
    path("new/", views.open_case, name="open"),
    path("watch/", views.watch, name="watch"),
    path("find/", views.find, name="find"),
    path("export/<slug:form>/", views.export, name="export"),
    path("lists/save/", views.save_list, name="save_list"),
    path("lists/<uuid:filter_id>/forget/", views.forget_list, name="forget_list"),
    path("<uuid:case_id>/", views.case, name="case"),
    path("<uuid:case_id>/help/", views.help_now, name="help_now"),
    path("<uuid:case_id>/details/", views.details, name="details"),
    path("<uuid:case_id>/part/<facet:kind>/", views.facet, name="facet"),
    path("<uuid:case_id>/papers/add/", views.add_paper, name="add_paper"),
    path("<uuid:case_id>/papers/<facet:kind>/", views.papers, name="papers"),
    path("<uuid:case_id>/papers/<facet:kind>/<uuid:paper_id>/", views.paper, name="paper"),
    path(
        "<uuid:case_id>/papers/<facet:kind>/<uuid:paper_id>/remove/",
        views.remove_paper,
        name="remove_paper",
    ),
    path("<uuid:case_id>/told/", views.told, name="told"),
    path("<uuid:case_id>/note/", views.note, name="note"),
    path("<uuid:case_id>/screen/", views.screen, name="screen"),
    path("<uuid:case_id>/decide/<uuid:screening_id>/", views.decide, name="decide"),
    path("<uuid:case_id>/consent/", views.consents, name="consents"),
    path("<uuid:case_id>/consent/<int:recipient_id>/", views.consent, name="consent"),
    path("<uuid:case_id>/consent/<int:recipient_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:case_id>/status/", views.status, name="status"),
]
