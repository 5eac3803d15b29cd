from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.desk import services
from korgoo.desk.enums import Noise, Reached
from korgoo.desk.models import Contact, ContactWords
from korgoo.desk.services import Ending
from korgoo.lib import clock as platform_clock
from korgoo.lib.errors import DomainError, Locked, NotFound
from tests import factories
from tests.desk.conftest import OUTSIDERS, WORDS, fresh, record, told, trusting

pytestmark = pytest.mark.django_db


def events(*names):
    return [row.event for row in AuditEvent.objects.filter(event__in=names).order_by("seq")]


def test_four_answers_are_a_contact_with_a_number_to_read_out(contact, house):
    assert (contact.language, contact.danger, contact.asked) == ("ky", "no", "wages")
    assert len(contact.code) == 9
    assert contact.holder_id == house.operator.user.pk
    assert contact.is_open
    assert events(Event.CONTACT_RECORDED) == [Event.CONTACT_RECORDED]


def test_words_are_sealed_and_open_for_a_colleague_with_a_trace(kept, house):
    sealed = bytes(ContactWords.objects.get().sealed)
    assert not any(word.encode() in sealed for word in WORDS.values())

    assert services.open_words(kept.pk, actor=house.colleague.actor) == WORDS
    row = AuditEvent.objects.get(event=Event.CONTACT_OPENED)
    assert row.user_id == house.colleague.user.pk
    assert not any(word in str(vars(row)) for word in WORDS.values())


def test_without_a_yes_only_the_codes_are_kept(house):
    row = record(house.operator, told(words=WORDS, has_agreed=False, may_call="yes"))

    assert not ContactWords.objects.exists()
    assert row.has_agreed is False
    assert row.may_call == ""  # there is no number
    held = str(list(Contact.objects.values()))
    assert not any(word in held for word in WORDS.values())


def test_words_without_an_answer_are_refused_not_dropped(house):
    with pytest.raises(DomainError, match="Ask whether we may keep"):
        record(house.operator, told(words=WORDS))
    assert not Contact.objects.exists()


def test_a_yes_without_words_keeps_nothing(house):
    record(house.operator, told(has_agreed=True, words={"note": "  "}))

    assert not ContactWords.objects.exists()


def test_what_is_no_code_and_no_known_word_is_not_kept(house):
    row = record(house.operator, told(coded={"caller": "self", "story": "told"}))

    assert row.caller == "self"
    assert not hasattr(fresh(row), "story")


@pytest.mark.parametrize("who", OUTSIDERS[:3])
def test_who_does_not_listen_takes_no_contact(house, who):
    with pytest.raises(NotFound):
        record(getattr(house, who))


@pytest.mark.parametrize("who", OUTSIDERS)
def test_who_does_not_listen_here_opens_nothing(house, kept, who):
    with pytest.raises(NotFound):
        services.open_words(kept.pk, actor=getattr(house, who).actor)
    assert not events(Event.CONTACT_OPENED)


def test_a_locked_session_opens_nothing(house, kept):
    with pytest.raises(Locked):
        services.open_words(kept.pk, actor=factories.locked(house.operator))
    assert not events(Event.CONTACT_OPENED)


def test_words_moved_to_another_contact_do_not_open(house, kept, contact):
    row = ContactWords.objects.get(contact=kept)
    ContactWords.objects.create(contact=contact, key_id=row.key_id, sealed=row.sealed)

    with pytest.raises(DomainError, match="seal does not fit"):
        services.open_words(contact.pk, actor=house.operator.actor)


def test_a_call_that_asks_for_nothing_is_counted_and_holds_nothing(house):
    row = services.record_noise(Noise.ABUSE, actor=house.operator.actor)

    assert (row.noise, row.language, row.asked) == ("abuse", "", "")
    assert not row.is_open
    for deed in (
        lambda: services.say_outcome(row.pk, Ending("informed"), actor=house.operator.actor),
        lambda: services.take(row.pk, actor=house.operator.actor),
        lambda: services.open_case(row.pk, words_may_go=False, actor=house.operator.actor),
    ):
        with pytest.raises(DomainError, match="asked for nothing"):
            deed()


