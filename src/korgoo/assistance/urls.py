from django.urls import path, register_converter

from korgoo.assistance import views


class ExportConverter:
    """The form in which a programme is taken out."""

    regex = "csv|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ExportConverter, "programme_export")

app_name = "assistance"
urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("<uuid:case_id>/", views.programme, name="programme"),
    path("<uuid:case_id>/assess/", views.assess, name="assess"),
    path("<uuid:case_id>/assessed/<uuid:assessment_id>/", views.assessment, name="assessment"),
    path("<uuid:case_id>/goals/", views.goals, name="goals"),
    path("<uuid:case_id>/words/", views.words, name="words"),
    path("<uuid:case_id>/review/", views.review, name="review"),
    path("<uuid:case_id>/items/new/", views.plan_item, name="plan_item"),
    path("<uuid:case_id>/items/<uuid:item_id>/", views.item, name="item"),
    path("<uuid:case_id>/items/<uuid:item_id>/change/", views.change_item, name="change_item"),
    path("<uuid:case_id>/items/<uuid:item_id>/move/", views.move_item, name="move_item"),
    path("<uuid:case_id>/items/<uuid:item_id>/given/", views.given, name="given_of_item"),
    path("<uuid:case_id>/given/", views.given, name="given"),
    path("<uuid:case_id>/conference/", views.conference, name="conference"),
    path("<uuid:case_id>/tasks/<uuid:task_id>/done/", views.finish_task, name="finish_task"),
    path("<uuid:case_id>/guardian/", views.guardian, name="guardian"),
    path("<uuid:case_id>/best-interest/", views.best_interest, name="best_interest"),
    path("<uuid:case_id>/programme.pdf", views.paper, name="paper"),
    path("<uuid:case_id>/programme.<programme_export:form>", views.export, name="export"),
]
