"""What a person sends: sealed, once, without a second in the record."""

from datetime import timedelta
from uuid import uuid4

import pytest

from korgoo.access.models import AuditEvent, Flood
from korgoo.helpline import policies, seals, selectors, services
from korgoo.helpline.enums import AnswerWay, Danger, State
from korgoo.helpline.models import Attachment, Conversation, Message
from korgoo.lib import clock as platform_clock
from korgoo.lib.errors import DomainError
from korgoo.lib.word_codes import new_code
from tests import factories
from tests.helpline.conftest import TEXT, fresh, note, picture, told
from tests.members import at_once

pytestmark = pytest.mark.django_db


def test_a_message_is_opened_by_the_helpline_and_by_the_words(house):
    conversation, code = told(
        way=AnswerWay.CALL, phone="+996 000 000 111", hours="Sunday", word="it is the library"
    )

    [opened] = services.open_messages(conversation.pk, actor=house.operator.actor)
    assert (opened.text, opened.phone, opened.word) == (
        TEXT,
        "+996 000 000 111",
        "it is the library",
    )
    assert services.read(code).messages[0].text == TEXT
    assert services.read(new_code("ky").canonical) is None


def test_a_number_to_call_is_not_kept_when_no_call_is_wished(house):
    conversation, _code = told(way=AnswerWay.HERE, phone="+996 000 000 111")
    [opened] = services.open_messages(conversation.pk, actor=house.operator.actor)
    assert opened.phone == ""


def test_times_are_kept_to_the_hour(house, clock):
    clock.set(2026, 3, 2, 14, 37, 21)
    conversation, _code = told()
    clock.forward(minutes=45)
    hour = platform_clock.now() - timedelta(hours=1)

    row, message = fresh(conversation), Message.objects.get()
    for at in (row.opened_at, row.waits_since, row.last_at, message.at):
        assert at == policies.to_the_hour(hour)


def test_what_a_person_does_leaves_no_second_in_the_trail(house):
    before = AuditEvent.objects.count()
    conversation, code = told()
    services.read(code)
    services.read_sealed(seals.receipt_of(code).locator)
    services.erase_by_words(code)
    assert AuditEvent.objects.count() == before
    assert not Conversation.objects.filter(pk=conversation.pk).exists()


def test_the_same_form_sent_again_is_one_message(house):
    code, form = new_code("ky").canonical, uuid4()
    for _n in range(3):
        told(code, form=form)
    assert Message.objects.count() == 1


def test_a_form_sent_again_with_other_words_is_another_message(house):
    code, form = new_code("ky").canonical, uuid4()
    told(code, form=form)
    told(code, form=form, text="and one thing more")
    told(code, form=form, photo=picture())
    assert [m.text for m in services.read(code).messages] == [TEXT, "and one thing more", TEXT]


def test_danger_that_is_said_later_counts(house):
    conversation, code = told(danger=Danger.NO)
    services.answer(conversation.pk, "We are here.", actor=house.operator.actor)
    told(code, danger=Danger.YES, language="", country="", way=None)

    row = fresh(conversation)
    assert (row.danger, row.state, row.taken_by_id) == (Danger.YES, State.NEW, None)
    assert (row.language, row.country, row.answer_way) == ("ky", "RU", AnswerWay.HERE)


def test_who_answers_goes_on_when_the_person_writes_more(house):
    conversation, code = told()
    services.take(conversation.pk, actor=house.operator.actor)
    told(code)
    row = fresh(conversation)
    assert (row.state, row.taken_by_id) == (State.TAKEN, house.operator.user.pk)


@pytest.mark.parametrize("ending", ["end", "refuse"])
def test_what_is_over_opens_again(house, ending):
    conversation, code = told()
    getattr(services, ending)(conversation.pk, actor=house.operator.actor)
    told(code)
    assert fresh(conversation).state == State.NEW


