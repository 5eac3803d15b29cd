"""What other missions ask: plain data, and nothing for who may see nothing."""

from uuid import uuid4

import pytest
from django.db import transaction

from korgoo.access.enums import Mandate
from korgoo.consultation import api, selectors, services, subjects
from korgoo.consultation.enums import AdoptionState, State, Wait
from korgoo.lib.errors import NotFound
from tests import factories
from tests.consultation.conftest import BASIS, FIRST_DAY, KIND, LAST_DAY

pytestmark = pytest.mark.django_db


def card(story):
    return api.card_of(KIND, story.draft.id)


def test_a_draft_that_was_never_opened_has_no_card(draft, people):
    assert api.card_of(KIND, draft.id) is None
    assert not api.is_frozen(KIND, draft.id)


def test_opening_gives_the_card(draft, people):
    made = api.open_consultation(KIND, draft.id, open_until=LAST_DAY, actor=people.editor.actor)
    assert made == api.card_of(KIND, draft.id)
    assert (made.kind, made.subject_id, made.open_until) == (KIND, draft.id, LAST_DAY)
    assert made.address == f"/consultations/{made.id}/"
    assert made.is_open
    assert made.adoption is None


def test_a_card_tells_the_whole_way(story):
    comment = story.comment()
    assert (card(story).comments, card(story).unanswered) == (1, 1)
    story.answer(comment)
    assert (card(story).comments, card(story).unanswered) == (1, 0)
    story.end()
    assert card(story).state is State.CLOSED
    adoption = story.propose()
    assert card(story).adoption.state is AdoptionState.PROPOSED
    assert not card(story).is_adopted
    story.confirm(adoption)
    made = card(story).adoption
    assert card(story).is_adopted
    assert (made.legal_basis, made.takes_effect) == (BASIS, FIRST_DAY)
    assert made.confirming_organisation == "Invented Centre"


def test_a_draft_is_frozen_from_the_proposal_on(story):
    assert not api.is_frozen(KIND, story.draft.id)
    story.end()
    adoption = story.propose()
    assert api.is_frozen(KIND, story.draft.id)
    with transaction.atomic():
        assert api.is_frozen(KIND, story.draft.id, lock=True)
    story.confirm(adoption)
    assert api.is_frozen(KIND, story.draft.id)
    assert not api.is_frozen(KIND, uuid4())


def test_what_is_taken_back_is_on_no_card(story):
    story.end()
    services.withdraw(story.propose().pk, actor=story.people.editor.actor)
    assert card(story).adoption is None


def test_the_home_page_lists_and_counts(story):
    officer, editor = story.people.officer.actor, story.people.editor.actor
    (line,) = api.list_open(actor=officer)
    assert (line.kind_title, line.title) == ("Test guideline", "Guideline, edition two")
    assert line.waits == (Wait.COMMENT,)
    assert (api.count_waiting(actor=officer), api.count_waiting(actor=editor)) == (1, 0)

    story.comment()

    assert (api.count_waiting(actor=officer), api.count_waiting(actor=editor)) == (0, 1)


def test_adopted_drafts_leave_the_list(story):
    story.adopt()
    assert api.list_open(actor=story.people.officer.actor) == []
    assert len(api.unread_notices(actor=story.people.officer.actor)) == 1


def test_who_sees_no_consultation_gets_nothing(story):
    protector = story.people.protector.actor
    assert api.list_open(actor=protector) == []
    assert api.count_waiting(actor=protector) == 0
    story.adopt()
    assert api.unread_notices(actor=protector) == []


def test_lists_ask_the_database_as_often_for_many_as_for_one(
    story, django_assert_num_queries, monkeypatch
):
    actor = story.people.officer.actor
    with django_assert_num_queries(3):
        api.list_open(actor=actor)
    for _time in range(5):
        monkeypatch.setattr(story.draft, "id", uuid4())
        services.open_consultation(
            KIND, story.draft.id, open_until=LAST_DAY, actor=story.people.editor.actor
        )
    assert api.count_waiting(actor=actor) == 6
    with django_assert_num_queries(3):
        api.count_waiting(actor=actor)


def test_a_kind_that_no_mission_registered_is_not_found(draft):
    assert subjects.subject(KIND).kind == KIND
    with pytest.raises(NotFound):
        subjects.subject("nothing")


def test_lists_ask_for_the_titles_of_drafts_and_compare_nothing(story):
    story.draft.described = 0

    (line,) = api.list_open(actor=story.people.officer.actor)

    assert line.title == "Guideline, edition two"
    assert story.draft.described == 0


def test_who_may_decide_is_listed_by_name(db):
    in_order = factories.organisations_in_order(Mandate.COORDINATE)

    listed = [row.pk for row in selectors.deciding_organisations()]
    assert [pk for pk in listed if pk in in_order] == in_order
