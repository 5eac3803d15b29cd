from django.urls import path, register_converter

from korgoo.pairs import views


class MarkConverter:
    """The mark of a pair in an address: a keyed hash, of which nobody reads cases."""

    regex = "[0-9a-f]{32}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(MarkConverter, "mark")

app_name = "pairs"
urlpatterns = [
    path("", views.list_pairs, name="list"),
    path("pair/<mark:mark>/", views.pair, name="pair"),
    path("pair/<mark:mark>/pass-on/", views.pass_on, name="pass_on"),
    path("asks/<uuid:ask_id>/release/", views.release, name="release"),
    path("asks/<uuid:ask_id>/close/", views.close, name="close"),
    path("asks/left/close/", views.close_left, name="close_left"),
    path("key/", views.key, name="key"),
    path("key/give/", views.give_key, name="give_key"),
    path("key/propose/", views.propose_key, name="propose_key"),
    path("key/confirm/", views.confirm_key, name="confirm_key"),
    path("key/refuse/", views.refuse_key, name="refuse_key"),
    path("ours/", views.mine, name="mine"),
    path("ours/compare/", views.compare, name="compare"),
    path("ours/<uuid:case_id>/ask/", views.ask, name="ask"),
    path("ours/<uuid:case_id>/take-back/", views.take_back, name="take_back"),
    path("questions/<uuid:question_id>/", views.question, name="question"),
    path(
        "questions/<uuid:question_id>/take-back/", views.take_answer_back, name="take_answer_back"
    ),
    path("connections/<uuid:connection_id>/part/", views.part, name="part"),
    path("alarms/", views.alarms, name="alarms"),
    path("alarms/<int:alarm_id>/", views.look_into, name="look_into"),
    path("bait/", views.lay, name="lay"),
    path("bait/<uuid:case_id>/take-up/", views.take_up, name="take_up"),
]
