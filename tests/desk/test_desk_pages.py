import re
from uuid import uuid4

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent, KeptForm
from korgoo.desk.models import Contact, ContactWords
from korgoo.helpline.enums import Danger
from korgoo.rights import api as rights
from tests import factories_rights as made
from tests.desk.conftest import (
    FILLED,
    NOTE,
    OUTSIDERS,
    PHONE,
    WORDS,
    fresh,
    record,
    told,
    trusting,
    typed_in,
    wrote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cards(house):
    return rights.load(
        made.information(
            made.item(),
            made.advice(),
            made.stale(numbers=["embassy-ru"]),
            numbers=[made.number(), made.number("police-ru", kind="police", number="102")],
        )
    )


def opened(event):
    return AuditEvent.objects.filter(event=event).count()


def test_the_desk_shows_what_waits_and_opens_nothing(house, operator, words_of, clock):
    wrote()
    wrote(danger=Danger.YES)
    kept = record(house.operator, trusting(call_when="hour"))
    contact = record(house.colleague, asked="documents")
    clock.forward(hours=2)
    before = AuditEvent.objects.count()

    page = operator.get("desk")

    said = words_of(page)
    assert said.index("In danger") < said.index("Messages without a name that wait") + 400
    for row in (kept, contact):
        assert row.spoken_code in said
    assert "To be called back" in said
    assert "In an hour" in said
    assert not any(word in page.text for word in WORDS.values())
    assert AuditEvent.objects.count() == before


def test_those_in_danger_come_first(house, operator):
    safe, danger = wrote(), wrote(danger=Danger.YES)
    page = operator.get("desk").text
    assert page.index(str(danger.pk)) < page.index(str(safe.pk))


def test_a_quiet_desk_says_so(operator, words_of):
    assert "Nobody waits. Nothing is due." in words_of(operator.get("desk"))


def test_own_rest_is_called_to_mind_and_only_to_oneself(house, operator, enter, words_of):
    for _ in range(3):
        record(house.operator, danger="yes")
    said = words_of(operator.get("desk"))
    assert "You have carried much today." in said
    assert "3 of them were hard." in said
    assert "carried much" not in words_of(enter(house.colleague).get("desk"))


PAGES = ("desk", "new", "find", "hand_over")
OF_ONE = ("contact", "opened", "call", "outcome", "pass_on", "join", "forget", "case")
DEEDS = ("take", "part", "pass_on", "forget", "case", "outcome", "call", "join")


@pytest.mark.parametrize("who", [one for one in OUTSIDERS if one != "stranger"])
def test_who_does_not_listen_finds_no_desk(house, kept, enter, who):
    browser = enter(getattr(house, who))
    assert {browser.get(page).status_code for page in PAGES} == {404}
    assert {browser.get(page, kept.pk).status_code for page in OF_ONE} == {404}
    assert {browser.post(page, kept.pk).status_code for page in DEEDS} == {404}
    assert browser.post("noise", kind="silent").status_code == 404
    assert Contact.objects.count() == 1


def test_another_house_finds_none_of_ours(house, kept, enter, words_of):
    browser = enter(house.stranger)
    assert {browser.get(page, kept.pk).status_code for page in OF_ONE} == {404}
    assert {browser.post(page, kept.pk).status_code for page in DEEDS} == {404}
    assert kept.spoken_code not in words_of(browser.get("desk"))
    answer = browser.post("find", number=kept.code)
    assert answer.status_code == 422
    assert "no contact with this number" in words_of(answer)


def test_visitors_and_a_locked_session_are_led_to_the_door(house, kept, client, enter):
    assert enter().get("desk").status_code == 302
    browser = enter(house.operator)
    for key in list(browser.client.cookies):
        if key != "sessionid" and key != "language":
            del browser.client.cookies[key]
    answers = [browser.get(page, kept.pk) for page in OF_ONE]
    assert {answer.status_code for answer in answers} == {302}
    assert not any(PHONE in answer.text for answer in answers)
    assert opened(Event.CONTACT_OPENED) == 0


def test_four_answers_make_a_contact(operator, words_of):
    answer = operator.post("new", **FILLED)

    row = Contact.objects.get()
    assert answer.url == operator.address("contact", row.pk)
    assert row.spoken_code in words_of(operator.get("contact", row.pk))
    assert (row.sex, row.age_band, row.has_agreed) == ("unknown", "unknown", None)


def test_a_form_sent_twice_is_one_contact(operator):
    key = str(uuid4())
    first = operator.post("new", **FILLED, submission_key=key)
    second = operator.post("new", **FILLED, submission_key=key)

    assert first.url == second.url
    assert Contact.objects.count() == 1


@pytest.mark.parametrize("missing", sorted(FILLED))
def test_exactly_four_answers_are_needed(operator, missing, words_of):
    data = {name: value for name, value in FILLED.items() if name != missing}
    answer = operator.post("new", **data, hours="at dawn")

    assert answer.status_code == 422
    assert "Choose one of the answers." in words_of(answer)
    assert typed_in(answer.text, "hours") == "at dawn"
    assert not Contact.objects.exists()


def test_everything_else_may_be_told_too(operator):
    more = {
        **WORDS,
        "has_agreed": "yes",
        "may_call": "yes",
        "call_when": "evening",
        "caller": "relative",
        "is_child": "on",
        "age_band": "12-17",
        "sex": "female",
        "country": "RU",
        "region": "",
        "destination": "russia",
        "campaign": "Bus-7",
        "outcome": "informed",
    }
    operator.post("new", **FILLED, **more)

    row = Contact.objects.get()
    assert (row.caller, row.sex, row.country, row.campaign) == (
        "relative",
        "female",
        "RU",
        "bus-7",
    )
    assert row.is_child
    assert row.call_at is not None
    assert ContactWords.objects.filter(contact=row).exists()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"phone": PHONE}, "Ask whether we may keep this."),
        ({"call_when": "hour"}, "did not say yes to it"),
        ({"call_when": "hour", "may_call": "yes"}, "we need the number"),
        ({"outcome": "passed_on"}, "Choose to whom you sent the caller."),
        ({"campaign": "a story about me"}, "letters, digits and dashes only"),
    ],
)
def test_what_cannot_be_taken_is_explained_and_kept_on_the_page(operator, more, says, words_of):
    answer = operator.post("new", **FILLED, **more)

    assert answer.status_code == 422
    assert says in words_of(answer)
    for value in more.values():
        assert value in answer.text
    assert not Contact.objects.exists()


