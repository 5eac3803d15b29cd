from django.urls import path

from korgoo.workshop.views import (
    adding,
    asking,
    bringing,
    drafts,
    lists,
    moving,
    questions,
    signs,
)

app_name = "workshop"

DRAFT = "drafts/<uuid:draft_id>/"
LIST = f"{DRAFT}lists/<str:catalogue>/"
SET = f"{DRAFT}questions/<str:view_key>/"

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
    path(DRAFT, drafts.draft, name="draft"),
    path(f"{DRAFT}name/", drafts.name, name="name"),
    path(f"{DRAFT}past/", drafts.past, name="past"),
    path(f"{DRAFT}history/", drafts.history, name="history"),
    path(f"{DRAFT}contents/", drafts.contents, name="contents"),
    path(f"{DRAFT}join/", drafts.join, name="join"),
    path(f"{DRAFT}drop/", drafts.drop, name="drop"),
    path(f"{DRAFT}move/", moving.move, name="move"),
    path(f"{DRAFT}remove/", moving.remove, name="remove"),
    path(f"{DRAFT}files.zip", bringing.download, name="download"),
    path(f"{DRAFT}bring/", bringing.bring, name="bring"),
    path(f"{DRAFT}brought/", bringing.brought, name="brought"),
    path(f"{DRAFT}brought/take/", bringing.take, name="take_brought"),
    path(f"{DRAFT}brought/drop/", bringing.drop, name="drop_brought"),
    path(f"{DRAFT}head/", signs.head, name="head"),
    path(f"{DRAFT}add-questions/", asking.add_view, name="add_view"),
    path(f"{DRAFT}examples/", drafts.vectors, name="vectors"),
    path(f"{DRAFT}add-example/", adding.add_vector, name="add_vector"),
    path(f"{DRAFT}examples/<str:thing_key>/", signs.vector, name="vector"),
    path(LIST, drafts.catalogue, name="catalogue"),
    path(f"{LIST}head/", signs.catalogue_head, name="catalogue_head"),
    path(f"{LIST}add-group/", adding.add_dimension, name="add_dimension"),
    path(f"{LIST}groups/<str:thing_key>/", signs.dimension, name="dimension"),
    path(f"{LIST}add-element/", adding.add_element, name="add_element"),
    path(f"{LIST}elements/<str:thing_key>/", signs.element, name="element"),
    path(f"{LIST}add-sign/", adding.add_indicator, name="add_indicator"),
    path(f"{LIST}signs/<str:code>/", signs.indicator, name="indicator"),
    path(SET, drafts.view, name="view"),
    path(f"{SET}head/", questions.view_head, name="view_head"),
    path(f"{SET}card/", questions.pocket, name="pocket"),
    path(f"{SET}advice/<str:outcome>/", questions.advice, name="advice"),
    path(f"{SET}add-page/", asking.add_page, name="add_page"),
    path(f"{SET}pages/<int:number>/", questions.page, name="page"),
    path(f"{SET}pages/<int:number>/when/", asking.condition, name="condition"),
    path(f"{SET}pages/<int:number>/add-question/", asking.add_question, name="add_question"),
    path(f"{SET}asked/<str:question>/", questions.question, name="question"),
    path(f"{SET}asked/<str:question>/add-answer/", asking.add_option, name="add_option"),
    path(f"{SET}asked/<str:question>/answers/<str:option>/", questions.option, name="option"),
]
