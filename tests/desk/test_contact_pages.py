import re

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.casework.models import Case
from korgoo.desk import services
from korgoo.desk.models import Contact, ContactWords, Handover
from korgoo.helpline import services as helpline
from korgoo.helpline.models import Conversation
from korgoo.lib import codes
from tests.desk.conftest import (
    HOURS,
    NICKNAME,
    NOTE,
    PHONE,
    WORD,
    WORDS,
    fresh,
    record,
    told,
    trusting,
    typed_in,
    wrote,
)

pytestmark = pytest.mark.django_db


def count(event):
    return AuditEvent.objects.filter(event=event).count()


def test_the_page_of_a_contact_opens_nothing(operator, kept, words_of):
    page = operator.get("contact", kept.pk)

    assert "That you open it is written down." in words_of(page)
    assert not any(word in page.text for word in WORDS.values())
    assert count(Event.CONTACT_OPENED) == 0


def test_the_words_are_opened_when_asked_for(operator, kept, words_of):
    said = words_of(operator.get("opened", kept.pk))

    assert all(word in said for word in (NOTE, NICKNAME, HOURS, WORD, PHONE))
    assert count(Event.CONTACT_OPENED) == 1


def test_nothing_to_open_is_not_found(operator, contact, words_of):
    assert operator.get("opened", contact.pk).status_code == 404
    assert "No words are kept" in words_of(operator.get("contact", contact.pk))


def test_how_to_call_says_what_to_say_and_what_not(operator, kept, words_of):
    said = words_of(operator.get("call", kept.pk))

    assert PHONE in said
    assert f"Say: {WORD}" in said
    assert "Not: who calls, from where, what it is about." in said
    assert HOURS in said
    assert NOTE not in said  # not needed for calling


def test_without_a_word_one_says_only_good_day(house, operator, words_of):
    row = record(house.operator, trusting(words={"phone": PHONE}))
    assert "only good day" in words_of(operator.get("call", row.pk))


def test_a_call_back_is_noted(operator, kept):
    answer = operator.post("call", kept.pk, reached="nobody", again="evening")

    assert answer.url == operator.address("contact", kept.pk)
    assert fresh(kept).tries == 1


def test_when_to_try_again_is_asked(operator, kept, words_of):
    answer = operator.post("call", kept.pk, reached="somebody")

    assert answer.status_code == 422
    assert "Say when to try again." in words_of(answer)
    assert re.search(r'value="somebody"[^>]*checked', answer.text)
    assert PHONE in answer.text
    assert count(Event.CONTACT_OPENED) == 1  # what was shown stays written down


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_button_leads_past_never(house, operator, method, words_of):
    row = record(house.operator, told(words=WORDS, has_agreed=True, may_call="never"))
    page = operator.get("contact", row.pk)
    assert "Never call this person." in words_of(page)
    assert operator.address("call", row.pk) not in page.text
    assert PHONE not in operator.get("opened", row.pk).text

    answer = getattr(operator, method)("call", row.pk, reached="reached")

    assert answer.status_code == 409
    assert PHONE not in answer.text


def test_what_came_of_it_is_said_later(operator, contact, words_of):
    answer = operator.post("outcome", contact.pk, outcome="informed")

    assert answer.url == operator.address("contact", contact.pk)
    assert "Information given" in words_of(operator.get("contact", contact.pk))
    page = operator.get("outcome", contact.pk).text
    assert re.search(r'name="outcome"[^>]*value="informed"[^>]*checked', page)


def test_looking_for_cards_later_changes_nothing(operator, contact):
    answer = operator.post("outcome", contact.pk, look="1", look_words="x", outcome="informed")

    assert answer.status_code == 200
    assert fresh(contact).outcome == ""
    assert re.search(r'name="outcome"[^>]*value="informed"[^>]*checked', answer.text)


def test_who_was_sent_on_is_written_down_with_one_tap(operator, contact, words_of):
    page = operator.get("pass_on", contact.pk)
    assert "189" in words_of(page)
    to = re.search(r'name="to" value="(helpline-189)"', page.text)[1]

    operator.post("pass_on", contact.pk, to=to)

    assert (fresh(contact).outcome, fresh(contact).passed_to) == ("passed_on", "helpline-189")
    assert count(Event.CONTACT_PASSED_ON) == 1


def test_nobody_is_sent_to_what_is_not_on_the_list(operator, contact):
    assert operator.post("pass_on", contact.pk, to="my-cousin").status_code == 200
    assert fresh(contact).outcome == ""


def test_a_colleague_looks_after_it(house, enter, contact):
    browser = enter(house.colleague)
    browser.post("take", contact.pk)
    assert fresh(contact).holder_id == house.colleague.user.pk


def test_contacts_are_joined_and_taken_apart_on_their_pages(house, operator, contact, words_of):
    other = record(house.colleague, asked="documents")
    operator.post("join", contact.pk, number=other.spoken_code)
    assert other.spoken_code in words_of(operator.get("contact", contact.pk))

    operator.post("part", contact.pk)

    assert other.spoken_code not in words_of(operator.get("contact", contact.pk))


