"""What a run of messages leaves is looked at with both keys: every kind of fault must be found."""

from uuid import uuid4

import pytest
from django.apps import apps
from harness.inside import verify_help

from korgoo.access.enums import Mandate, Role
from korgoo.helpline import policies, services
from korgoo.helpline.enums import AnswerWay, Danger
from korgoo.helpline.models import Attachment, Conversation, Message
from korgoo.helpline.services import Note
from korgoo.lib.word_codes import derivation, new_code
from tests import factories
from tests.helpline.conftest import picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quick_words(monkeypatch):
    monkeypatch.setattr(derivation, "ITERATIONS", 1_000)


@pytest.fixture
def helper(db, clock):
    at = factories.organisation(Mandate.ADVISE, code="centre-employment-abroad")
    return factories.member(Role.HOTLINE_OPERATOR, at=at).actor


def write(words, text, *, photo=b"", danger=Danger.NO):
    note = Note(
        uuid4(), text, danger, photo=photo, language="ky", country="RU", way=AnswerWay.HERE
    )
    services.send(note, words)
    return {"words": words, "text": text, "danger": danger.value, "photo": bool(photo)}


@pytest.fixture
def told(helper):
    """Two conversations: two messages in one, one with a picture in the other."""
    first, second = (new_code("ky").canonical for _ in range(2))
    return [
        write(first, "Үлгү 1"),
        write(second, "Үлгү 2", photo=picture(), danger=Danger.YES),
        write(first, "Үлгү 3", danger=Danger.UNKNOWN),
    ]


NOTHING = {"conversations": 0, "messages": 0, "pictures": 0}


def test_what_was_answered_and_is_there_has_no_fault(told, helper):
    assert verify_help.check(NOTHING, told, helper=helper) == ([], 3)


def lose_message():
    Message.objects.order_by("pk").last().delete()


def lose_conversation():
    Conversation.objects.order_by("pk").first().delete()


def lose_picture():
    Attachment.objects.all().delete()
    Message.objects.filter(has_photo=True).update(has_photo=False)


def double():
    row = Message.objects.order_by("pk").first()
    row.pk, row.key, row._state.adding = None, uuid4(), True
    row.save()


def stop_half_way():
    # What began a conversation, without its message.
    row = Conversation.objects.order_by("pk").first()
    row.pk, row.place, row._state.adding = uuid4(), "0" * 64, True
    row.save()


def calm():
    Conversation.objects.filter(danger="yes").update(danger="no")


@pytest.mark.parametrize(
    "harm", [lose_message, lose_conversation, lose_picture, double, stop_half_way, calm]
)
def test_every_harm_is_found(told, helper, harm):
    try:
        harm()
        faults, _opened = verify_help.check(NOTHING, told, helper=helper)
    except verify_help.seals.CannotOpen:
        return  # as loud
    assert faults


def test_a_message_that_was_never_answered_is_found(told, helper):
    faults, opened = verify_help.check(NOTHING, told[:2], helper=helper)
    assert "3 messages, 2 answered" in faults
    assert opened < 3


def test_the_wide_platform_differs_in_its_budget_alone(monkeypatch):
    from wide.apps import MOST, WideConfig

    monkeypatch.setattr(policies, "SENT_PER_HOUR", policies.SENT_PER_HOUR)
    monkeypatch.setattr(policies, "IN_DANGER_PER_HOUR", policies.IN_DANGER_PER_HOUR)
    import wide

    WideConfig("wide", wide).ready()
    assert {policies.budget_of(danger)[1] for danger in Danger} == {MOST}
    assert not apps.is_installed("wide")