def test_danger_shows_numbers_and_first_steps_before_anything_else(operator, words_of):
    calm, alarmed = operator.get("new"), operator.get("new", danger="yes")

    assert "do this first" not in words_of(calm)
    said = words_of(alarmed)
    assert said.index("Danger now: do this first") < said.index("New contact")
    assert re.search(r'name="danger"[^>]*value="yes"[^>]*checked', alarmed.text)
    assert 'href="tel:' in alarmed.text


def test_danger_said_in_the_form_shows_them_at_once_and_keeps_what_was_typed(operator, words_of):
    answer = operator.post("new", danger="yes", look="1", phone=PHONE)

    assert answer.status_code == 200
    assert "do this first" in words_of(answer)
    assert typed_in(answer.text, "phone") == PHONE
    assert "There is a problem" not in words_of(answer)
    assert not Contact.objects.exists()


def test_cards_are_found_inside_the_form_which_loses_nothing(operator, cards, words_of):
    answer = operator.post(
        "new", language="ky", look="1", look_words="pasport", note=NOTE, danger="no"
    )

    assert answer.status_code == 200
    assert NOTE in answer.text
    assert 'name="cards"' in answer.text
    assert re.search(r'name="danger"[^>]*value="no"[^>]*checked', answer.text)


def test_a_card_is_told_with_one_tap_and_stays_told_on_the_next_search(operator, cards):
    key = re.search(
        r'name="cards" value="([^"]+)"',
        operator.post("new", language="ky", look="1", look_place="russia").text,
    )[1]
    again = operator.post("new", language="ky", look="1", look_words="zzzz", cards=key)
    assert re.search(rf'name="cards" value="{key}" checked', again.text)

    operator.post("new", **FILLED, outcome="informed", cards=key)

    assert Contact.objects.get().cards == [key]


def test_cards_are_in_the_callers_language_with_the_readers_beside(operator, cards):
    theirs = operator.post("new", language="ky", look="1", look_place="russia").text
    same = operator.post("new", language="en", look="1", look_place="russia").text

    assert 'lang="ky"' in theirs
    assert "The same in your language" in theirs
    assert "The same in your language" not in same