@pytest.mark.parametrize(
    "change",
    [
        {"noise": "silent"},
        {"language": ""},
        {"outcome": "passed_on"},
        {"passed_to": "somebody"},
        {"may_call": "never", "call_at": platform_clock.now()},
        {"age_band": "12-17", "is_child": False},
    ],
)
def test_the_database_holds_the_rules(contact, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Contact.objects.filter(pk=contact.pk).update(**change)


def test_what_came_of_it_is_said_and_corrected(contact, house):
    actor = house.colleague.actor
    services.pass_on(contact.pk, "helpline-189", actor=actor)
    assert (fresh(contact).outcome, fresh(contact).passed_to) == ("passed_on", "helpline-189")

    services.say_outcome(contact.pk, Ending("informed", ["ru-passport"], "ignored"), actor=actor)

    row = fresh(contact)
    assert (row.outcome, row.passed_to, row.cards) == ("informed", "", ["ru-passport"])
    assert not row.is_open
    assert events(Event.CONTACT_PASSED_ON, Event.CONTACT_ENDED) == [
        Event.CONTACT_PASSED_ON,
        Event.CONTACT_ENDED,
    ]


def test_passing_on_keeps_the_cards_that_were_told(house):
    row = record(house.operator, told(ending=("informed", ["ru-passport"])))

    services.pass_on(row.pk, "helpline-189", actor=house.operator.actor)

    assert fresh(row).cards == ["ru-passport"]


def test_a_call_back_is_written_down(kept, house, clock):
    clock.forward(hours=3)
    assert kept.is_due(platform_clock.now())
    actor = house.colleague.actor
    assert services.open_for_call(kept.pk, actor=actor)["phone"] == WORDS["phone"]

    services.call_back(kept.pk, Reached.REACHED, actor=actor)

    row = fresh(kept)
    assert row.call_at is None
    assert row.holder_id == house.colleague.user.pk
    assert events(Event.CONTACT_OPENED, Event.CONTACT_CALLED) == [
        Event.CONTACT_OPENED,
        Event.CONTACT_CALLED,
    ]


def test_whom_one_did_not_reach_is_called_again_but_not_for_ever(kept, house):
    actor = house.operator.actor
    with pytest.raises(DomainError, match="when to try again"):
        services.call_back(kept.pk, Reached.NOBODY, actor=actor)
    assert fresh(kept).tries == 0
    for number in range(1, 5):
        services.call_back(kept.pk, Reached.SOMEBODY, again="hour", actor=actor)
        assert fresh(kept).tries == number
        assert fresh(kept).call_at == platform_clock.now() + timedelta(hours=1)

    services.call_back(kept.pk, Reached.NOBODY, again="hour", actor=actor)

    assert fresh(kept).call_at is None


def test_never_is_never(kept, house):
    actor = house.operator.actor
    services.call_back(kept.pk, Reached.STOP, actor=actor)

    assert (fresh(kept).may_call, fresh(kept).call_at) == ("never", None)
    with pytest.raises(DomainError, match="Never call"):
        services.open_for_call(kept.pk, actor=actor)
    with pytest.raises(DomainError, match="Never call"):
        services.call_back(kept.pk, Reached.REACHED, actor=actor)


def test_a_later_never_of_the_same_person_takes_the_call_off_the_list(kept, house, clock):
    clock.forward(minutes=5)
    record(house.colleague, told(may_call="never", beside=kept.pk))

    assert fresh(kept).call_at is None
    with pytest.raises(DomainError, match="Never call"):
        services.open_for_call(kept.pk, actor=house.operator.actor)


def test_only_the_person_changes_never_by_calling_again(house, clock):
    first = record(house.operator, told(may_call="never"))
    clock.forward(minutes=5)
    row = record(house.operator, trusting(beside=first.pk))

    assert services.open_for_call(row.pk, actor=house.operator.actor)["phone"] == WORDS["phone"]


def test_the_words_are_destroyed_when_the_caller_takes_back_their_yes(kept, house):
    services.forget(kept.pk, actor=house.operator.actor)

    row = fresh(kept)
    assert not ContactWords.objects.exists()
    assert (row.has_agreed, row.call_at, row.may_call) == (False, None, "")
    with pytest.raises(NotFound, match="Nothing is kept"):
        services.open_words(kept.pk, actor=house.operator.actor)


def test_forgetting_does_not_lift_a_never(house):
    row = record(house.operator, told(words=WORDS, has_agreed=True, may_call="never"))

    services.forget(row.pk, actor=house.operator.actor)

    assert fresh(row).may_call == "never"


def test_what_is_old_is_destroyed_and_codes_stay_for_counting(kept, contact, clock):
    clock.forward(days=89)
    assert services.erase_old() == 0
    clock.forward(days=2)

    assert services.erase_old() == 1
    assert not ContactWords.objects.exists()
    assert Contact.objects.count() == 2
    assert fresh(kept).call_at is None
    assert services.erase_old() == 0

    clock.forward(days=1095)
    assert services.erase_old() == 2
    assert not Contact.objects.exists()
    assert events(Event.CONTACT_ERASED) == [Event.CONTACT_ERASED] * 3
