"""Who answers: one of two at once, nobody of another house, each deed with its trace."""

from uuid import uuid4

import pytest

from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.helpline import api, policies, services
from korgoo.helpline.enums import Danger, State
from korgoo.helpline.models import Conversation, Message
from korgoo.lib.errors import DomainError, Forbidden, Locked, NotFound
from tests import factories
from tests.helpline.conftest import TEXT, fresh, picture, told
from tests.members import at_once

pytestmark = pytest.mark.django_db
DEEDS = {
    "take": ({}, Event.HELP_TAKEN, State.TAKEN),
    "answer": ({"text": "Call 189."}, Event.HELP_ANSWERED, State.ANSWERED),
    "end": ({}, Event.HELP_ENDED, State.ENDED),
    "pass_on": (
        {"body": "ministry-labour", "text": "Go there."},
        Event.HELP_PASSED_ON,
        State.PASSED_ON,
    ),
    "refuse": ({}, Event.HELP_REFUSED, State.SPAM),
}


def does(deed, conversation, actor):
    given, _event, _state = DEEDS[deed]
    return getattr(services, deed)(conversation.pk, **given, actor=actor)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_leaves_its_state_and_its_trace(house, conversation, deed):
    does(deed, conversation, house.operator.actor)

    _given, event, state = DEEDS[deed]
    row, trace = fresh(conversation), AuditEvent.objects.order_by("seq").last()
    assert row.state == state
    assert row.taken_by_id == house.operator.user.pk
    assert (trace.event, trace.user_id) == (event, house.operator.user.pk)
    assert trace.target == f"helpline.Conversation:{row.pk}"
    assert TEXT not in trace.detail


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ["stranger", "editor"])
def test_to_others_there_is_no_such_conversation(house, conversation, deed, who):
    actor = getattr(house, who).actor
    with pytest.raises(NotFound):
        does(deed, conversation, actor)
    with pytest.raises(NotFound):
        services.open_messages(conversation.pk, actor=actor)
    with pytest.raises(NotFound):
        api.conversation(conversation.pk, actor=actor)
    assert api.queue(actor=actor) == []
    assert api.waiting_count(actor=actor) == 0
    assert fresh(conversation).state == State.NEW


@pytest.mark.parametrize("deed", DEEDS)
def test_a_colleague_who_answers_is_not_disturbed(house, conversation, deed):
    services.take(conversation.pk, actor=house.operator.actor)
    with pytest.raises(DomainError, match="A colleague answers"):
        does(deed, conversation, house.colleague.actor)
    assert fresh(conversation).taken_by_id == house.operator.user.pk
    assert Message.objects.count() == 1


def test_opening_is_written_down_and_marks_as_read(house, conversation):
    services.open_messages(conversation.pk, actor=house.operator.actor)
    assert AuditEvent.objects.filter(event=Event.HELP_OPENED).count() == 1
    assert Message.objects.get().was_read


def test_a_locked_member_opens_nothing(house, conversation):
    with pytest.raises(Locked):
        services.open_messages(conversation.pk, actor=factories.locked(house.operator))
    assert not Message.objects.get().was_read


def test_a_member_whose_key_waits_opens_nothing_and_is_told(house, conversation):
    fresh_one = factories.member(Role.OFFICER, at=house.operator.organisation, is_approved=False)
    with pytest.raises(Forbidden, match="waits for a colleague"):
        services.open_messages(conversation.pk, actor=fresh_one.actor)
    assert not Message.objects.get().was_read


def test_an_answer_is_read_with_the_words_and_by_colleagues(house):
    conversation, code = told()
    services.answer(conversation.pk, "Сиз жалгыз эмессиз.", actor=house.operator.actor)

    assert [m.text for m in services.read(code).messages] == [TEXT, "Сиз жалгыз эмессиз."]
    assert Message.objects.filter(was_read=True).count() == 1
    opened = services.open_messages(conversation.pk, actor=house.colleague.actor)
    assert [m.by_id for m in opened] == [None, house.operator.user.pk]


