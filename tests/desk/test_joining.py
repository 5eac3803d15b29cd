from uuid import uuid4

import pytest

from korgoo.access import audit
from korgoo.access.enums import Event, Mandate
from korgoo.access.models import AuditEvent
from korgoo.desk import selectors, services
from korgoo.desk.models import Contact
from korgoo.helpline.models import Conversation
from korgoo.lib.errors import DomainError, NotFound
from korgoo.lib.word_codes import new_code
from tests import factories
from tests.desk.conftest import OUTSIDERS, fresh, record, told, trusting, wrote

pytestmark = pytest.mark.django_db


def around(row):
    return {one.pk for one in selectors.around(fresh(row))}


def test_a_repeated_caller_is_joined_by_the_number_they_read_out(house, contact):
    again = record(house.colleague, asked="documents")

    services.join(again.pk, contact.spoken_code, actor=house.colleague.actor)

    assert around(contact) == around(again) == {contact.pk, again.pk}
    assert AuditEvent.objects.filter(event=Event.CONTACT_JOINED).count() == 1


def test_joining_joins_all_that_belong_to_either(house, contact):
    second = record(house.operator, told(beside=contact.pk))
    third = record(house.operator)
    fourth = record(house.operator, told(beside=third.pk))

    services.join(fourth.pk, second.code, actor=house.operator.actor)

    assert around(contact) == {contact.pk, second.pk, third.pk, fourth.pk}


def test_a_contact_is_taken_out_again_and_two_become_one_each(house, contact):
    other = record(house.operator, told(beside=contact.pk))

    services.part(other.pk, actor=house.operator.actor)

    assert around(contact) == {contact.pk}
    assert around(other) == {other.pk}
    assert fresh(contact).thread is None


def test_taking_one_of_three_out_leaves_two_together(house, contact):
    second = record(house.operator, told(beside=contact.pk))
    third = record(house.operator, told(beside=contact.pk))

    services.part(third.pk, actor=house.operator.actor)

    assert around(contact) == {contact.pk, second.pk}


def test_what_is_together_is_not_joined_twice(house, contact):
    other = record(house.operator, told(beside=contact.pk))
    for one, number in ((contact, contact.code), (contact, other.code)):
        with pytest.raises(DomainError, match="together already"):
            services.join(one.pk, number, actor=house.operator.actor)


@pytest.mark.parametrize("number", ["000 000 000", "12", "123 456 789", ""])
def test_a_wrong_number_joins_nothing(house, contact, number):
    with pytest.raises(NotFound):
        services.join(contact.pk, number, actor=house.operator.actor)


@pytest.mark.parametrize("who", OUTSIDERS)
def test_contacts_of_another_house_are_not_found_by_their_number(house, contact, who):
    with pytest.raises(NotFound):
        selectors.by_code(contact.code, actor=getattr(house, who).actor)


def test_a_call_is_joined_to_messages_without_a_name(house, contact, conversation):
    services.join_conversation(contact.pk, conversation.pk, actor=house.operator.actor)

    assert fresh(contact).conversation_id == conversation.pk
    row = AuditEvent.objects.get(event=Event.HELP_LINKED)
    assert row.detail == f"desk.Contact:{contact.pk}"


def test_two_calls_about_the_same_messages_are_one_person(house, contact, conversation):
    services.join_conversation(contact.pk, conversation.pk, actor=house.operator.actor)
    other = record(house.colleague, told(conversation_id=conversation.pk, channel="web"))

    assert around(other) == {contact.pk, other.pk}
    with pytest.raises(DomainError, match="together already"):
        services.join_conversation(other.pk, conversation.pk, actor=house.operator.actor)


def test_there_are_no_messages_to_join(house, contact):
    with pytest.raises(NotFound):
        services.join_conversation(contact.pk, uuid4(), actor=house.operator.actor)
    assert fresh(contact).conversation_id is None


def test_writing_down_beside_what_is_not_known_keeps_nothing(house, contact):
    with pytest.raises(NotFound):
        record(house.stranger, told(beside=contact.pk))
    assert Contact.objects.count() == 1


def test_messages_of_another_house_are_not_joined(house):
    row = record(house.stranger)
    with pytest.raises(NotFound):
        services.join_conversation(row.pk, wrote().pk, actor=house.stranger.actor)


def test_what_is_to_be_called_is_not_listed_a_second_time(house, contact):
    kept = record(house.operator, trusting())
    actor = house.operator.actor

    assert selectors.list_to_call(actor=actor) == [kept]
    assert selectors.list_unfinished(actor=actor) == [contact]


def test_a_caller_reads_their_words_out_and_both_come_together(house, contact):
    code = new_code("ky").canonical
    conversation = wrote(code)
    typed = ", ".join(code.split()).upper()

    services.join_by_words(contact.pk, typed, actor=house.operator.actor)

    assert fresh(contact).conversation_id == conversation.pk
    trail = AuditEvent.objects.filter(event=Event.HELP_FOUND)
    assert [row.target for row in trail] == [audit.label(conversation)]
    assert code.split()[0] not in str(list(AuditEvent.objects.values_list("target", "detail")))


@pytest.mark.parametrize("typed", ["one two three", "unknown"])
def test_wrong_words_find_nothing(house, contact, typed):
    words = new_code("ky").canonical if typed == "unknown" else typed
    with pytest.raises(NotFound):
        services.join_by_words(contact.pk, words, actor=house.operator.actor)


def test_words_of_messages_to_another_house_find_nothing(house, contact):
    code = new_code("ky").canonical
    conversation = wrote(code)
    elsewhere = factories.organisation(Mandate.ADVISE)
    Conversation.objects.filter(pk=conversation.pk).update(organisation=elsewhere)
    with pytest.raises(NotFound, match="Nothing of ours"):
        services.join_by_words(contact.pk, code, actor=house.operator.actor)
