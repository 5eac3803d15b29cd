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


class ClockDeedConverter:
    """What is done with a time limit, in an address."""

    regex = "pause|resume|extend|end"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FacetConverter, "facet")
register_converter(ClockDeedConverter, "clock_deed")

app_name = "casework"
urlpatterns = [
    path("", views.list_cases, name="list"),
    path("new/", views.open_case, name="open"),
    path("statuses/", views.status_map, name="status_map"),
    path("statuses/statuses.pdf", views.status_map_paper, name="status_map_paper"),
    path("watch/", views.watch, name="watch"),
    path("find/", views.find, name="find"),
    path("export/<slug:form>/", views.export, name="export"),
    path("lists/save/", views.save_list, name="save_list"),
    path("lists/<uuid:filter_id>/forget/", views.forget_list, name="forget_list"),
    path("exceptions/", views.exceptions, name="exceptions"),
    path("emergency/<uuid:glass_id>/", views.glass, name="glass"),
    path("emergency/<uuid:glass_id>/confirm/", views.glass_confirm, name="glass_confirm"),
    path("emergency/<uuid:glass_id>/refuse/", views.glass_refuse, name="glass_refuse"),
    path("notices/read/", views.notices_read, name="notices_read"),
    path("notices/<int:notice_id>/read/", views.notice_read, name="notice_read"),
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
    path("<uuid:case_id>/part/<facet:kind>/write/", views.note, name="passage"),
    path("<uuid:case_id>/clock/<int:clock_id>/", views.clock, name="clock"),
    path(
        "<uuid:case_id>/clock/<int:clock_id>/<clock_deed:deed>/",
        views.clock_deed,
        name="clock_deed",
    ),
    path("<uuid:case_id>/note/", views.note, name="note"),
    path("<uuid:case_id>/emergency/", views.glass_new, name="glass_new"),
    path("<uuid:case_id>/conflicts/", views.conflicts, name="conflicts"),
    path("<uuid:case_id>/conflicts/<int:mark_id>/ask/", views.conflict_ask, name="conflict_ask"),
    path(
        "<uuid:case_id>/conflicts/<int:mark_id>/lift/", views.conflict_lift, name="conflict_lift"
    ),
    path("<uuid:case_id>/keys/", views.new_keys, name="new_keys"),
    path("<uuid:case_id>/sharing/", views.share, name="share"),
    path("<uuid:case_id>/sharing/<int:act_id>/", views.sharing, name="sharing"),
    path(
        "<uuid:case_id>/sharing/<int:act_id>/confirm/",
        views.sharing_confirm,
        name="sharing_confirm",
    ),
    path(
        "<uuid:case_id>/sharing/<int:act_id>/refuse/", views.sharing_refuse, name="sharing_refuse"
    ),
    path("<uuid:case_id>/sharing/<int:act_id>/end/", views.sharing_end, name="sharing_end"),
    path("<uuid:case_id>/sharing/<int:act_id>/told/", views.sharing_told, name="sharing_told"),
    path("<uuid:case_id>/proof/<int:act_id>/", views.proof, name="proof"),
    path("<uuid:case_id>/screen/", views.screen, name="screen"),
    path("<uuid:case_id>/decide/<uuid:screening_id>/", views.decide, name="decide"),
    path("<uuid:case_id>/consent/", views.consents, name="consents"),
    path("<uuid:case_id>/consent/<int:recipient_id>/", views.consent, name="consent"),
    path("<uuid:case_id>/consent/<int:recipient_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:case_id>/status/", views.status, name="status"),
    path("<uuid:case_id>/status/procedural/", views.procedural, name="procedural"),
]