def test_spam_is_destroyed_for_everybody(house):
    conversation, code = told(photo=picture())
    services.refuse(conversation.pk, actor=house.operator.actor)
    assert not Message.objects.exists()
    reading = services.read(code)
    assert (reading.state, reading.messages) == (State.SPAM, ())


def test_what_was_given_back_waits_as_before(house, conversation):
    services.take(conversation.pk, actor=house.operator.actor)
    with pytest.raises(DomainError, match="do not answer"):
        services.release(conversation.pk, actor=house.colleague.actor)
    services.release(conversation.pk, actor=house.head.actor)
    row = fresh(conversation)
    assert (row.state, row.taken_by_id, row.waits_since) == (
        State.NEW,
        None,
        conversation.waits_since,
    )


def test_a_shift_hands_over_to_a_colleague_of_the_house(house, conversation):
    services.take(conversation.pk, actor=house.operator.actor)
    api.hand_over(conversation.pk, to_id=house.colleague.user.pk, actor=house.operator.actor)
    assert fresh(conversation).taken_by_id == house.colleague.user.pk
    with pytest.raises(DomainError, match="does not answer messages here"):
        api.hand_over(conversation.pk, to_id=house.stranger.user.pk, actor=house.colleague.actor)


def test_danger_comes_first_then_who_waits_longest(house, clock):
    names = {}
    for name, danger in [
        ("calm early", Danger.NO),
        ("unsure", Danger.UNKNOWN),
        ("calm late", Danger.NO),
        ("danger", Danger.YES),
        ("answered", Danger.YES),
    ]:
        clock.forward(hours=1)
        names[told(danger=danger)[0].pk] = name
    answered = next(pk for pk, name in names.items() if name == "answered")
    services.answer(answered, "Call 112.", actor=house.operator.actor)

    order = [names[card.id] for card in api.queue(actor=house.colleague.actor)]
    assert order == ["danger", "unsure", "calm early", "calm late", "answered"]
    assert api.waiting_count(actor=house.colleague.actor) == 4


def test_within_an_hour_the_order_is_that_of_coming(house):
    came = [told()[0].pk for _n in range(4)]
    assert [card.id for card in api.queue(actor=house.operator.actor)] == came


def test_joining_to_a_contact_leaves_a_trace_and_no_text(house, conversation):
    card = api.link(conversation.pk, to="desk.Contact:7", actor=house.operator.actor)
    assert card.id == conversation.pk
    assert AuditEvent.objects.filter(event=Event.HELP_LINKED, detail="desk.Contact:7").exists()


def test_a_picture_of_another_conversation_is_not_found(house, conversation):
    other, _code = told(photo=picture())
    key = other.messages.get().key
    with pytest.raises(NotFound):
        services.open_photo(conversation.pk, key, actor=house.operator.actor)
    with pytest.raises(NotFound):
        services.open_photo(other.pk, uuid4(), actor=house.operator.actor)
    services.open_photo(other.pk, key, actor=house.operator.actor)
    assert AuditEvent.objects.filter(event=Event.HELP_PHOTO_OPENED).count() == 1


def test_half_a_year_after_the_last_word_everything_goes(house, conversation, clock):
    clock.forward(days=100)
    late, _code = told()
    clock.forward(days=policies.KEPT_AFTER_LAST_WORD.days - 99)

    assert services.erase_old() == 1
    assert [row.pk for row in Conversation.objects.all()] == [late.pk]
    assert AuditEvent.objects.filter(event=Event.HELP_ERASED).count() == 1
    assert services.erase_old() == 0
    assert policies.KEPT_AFTER_LAST_WORD.days == 180


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_at_once_one_answers(house):
    conversation, _code = told()
    outcomes = at_once(
        lambda: services.take(conversation.pk, actor=house.operator.actor),
        lambda: services.take(conversation.pk, actor=house.colleague.actor),
    )
    refused = [found for found in outcomes if isinstance(found, DomainError)]
    assert len(refused) == 1, outcomes
    assert "A colleague answers" in str(refused[0].message)
