import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.desk import api, selectors, services
from korgoo.desk.models import Handover, HandoverItem
from korgoo.desk.services import Left
from korgoo.helpline import services as helpline
from korgoo.helpline.enums import Danger
from korgoo.helpline.models import Conversation
from korgoo.lib.errors import DomainError, Locked, NotFound
from tests import factories
from tests.desk.conftest import OUTSIDERS, fresh, record, told, trusting, wrote

pytestmark = pytest.mark.django_db
WORD = "ask for the sister, not for him"


@pytest.fixture
def left(house, contact):
    """One contact with a word, left to a colleague by name."""
    things = [Left(contact_id=contact.pk, note=WORD)]
    return services.hand_over(things, to_id=house.colleague.user.pk, actor=house.operator.actor)


def test_a_colleague_gets_it_reads_the_word_and_takes_it_over(house, contact, left):
    actor = house.colleague.actor
    assert selectors.list_left(actor=actor) == [left]
    assert fresh(contact).holder_id == house.colleague.user.pk

    [item] = services.open_handover(left.pk, actor=actor)
    assert (item.contact.pk, item.note) == (contact.pk, WORD)
    services.take_over(left.pk, actor=actor)

    assert selectors.list_left(actor=actor) == []
    events = [Event.SHIFT_HANDED_OVER, Event.SHIFT_NOTES_OPENED, Event.SHIFT_TAKEN_OVER]
    rows = AuditEvent.objects.filter(event__in=events).order_by("seq")
    assert [row.event for row in rows] == events


def test_the_word_is_sealed(left):
    row = HandoverItem.objects.get()
    assert row.sealed
    assert WORD.encode() not in bytes(row.sealed)


def test_what_is_left_to_nobody_by_name_is_for_whoever_comes_first(house, contact):
    things = [Left(contact_id=contact.pk)]
    row = services.hand_over(things, to_id=None, actor=house.operator.actor)
    assert fresh(contact).holder_id is None
    assert selectors.list_left(actor=house.operator.actor) == []
    with pytest.raises(DomainError, match="yourself"):
        services.take_over(row.pk, actor=house.operator.actor)

    services.take_over(row.pk, actor=house.head.actor)

    assert fresh(contact).holder_id == house.head.user.pk
    with pytest.raises(DomainError, match="already"):
        services.take_over(row.pk, actor=house.colleague.actor)


def test_messages_go_along_to_a_colleague(house, conversation):
    helpline.take(conversation.pk, actor=house.operator.actor)
    things = [Left(conversation_id=conversation.pk)]

    services.hand_over(things, to_id=house.colleague.user.pk, actor=house.operator.actor)

    taken = Conversation.objects.get(pk=conversation.pk).taken_by_id
    assert taken == house.colleague.user.pk


def test_messages_left_to_whoever_comes_next_wait_in_the_queue_for_them(house, conversation):
    helpline.take(conversation.pk, actor=house.operator.actor)
    things = [Left(conversation_id=conversation.pk)]

    row = services.hand_over(things, to_id=None, actor=house.operator.actor)

    left = Conversation.objects.get(pk=conversation.pk)
    assert (left.state, left.taken_by_id) == ("new", None)
    services.take_over(row.pk, actor=house.colleague.actor)
    taken = Conversation.objects.get(pk=conversation.pk)
    assert (taken.state, taken.taken_by_id) == ("taken", house.colleague.user.pk)


def test_messages_that_somebody_answers_meanwhile_stay_with_them(house, conversation):
    helpline.take(conversation.pk, actor=house.operator.actor)
    things = [Left(conversation_id=conversation.pk)]
    row = services.hand_over(things, to_id=None, actor=house.operator.actor)
    helpline.take(conversation.pk, actor=house.head.actor)

    services.take_over(row.pk, actor=house.colleague.actor)

    assert Conversation.objects.get(pk=conversation.pk).taken_by_id == house.head.user.pk


def test_nothing_is_handed_over_when_nothing_was_marked(house):
    with pytest.raises(DomainError, match="at least one"):
        services.hand_over([], to_id=None, actor=house.operator.actor)


@pytest.mark.parametrize("who", ["operator", *OUTSIDERS])
def test_a_shift_goes_only_to_another_who_listens_here(house, contact, who):
    things, to = [Left(contact_id=contact.pk)], getattr(house, who).user.pk
    with pytest.raises(DomainError, match="takes no calls"):
        services.hand_over(things, to_id=to, actor=house.operator.actor)
    assert fresh(contact).holder_id == house.operator.user.pk


def test_nobody_hands_over_what_a_colleague_looks_after(house, contact):
    things = [Left(contact_id=contact.pk)]
    with pytest.raises(NotFound):
        services.hand_over(things, to_id=None, actor=house.colleague.actor)


@pytest.mark.parametrize("who", ["operator", "head", *OUTSIDERS])
def test_nobody_else_reads_what_was_left_to_somebody(house, left, who):
    for deed in (services.open_handover, services.take_over):
        with pytest.raises(NotFound):
            deed(left.pk, actor=getattr(house, who).actor)
    assert selectors.list_left(actor=getattr(house, who).actor) == []


def test_a_locked_session_reads_no_word(house, left):
    with pytest.raises(Locked):
        services.open_handover(left.pk, actor=factories.locked(house.colleague))


def test_handovers_are_gone_after_a_month(left, clock):
    clock.forward(days=31)
    services.erase_old()

    assert not Handover.objects.exists()
    assert not HandoverItem.objects.exists()


def test_what_one_looks_after_is_gathered_the_due_calls_first(house, contact):
    later = record(house.operator, trusting(call_when="days"))
    sooner = record(house.operator, trusting())
    done = record(house.operator, told(ending=("informed",)))

    mine = selectors.own_unfinished(actor=house.operator.actor)

    assert mine == [sooner, later, contact]
    assert done not in mine
    assert selectors.own_unfinished(actor=house.colleague.actor) == []


def test_a_shift_is_reckoned_from_its_first_deed_to_its_handover(house, clock):
    actor = house.operator.actor
    assert selectors.own_day(actor=actor).since is None
    first = record(house.operator, told(danger="yes"))
    clock.forward(hours=5)
    record(house.operator)
    services.record_noise("abuse", actor=actor)

    day = selectors.own_day(actor=actor)
    assert (day.since, day.contacts, day.hard) == (first.at, 3, 2)
    assert selectors.own_day(actor=house.colleague.actor).contacts == 0

    services.hand_over([Left(contact_id=first.pk)], to_id=None, actor=actor)
    assert selectors.own_day(actor=actor).since is None
    clock.forward(days=1)
    assert selectors.own_day(actor=actor).contacts == 0


def test_taking_over_begins_a_shift(house, left, clock):
    clock.forward(minutes=10)
    row = services.take_over(left.pk, actor=house.colleague.actor)

    assert selectors.own_day(actor=house.colleague.actor).since == row.taken_at


def test_the_home_page_knows_what_waits(house, clock):
    wrote(danger=Danger.YES)
    wrote()
    record(house.operator, trusting(call_when="hour"))
    contact = record(house.operator)
    services.hand_over([Left(contact_id=contact.pk)], to_id=None, actor=house.operator.actor)
    clock.forward(hours=2)

    waiting = api.waiting(actor=house.colleague.actor)

    assert waiting == api.Waiting(in_danger=1, conversations=2, calls_due=1, left=1)


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nothing_waits_for_who_takes_no_calls_here(house, contact, who):
    wrote()
    assert api.waiting(actor=getattr(house, who).actor) == api.Waiting()
