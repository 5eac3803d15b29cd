from django.urls import URLPattern, URLResolver, include, path

from korgoo.workshop.views import adding, asking, bringing, drafts, lists, moving, questions, signs

app_name = "workshop"

in_list = [
    path("", drafts.catalogue, name="catalogue"),
    path("head/", signs.catalogue_head, name="catalogue_head"),
    path("add-group/", adding.add_dimension, name="add_dimension"),
    path("groups/<str:thing_key>/", signs.dimension, name="dimension"),
    path("add-element/", adding.add_element, name="add_element"),
    path("elements/<str:thing_key>/", signs.element, name="element"),
    path("add-sign/", adding.add_indicator, name="add_indicator"),
    path("signs/<str:code>/", signs.indicator, name="indicator"),
]
in_set = [
    path("", drafts.view, name="view"),
    path("head/", questions.view_head, name="view_head"),
    path("card/", questions.pocket, name="pocket"),
    path("advice/<str:outcome>/", questions.advice, name="advice"),
    path("add-page/", asking.add_page, name="add_page"),
    path("pages/<int:number>/", questions.page, name="page"),
    path("pages/<int:number>/when/", asking.condition, name="condition"),
    path("pages/<int:number>/add-question/", asking.add_question, name="add_question"),
    path("asked/<str:question>/", questions.question, name="question"),
    path("asked/<str:question>/add-answer/", asking.add_option, name="add_option"),
    path("asked/<str:question>/answers/<str:option>/", questions.option, name="option"),
]
in_draft: list[URLPattern | URLResolver] = [
    path("", drafts.draft, name="draft"),
    path("name/", drafts.name, name="name"),
    path("past/", drafts.past, name="past"),
    path("history/", drafts.history, name="history"),
    path("contents/", drafts.contents, name="contents"),
    path("join/", drafts.join, name="join"),
    path("drop/", drafts.drop, name="drop"),
    path("move/", moving.move, name="move"),
    path("remove/", moving.remove, name="remove"),
    path("files.zip", bringing.download, name="download"),
    path("bring/", bringing.bring, name="bring"),
    path("brought/", bringing.brought, name="brought"),
    path("brought/take/", bringing.take, name="take_brought"),
    path("brought/drop/", bringing.drop, name="drop_brought"),
    path("head/", signs.head, name="head"),
    path("lists/<str:catalogue>/", include(in_list)),
    path("add-questions/", asking.add_view, name="add_view"),
    path("questions/<str:view_key>/", include(in_set)),
    path("examples/", drafts.vectors, name="vectors"),
    path("add-example/", adding.add_vector, name="add_vector"),
    path("examples/<str:thing_key>/", signs.vector, name="vector"),
]
urlpatterns = [
    path("", lists.index, name="list"),
    path("editions/<slug:digest>/", lists.edition, name="edition"),
    path(
        "editions/<slug:digest>/lists/<str:catalogue>/",
        lists.edition_catalogue,
        name="edition_catalogue",
    ),
    path(
        "editions/<slug:digest>/questions/<str:view_key>/", lists.edition_view, name="edition_view"
    ),
    path("drafts/start/", drafts.start, name="start"),
    path("drafts/<uuid:draft_id>/", include(in_draft)),
]
