import pytest

from korgoo.access.enums import Event, Facet, Permission
from korgoo.access.models import AuditEvent
from korgoo.casework import api as casework
from korgoo.desk import services
from korgoo.desk.models import ContactWords
from korgoo.helpline import services as helpline
from korgoo.helpline.enums import State
from korgoo.helpline.models import Conversation
from korgoo.lib.errors import DomainError, NotFound
from tests.desk.conftest import OUTSIDERS, TEXT, WORDS, fresh, record, told, trusting

pytestmark = pytest.mark.django_db


def facet(case_id, kind, actor):
    return casework.open_facet(case_id, Facet(kind), actor=actor)


def case_of(case_id, actor):
    return casework.case_card(case_id, actor=actor, permission=Permission.CASE_VIEW)


def test_only_codes_become_a_case_without_a_yes(house, kept):
    actor = house.operator.actor
    case_id = services.open_case(kept.pk, words_may_go=False, actor=actor)

    card = case_of(case_id, actor)
    assert (card.language, card.danger) == ("ky", "no")
    assert [facet(case_id, kind, actor) for kind in ("identity", "contact", "story")] == [None] * 3
    assert services.open_words(kept.pk, actor=actor) == WORDS
    assert (fresh(kept).case_id, fresh(kept).outcome) == (case_id, "referred")


def test_with_a_yes_the_words_move_and_are_kept_here_no_longer(house, kept):
    actor = house.operator.actor
    case_id = services.open_case(kept.pk, words_may_go=True, actor=actor)

    assert facet(case_id, "identity", actor) == {"name": WORDS["nickname"]}
    reached = facet(case_id, "contact", actor)
    assert (reached["phone"], reached["safe_hours"]) == (WORDS["phone"], WORDS["hours"])
    assert reached["safe_word"] == WORDS["word"]
    assert WORDS["note"] in str(facet(case_id, "story", actor))
    assert not ContactWords.objects.exists()
    assert fresh(kept).call_at is None
    row = AuditEvent.objects.get(event=Event.CONTACT_BECAME_CASE)
    assert row.detail == "words"


def test_who_has_no_name_stays_without_one(house):
    actor = house.operator.actor
    row = record(house.operator, trusting(words={"phone": "+996 000 000 512"}))
    case_id = services.open_case(row.pk, words_may_go=True, actor=actor)

    assert facet(case_id, "identity", actor) is None


def test_messages_without_a_name_go_along_by_a_yes_and_may_end(house, contact, conversation):
    actor = house.operator.actor
    services.join_conversation(contact.pk, conversation.pk, actor=actor)
    helpline.answer(conversation.pk, "an answer of ours", actor=actor)

    case_id = services.open_case(
        contact.pk, words_may_go=True, ends_conversation=True, actor=actor
    )

    story = str(facet(case_id, "story", actor))
    assert TEXT in story
    assert "an answer of ours" not in story
    assert Conversation.objects.get(pk=conversation.pk).state == State.ENDED


def test_messages_that_are_gone_stop_nothing(house, contact, conversation):
    actor = house.operator.actor
    services.join_conversation(contact.pk, conversation.pk, actor=actor)
    conversation.delete()

    assert services.open_case(contact.pk, words_may_go=True, ends_conversation=True, actor=actor)


def test_messages_that_a_colleague_answers_stop_the_whole_deed(house, contact, conversation):
    services.join_conversation(contact.pk, conversation.pk, actor=house.operator.actor)
    helpline.take(conversation.pk, actor=house.colleague.actor)

    with pytest.raises(DomainError, match="colleague answers"):
        services.open_case(
            contact.pk, words_may_go=True, ends_conversation=True, actor=house.operator.actor
        )
    assert fresh(contact).case_id is None


def test_one_person_becomes_one_case(house, contact):
    other = record(house.operator, told(beside=contact.pk))
    services.open_case(contact.pk, words_may_go=False, actor=house.operator.actor)

    for row in (contact, other):
        with pytest.raises(DomainError, match="opened for this person already"):
            services.open_case(row.pk, words_may_go=False, actor=house.operator.actor)


def test_persons_who_each_have_a_case_are_not_joined(house, contact):
    other = record(house.operator)
    for row in (contact, other):
        services.open_case(row.pk, words_may_go=False, actor=house.operator.actor)

    with pytest.raises(DomainError, match="case of its own"):
        services.join(contact.pk, other.code, actor=house.operator.actor)


def test_who_may_be_a_child_is_one_in_the_case(house):
    row = record(house.operator, told(is_child=True))
    case_id = services.open_case(row.pk, words_may_go=False, actor=house.operator.actor)

    assert case_of(case_id, house.operator.actor).is_child


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_opens_a_case_from_a_contact(house, kept, who):
    with pytest.raises(NotFound):
        services.open_case(kept.pk, words_may_go=True, actor=getattr(house, who).actor)
    assert ContactWords.objects.exists()