def test_a_picture_is_sealed_to_the_helpline_alone(house):
    conversation, _code = told(photo=picture())
    message = Message.objects.get()
    assert message.has_photo
    assert b"JFIF" not in bytes(Attachment.objects.get().to_helpline)

    made = services.open_photo(conversation.pk, message.key, actor=house.operator.actor)
    assert made.media_type == "image/jpeg"


def incoming(code, key_id, **changes):
    """What a browser sends that sealed by itself; what it sealed, nobody here can judge."""
    receipt = seals.receipt_of(code)
    given = {
        "place": seals.place_of(receipt.locator),
        "public": receipt.private.public,
        "key": uuid4(),
        "helpline_key_id": key_id,
        "to_helpline": b"x" * 300,
        "to_person": b"y" * 300,
        "photo": b"",
        "danger": Danger.NO,
    }
    return services.Incoming(**(given | changes))


def key_id_of(member):
    from korgoo.access import keyring

    return keyring.readers({member.organisation.pk})[member.organisation.pk].key_id


def test_a_key_of_somebody_who_does_not_answer_is_refused(house):
    with pytest.raises(DomainError, match="does not answer here"):
        services.receive(incoming(new_code("en").canonical, key_id_of(house.stranger)))
    assert not Conversation.objects.exists()


def test_another_key_cannot_slip_into_a_conversation(house):
    _conversation, code = told()
    wrong = seals.receipt_of(new_code("ky").canonical).private.public
    with pytest.raises(DomainError, match="does not fit the seven words"):
        services.receive(incoming(code, key_id_of(house.operator), public=wrong))
    assert Message.objects.count() == 1


def test_a_message_that_was_sealed_wrongly_hides_no_other(house):
    conversation, code = told()
    services.receive(incoming(code, key_id_of(house.operator)))

    opened = services.open_messages(conversation.pk, actor=house.operator.actor)
    assert [m.text for m in opened] == [TEXT, None]
    assert [m.text for m in services.read(code).messages] == [TEXT, None]


def test_very_many_unread_messages_wait_for_somebody_to_read(house):
    _conversation, code = told()
    for _n in range(19):
        told(code)
    with pytest.raises(DomainError, match="wait to be read"):
        told(code)
    assert Message.objects.count() == 20


def test_a_flood_of_messages_does_not_keep_danger_out(house):
    Flood.objects.create(
        name="helpline:message",
        began_at=policies.to_the_hour(platform_clock.now()),
        taken=policies.SENT_PER_HOUR,
    )
    with pytest.raises(DomainError, match="Very many messages"):
        told()
    with pytest.raises(DomainError, match="Very many messages"):
        told(danger=Danger.UNKNOWN)
    told(danger=Danger.YES)
    assert Message.objects.count() == 1


def test_without_a_key_nobody_pretends_to_listen(house, monkeypatch):
    keyless = factories.organisation(code="keyless")
    monkeypatch.setattr(selectors, "bodies_that_answer", lambda: [keyless.code])
    with pytest.raises(DomainError, match="Nobody can read"):
        told()
    assert not Conversation.objects.exists()


def test_an_installation_can_name_who_answers(house, settings):
    settings.HELP_GOES_TO = (house.stranger.organisation.code,)
    conversation, _code = told()
    assert conversation.organisation_id == house.stranger.organisation.pk


def test_a_conversation_stays_with_whoever_answers_it(house, settings):
    conversation, code = told()
    settings.HELP_GOES_TO = (house.stranger.organisation.code,)
    told(code)
    opened = services.open_messages(conversation.pk, actor=house.operator.actor)
    assert [m.text for m in opened] == [TEXT, TEXT]


@pytest.mark.django_db(transaction=True)
def test_the_same_message_by_two_lines_at_once_is_kept_once(house):
    code, form = new_code("ky").canonical, uuid4()
    outcomes = at_once(*[lambda: services.send(note(form=form), code)] * 4)
    assert all(isinstance(found, Conversation) for found in outcomes), outcomes
    assert Message.objects.count() == Conversation.objects.count() == 1