def test_a_language_without_cards_says_so(operator, cards, words_of):
    said = words_of(operator.post("new", language="uz", look="1", look_place="russia"))
    assert "no cards in this language yet" in said


def test_what_is_being_checked_is_never_told_as_a_rule(operator, cards, words_of):
    said = words_of(operator.post("new", language="en", look="1", look_place="russia"))
    assert "This is being checked." in said


def test_nothing_found_says_not_to_guess(operator, cards, words_of):
    said = words_of(operator.post("new", language="en", look="1", look_words="qqqqqq"))
    assert "do not guess" in said


def test_what_was_typed_is_kept_when_the_session_is_over(house, operator, client):
    page = operator.get("new")
    token = typed_in(page.text, "kept_for")
    client.logout()

    answer = operator.post("new", **FILLED, **WORDS, kept_for=token)

    assert answer.status_code == 302
    assert KeptForm.objects.filter(user_id=house.operator.user.pk).count() == 1
    assert not Contact.objects.exists()


def test_messages_are_written_down_as_a_contact(operator, conversation):
    page = operator.get("new", conversation=str(conversation.pk)).text
    assert typed_in(page, "conversation") == str(conversation.pk)
    assert re.search(r'name="channel"[^>]*value="web"[^>]*checked', page)

    operator.post("new", **FILLED | {"channel": "web"}, conversation=str(conversation.pk))

    assert Contact.objects.get().conversation_id == conversation.pk


@pytest.mark.parametrize("name", ["conversation", "beside"])
@pytest.mark.parametrize("value", ["nonsense", "00000000-0000-4000-8000-000000000001"])
def test_what_is_not_known_fills_in_nothing(operator, name, value):
    page = operator.get("new", **{name: value})
    assert page.status_code == 200
    assert not typed_in(page.text, name)


def test_a_repeated_caller_begins_with_what_is_known(operator, house):
    row = record(house.colleague, told(language="ru"))
    page = operator.get("new", beside=str(row.pk)).text
    assert re.search(r'<option value="ru" selected', page)

    operator.post("new", **FILLED, beside=typed_in(page, "beside"))

    assert fresh(row).thread is not None


def test_a_call_that_asks_for_nothing_is_one_tap(operator, words_of):
    answer = operator.post("noise", kind="silent")

    assert answer.url == operator.address("desk")
    assert Contact.objects.get().noise == "silent"
    assert "Counted." in words_of(operator.get("desk"))
    said = words_of(operator.get("contact", Contact.objects.get().pk))
    assert "asked for nothing" in said


def test_another_tap_than_ours_counts_nothing(operator):
    assert operator.post("noise", kind="loud").status_code == 404
    assert not Contact.objects.exists()


def test_a_contact_is_found_by_its_number_which_is_not_in_the_address(operator, contact):
    answer = operator.post("find", number=contact.spoken_code)

    assert answer.url == operator.address("contact", contact.pk)
    assert contact.code not in answer.url


@pytest.mark.parametrize("number", ["", "12", "111 111 112"])
def test_a_wrong_number_is_explained_and_kept(operator, contact, number, words_of):
    answer = operator.post("find", number=number)
    assert answer.status_code == 422
    assert typed_in(answer.text, "number") == number


def test_the_menu_leads_operators_to_the_desk(operator, enter, house):
    assert 'href="/desk/"' in operator.get("/account/").text
    assert 'href="/desk/"' not in enter(house.worker).get("/account/").text


def test_the_home_page_leads_to_what_waits_at_the_desk(house, operator, enter, words_of, clock):
    wrote(danger=Danger.YES)
    record(house.operator, trusting(call_when="hour"))
    clock.forward(hours=2)

    said = words_of(operator.get("/home/"))
    assert "1 person in danger waits for an answer" in said
    assert "1 person is to be called back now" in said
    assert "in danger waits" not in words_of(enter(house.worker).get("/home/"))


def test_what_is_not_needed_is_folded_until_something_stands_in_it(operator, contact):
    folded, beside = operator.get("new").text, operator.get("new", danger="yes").text
    assert '<details class="govuk-details" open' not in folded
    assert '<details class="govuk-details" open' not in beside
    assert (
        '<details class="govuk-details" open' in operator.post("new", look="1", hours="at 9").text
    )
    assert '<details class="govuk-details" open' in operator.post("new", danger="no").text
