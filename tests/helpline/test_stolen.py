"""Whoever takes the database and every secret of the server reads nothing of those without a name."""

from itertools import pairwise

import pytest

from korgoo.helpline import seals, services
from korgoo.helpline.enums import AnswerWay
from korgoo.helpline.models import Conversation
from korgoo.lib.sealing import CannotOpen, open_text
from korgoo.lib.sealing.keys import PrivateKey
from tests.helpline.conftest import TEXT, Somebody, upload
from tests.secrecy.thief import (
    disguises,
    every_value,
    everything_that_opens,
    opened_sessions,
    server_keys,
)

pytestmark = pytest.mark.django_db
PHONE, WORD, ANSWER = "+996 000 777 013", "бул китепканадан", "эртен менен саат ондо кел"


@pytest.fixture
def asked(house, clock):
    """Somebody asked by the pages, was answered, read it and wrote again."""
    somebody = Somebody()
    sent, _page = somebody.writes(
        clock, way=AnswerWay.CALL, phone=PHONE, word=WORD, photo=upload(), danger="unknown"
    )
    conversation = Conversation.objects.get()
    services.open_messages(conversation.pk, actor=house.operator.actor)
    services.answer(conversation.pk, ANSWER, actor=house.operator.actor)
    assert ANSWER in somebody.post("read", words=sent["words"]).text
    return conversation, sent["words"]


def needles(code):
    """What a thief looks for: texts, the number, the words of the code two by two."""
    words = code.split()
    pairs = [" ".join(pair) for pair in pairwise(words)]
    receipt = seals.receipt_of(code)
    raw = [receipt.locator, receipt.private.raw]
    texts = [TEXT, PHONE, WORD, ANSWER, code, *pairs]
    forms = [form for text in texts for form in disguises(text)]
    return forms + raw + [one.hex().encode() for one in raw] + [b"127.0.0.1"]


def test_no_text_no_picture_no_number_and_no_word_lies_in_the_database(asked):
    conversation, code = asked
    looked_for = needles(code)

    values = list(every_value())
    pieces = list(everything_that_opens(values))

    assert any(
        str(conversation.pk).replace("-", "").encode() in v.replace(b"-", b"") for v in values
    )
    assert not [piece for piece in pieces if any(form in piece for form in looked_for)]
    assert not [v for v in values if v[:2] == b"\xff\xd8"]  # the picture
    for session in opened_sessions():
        assert TEXT not in repr(session)


def test_no_key_of_the_server_opens_a_message(asked):
    conversation, _code = asked
    keys = [PrivateKey(key.raw) for key in server_keys()]
    assert keys
    for message in conversation.messages.all():
        info = seals.info_of(bytes(conversation.public), message.key, message.author, seals.TEXT)
        for sealed in (message.to_helpline, message.to_person):
            for key in keys:
                with pytest.raises(CannotOpen):
                    open_text(bytes(sealed), by=key, info=info)


def test_the_words_and_the_members_key_open_it(asked, house):
    conversation, code = asked
    assert [m.text for m in services.read(code).messages] == [TEXT, ANSWER]
    opened = services.open_messages(conversation.pk, actor=house.operator.actor)
    assert [m.text for m in opened] == [TEXT, ANSWER]


def test_a_long_message_is_not_told_from_a_short_one_by_a_few_bytes(house, clock):
    lengths = set()
    for text in ("а", "а" * 60):
        Somebody().writes(clock, text=text)
    for conversation in Conversation.objects.all():
        lengths |= {len(bytes(m.to_helpline)) for m in conversation.messages.all()}
    assert len(lengths) == 1


def test_no_word_of_a_person_comes_into_the_log(house, clock, caplog):
    with caplog.at_level(0):
        somebody = Somebody()
        sent, _page = somebody.writes(clock)
        somebody.post("read", words=sent["words"])
        somebody.post("read", words="these are not the words of anybody here")
    assert sent["words"] not in caplog.text
    assert TEXT not in caplog.text
    assert "not the words of anybody" not in caplog.text
