"""The pages of those who answer; and who may not see them."""

from uuid import uuid4

import pytest
from django.urls import reverse

from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.helpline.enums import AnswerWay, Danger, State
from korgoo.helpline.models import Conversation, Message
from tests import factories
from tests.helpline.conftest import TEXT, fresh, picture, told

pytestmark = pytest.mark.django_db
READING = ("conversation", "opened", "hand_over", "pass_on", "refuse")
DOING = ("opened", "take", "release", "end", "hand_over", "pass_on", "refuse")


@pytest.fixture
def operator(house, enter):
    return enter(house.operator)


def test_the_queue_says_all_in_words_and_opens_nothing(house, operator, words_of):
    told(danger=Danger.YES, language="uz", country="RU")
    told()
    page = operator.get("queue")
    words = words_of(page)
    assert "In danger now , look at this conversation" in words
    assert "Russia" in words
    assert "zbek" in words
    assert words.index("In danger now ,") < words.index("Not in danger ,")
    assert TEXT not in page.text
    assert not AuditEvent.objects.filter(event=Event.HELP_OPENED).exists()


def test_an_empty_queue_says_so(operator, words_of):
    assert "Nobody waits for an answer." in words_of(operator.get("queue"))


def test_a_conversation_stays_closed_until_asked_for(house, operator, conversation):
    page = operator.get("conversation", conversation.pk)
    assert TEXT not in page.text
    assert "Open and read" in page.text
    assert not AuditEvent.objects.filter(event=Event.HELP_OPENED).exists()

    assert TEXT in operator.get("opened", conversation.pk).text
    assert AuditEvent.objects.filter(event=Event.HELP_OPENED).count() == 1


def test_one_takes_answers_and_the_queue_is_shown(house, operator, conversation, words_of):
    taken = operator.post("take", conversation.pk)
    assert taken.url == reverse("helpline:opened", args=[conversation.pk])
    sent = {"submission_key": str(uuid4()), "text": "Call 189."}
    for _n in range(2):
        answer = operator.post("opened", conversation.pk, **sent)
        assert answer.url == reverse("helpline:queue")
    assert Message.objects.count() == 2
    assert "Answered Operator One" in words_of(operator.get("queue"))


def test_an_empty_answer_is_refused_and_the_messages_stay(operator, conversation):
    page = operator.post("opened", conversation.pk, text="")
    assert page.status_code == 422
    assert "Write something first." in page.text
    assert TEXT in page.text


def test_of_two_operators_the_second_is_told_who_answers(house, enter, conversation, words_of):
    enter(house.operator).post("take", conversation.pk)
    second = enter(house.colleague)
    refused = second.post("take", conversation.pk)
    assert refused.url == reverse("helpline:conversation", args=[conversation.pk])
    words = words_of(second.get("conversation", conversation.pk))
    assert "A colleague answers this conversation now." in words
    assert "Operator One answers this conversation now." in words

    typed = second.post("opened", conversation.pk, text="I typed this for long.")
    assert typed.status_code == 422
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("page", "data", "state"),
    [
        ("end", {}, State.ENDED),
        ("refuse", {}, State.SPAM),
        ("pass_on", {"body": "ministry-labour", "text": "Go there."}, State.PASSED_ON),
        ("release", {}, State.NEW),
    ],
)
def test_each_button_does_what_it_says(operator, conversation, page, data, state):
    operator.post("take", conversation.pk)
    assert operator.post(page, conversation.pk, **data).status_code == 302
    assert fresh(conversation).state == state
    assert operator.get("conversation", conversation.pk).status_code == 200


def test_a_conversation_is_handed_to_a_colleague(house, operator, conversation):
    operator.post("take", conversation.pk)
    page = operator.get("hand_over", conversation.pk)
    assert "Operator Two" in page.text
    operator.post("hand_over", conversation.pk, to=house.colleague.user.pk)
    assert fresh(conversation).taken_by_id == house.colleague.user.pk
    wrong = operator.post("hand_over", conversation.pk, to=house.stranger.user.pk)
    assert wrong.status_code == 422


def test_how_to_call_is_said_with_what_to_say_first(house, operator):
    conversation, _code = told(
        way=AnswerWay.CALL, phone="+996 000 000 111", hours="Sunday", word="the library"
    )
    page = operator.get("opened", conversation.pk).text
    assert "May be called: +996 000 000 111" in page
    assert "When: Sunday" in page
    assert "Say first: the library" in page


def test_a_picture_is_masked_and_made_anew(house, operator):
    conversation, _code = told(photo=picture())
    key = Message.objects.get().key
    assert "Look at the picture" in operator.get("opened", conversation.pk).text
    answer = operator.get("photo", conversation.pk, key)
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store, private"
    assert AuditEvent.objects.filter(event=Event.HELP_PHOTO_OPENED).count() == 1


def test_what_is_no_picture_is_not_shown(house, operator):
    conversation, _code = told(photo=b"<html>not a picture</html>")
    answer = operator.get("photo", conversation.pk, Message.objects.get().key)
    assert answer.status_code == 409
    assert b"not a picture</html>" not in answer.content


def test_a_person_who_wants_no_answer_is_named_so(operator):
    conversation, _code = told(way=AnswerWay.NONE)
    assert "The person asked for no answer." in operator.get("opened", conversation.pk).text


@pytest.mark.parametrize("who", ["stranger", "editor"])
def test_others_find_nothing(house, enter, conversation, who):
    other = enter(getattr(house, who))
    for page in READING:
        assert other.get(page, conversation.pk).status_code == 404, page
    for page in DOING:
        answer = other.post(page, conversation.pk, text="x", body="ministry-labour", to=1)
        assert answer.status_code == 404, page
    assert other.get("photo", conversation.pk, Message.objects.get().key).status_code == 404
    assert fresh(conversation).state == State.NEW


def test_a_visitor_is_led_to_signing_in(house, enter, conversation):
    visitor = enter()
    for page in READING:
        assert "/account/" in visitor.get(page, conversation.pk).url, page
    assert "/account/" in visitor.get("queue").url
    assert "/account/" in visitor.post("take", conversation.pk).url
    assert Conversation.objects.get().state == State.NEW


def test_a_locked_member_is_led_to_unlocking(house, enter, conversation):
    operator = enter(house.operator)
    del operator.client.cookies["korgoo_key"]
    answer = operator.get("opened", conversation.pk)
    assert answer.status_code == 302
    assert not Message.objects.get().was_read


def test_one_whose_key_waits_is_told_why(house, enter, conversation):
    waiting = factories.member(Role.OFFICER, at=house.operator.organisation, is_approved=False)
    answer = enter(waiting).get("opened", conversation.pk)
    assert answer.status_code == 403
    assert "waits for a colleague" in answer.text
    assert not Message.objects.get().was_read