def test_messages_are_chosen_from_the_queue(operator, contact, conversation, words_of):
    page = operator.get("join", contact.pk)
    assert str(conversation.pk) in page.text

    operator.post("join", contact.pk, conversation=str(conversation.pk))

    assert "Their messages without a name" in words_of(operator.get("contact", contact.pk))
    conversation.delete()
    assert operator.get("contact", contact.pk).status_code == 200


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Write a number, choose messages, or write the words."),
        ({"number": "111 111 112"}, "Look at each digit."),
        ({"number": "48291537" + codes.check_digit("48291537")}, "found no contact"),
    ],
)
def test_a_wrong_number_joins_nothing_and_says_why(operator, contact, given, says, words_of):
    answer = operator.post("join", contact.pk, **given)
    assert answer.status_code == 422
    assert says in words_of(answer)
    assert typed_in(answer.text, "number") == given.get("number", "")


def test_the_words_are_destroyed_on_a_page_of_its_own(operator, kept, words_of):
    assert "cannot come back" in words_of(operator.get("forget", kept.pk))
    assert ContactWords.objects.exists()

    operator.post("forget", kept.pk)

    assert not ContactWords.objects.exists()


def test_a_contact_becomes_a_case_and_goes_on_to_help(operator, kept, words_of):
    answer = operator.post("case", kept.pk, words_may_go="yes", then="help")

    case = Case.objects.get()
    assert answer.url == f"/cases/{case.pk}/help/"
    assert operator.get(answer.url).status_code == 200
    assert "A case was opened for this person." in words_of(operator.get("contact", kept.pk))


def test_a_contact_becomes_a_referral_by_the_cases_own_consent(operator, contact):
    answer = operator.post("case", contact.pk, words_may_go="no", then="consent")

    assert answer.url == f"/cases/{Case.objects.get().pk}/consent/"
    assert operator.get(answer.url).status_code == 200


def test_the_callers_answer_is_needed_for_a_case(operator, kept, words_of):
    answer = operator.post("case", kept.pk, then="help")

    assert answer.status_code == 422
    assert "Choose one of the answers." in words_of(answer)
    assert not Case.objects.exists()


def test_a_second_case_is_refused_on_the_page(operator, house, contact, words_of):
    services.open_case(contact.pk, words_may_go=False, actor=house.operator.actor)
    answer = operator.post("case", contact.pk, words_may_go="no", then="help")

    assert answer.status_code == 422
    assert "opened for this person already" in words_of(answer)
    assert Case.objects.count() == 1


def test_a_shift_is_handed_over_in_one_act(house, operator, contact, enter, words_of):
    messages = wrote()
    helpline.take(messages.pk, actor=house.operator.actor)
    keys = re.findall(r'name="go_(\w+)"', operator.get("hand_over").text)
    assert keys == [f"messages_{messages.pk.hex}", f"contact_{contact.pk.hex}"]
    data = {f"go_{key}": "on" for key in keys} | {f"note_{keys[1]}": NOTE}

    answer = operator.post("hand_over", to=house.colleague.user.pk, **data)

    assert answer.url == operator.address("desk")
    row = Handover.objects.get()
    browser = enter(house.colleague)
    assert "Operator One left something to you" in words_of(browser.get("desk"))
    assert NOTE not in browser.get("desk").text
    said = words_of(browser.get("handover", row.pk))
    assert NOTE in said
    assert contact.spoken_code in said
    browser.post("handover", row.pk)
    assert fresh(contact).holder_id == house.colleague.user.pk
    assert Conversation.objects.get(pk=messages.pk).taken_by_id == house.colleague.user.pk
    assert "left something" not in words_of(browser.get("desk"))


def test_messages_are_left_to_whoever_comes_next(house, operator, contact):
    messages = wrote()
    helpline.take(messages.pk, actor=house.operator.actor)

    answer = operator.post("hand_over", **{f"go_messages_{messages.pk.hex}": "on"})

    assert answer.status_code == 302
    assert Conversation.objects.get(pk=messages.pk).taken_by_id is None


def test_a_word_to_what_stays_is_not_lost_silently(operator, contact, words_of):
    answer = operator.post("hand_over", **{f"note_contact_{contact.pk.hex}": NOTE})

    assert answer.status_code == 422
    assert "Mark it, or empty the word." in words_of(answer)
    assert not Handover.objects.exists()


def test_nothing_open_is_said(operator, words_of):
    assert "Nothing of yours is open." in words_of(operator.get("hand_over"))


def test_addresses_and_titles_tell_nothing(operator, kept):
    for page in ("contact", "opened", "call", "outcome", "join", "case"):
        answer = operator.get(page, kept.pk)
        title = re.search(r"<title>(.*?)</title>", answer.text, re.DOTALL)[1]
        said = title + operator.address(page, kept.pk)
        assert kept.code not in said
        assert not any(word in said for word in WORDS.values())


def test_the_trail_names_no_person_and_tells_no_word(operator, kept):
    operator.get("opened", kept.pk)
    operator.post("call", kept.pk, reached="reached")
    operator.post("case", kept.pk, words_may_go="yes", then="help")

    held = str(list(AuditEvent.objects.values())) + str(list(Contact.objects.values()))
    assert not any(word in held for word in WORDS.values())
