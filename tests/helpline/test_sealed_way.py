"""What a browser sends that seals by itself: judged by its shape alone, taken once, read back as it is."""

import json
from base64 import b64decode
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from korgoo.access.models import Flood
from korgoo.helpline import policies, seals, selectors, services
from korgoo.helpline.enums import Author, Danger, State
from korgoo.helpline.models import Conversation, Message
from korgoo.lib import clock as platform_clock
from korgoo.lib.word_codes import new_code
from tests.helpline.conftest import TEXT, fresh, picture, told

pytestmark = pytest.mark.django_db


class Sealing:
    """Seals as the script of the page does, with keys of its own."""

    def __init__(self, somebody, code=""):
        self.somebody, self.code = somebody, code or new_code("ky").canonical
        self.receipt = seals.receipt_of(self.code)

    def record(self, text=TEXT, shows=b"", **changes):
        reader, key = selectors.receiver(), uuid4()
        sealer = seals.Sealer(self.receipt.private.public, reader.public, key, Author.PERSON)
        facts = {
            "locator": self.receipt.locator.hex(),
            "public": self.receipt.private.public.hex(),
            "key": str(key),
            "key_id": reader.key_id,
            "danger": "no",
            "language": "ky",
            "country": "RU",
            "way": "here",
            "sealed": file(sealer.to_helpline({"text": text})),
            "own": file(sealer.to_person({"text": text})),
        }
        return facts | ({"photo": file(sealer.photo(shows))} if shows else {}) | changes

    def sends(self, record):
        for one in record.values():
            if hasattr(one, "seek"):
                one.seek(0)
        return self.somebody.post("take", **record)

    def fetches(self):
        return self.somebody.post("fetch", locator=self.receipt.locator.hex())


def file(content):
    return SimpleUploadedFile("sealed", content)


@pytest.fixture
def sealing(house, somebody):
    return Sealing(somebody)


def test_a_sealed_message_is_taken_once_and_opened_by_those_who_answer(sealing, house):
    record = sealing.record(shows=picture())
    for _n in range(3):
        answer = sealing.sends(record)
        assert (answer.status_code, answer.json()["is_taken"]) == (200, True)
    row = Conversation.objects.get()
    [opened] = services.open_messages(row.pk, actor=house.operator.actor)
    assert (opened.text, opened.has_photo) == (TEXT, True)
    assert (row.language, row.country, row.danger) == ("ky", "RU", Danger.NO)
    assert services.open_photo(row.pk, opened.key, actor=house.operator.actor).is_picture
    assert [m.text for m in services.read(sealing.code).messages] == [TEXT]


def test_a_later_message_leaves_what_it_does_not_say(sealing):
    sealing.sends(sealing.record())
    sealing.sends(sealing.record("more", danger="yes", language="", country="", way=""))
    row = Conversation.objects.get()
    assert (row.language, row.country, row.answer_way) == ("ky", "RU", "here")
    assert row.danger == Danger.YES


@pytest.mark.parametrize(
    "changes",
    [
        {"locator": "zz" * 16},
        {"locator": "00"},
        {"public": "00" * 31},
        {"key": "not a number"},
        {"key_id": "0"},
        {"danger": "very"},
        {"way": "pigeon"},
        {"country": "XX"},
        {"language": "tlh"},
        {"sealed": b"x" * 100},
        {"sealed": b"x" * (48 + 255)},
        {"own": b""},
        {"sealed": b"x" * (48 + 256 * 1024)},
        {"photo": b"x" * (48 + 256 + 1)},
    ],
)
def test_what_is_not_sealed_as_it_should_be_is_refused(sealing, changes):
    changes = {k: file(v) if isinstance(v, bytes) else v for k, v in changes.items()}
    answer = sealing.sends(sealing.record(**changes))
    assert answer.status_code == 422
    assert answer.json()["is_refused"]
    assert not Message.objects.exists()


def test_a_key_of_somebody_else_is_refused(sealing, house):
    from korgoo.access import keyring

    foreign = house.stranger.organisation.pk
    key_id = keyring.readers({foreign})[foreign].key_id
    answer = sealing.sends(sealing.record(key_id=key_id))
    assert answer.status_code == 409
    assert answer.json()["is_refused"]


def test_too_many_at_once_are_asked_to_come_later_and_nothing_is_refused(sealing):
    began = policies.to_the_hour(platform_clock.now())
    Flood.objects.create(name="helpline:message", began_at=began, taken=policies.SENT_PER_HOUR)
    answer = sealing.sends(sealing.record())
    assert answer.status_code == 429
    assert "is_refused" not in answer.json()
    assert sealing.sends(sealing.record(danger="yes")).status_code == 200


def test_messages_come_back_sealed_with_their_hours_in_words(sealing, house):
    sealing.sends(sealing.record())
    row = Conversation.objects.get()
    services.answer(row.pk, "Биз барбыз.", actor=house.operator.actor)
    told_ = sealing.fetches().json()
    assert told_["is_there"]
    mine, answer = told_["messages"]
    assert (mine["author"], answer["author"]) == ("person", "helpline")
    assert answer["at"] == "March 2, 2026, 09:00"
    assert "Биз" not in json.dumps(told_, ensure_ascii=False)

    receipt = sealing.receipt
    info = seals.info_of(receipt.private.public, answer["key"], "helpline", seals.TEXT)
    opened = seals.open_by_person(b64decode(answer["sealed"]), info=info, private=receipt.private)
    assert opened == {"text": "Биз барбыз."}
    assert Message.objects.get(author=Author.HELPLINE).was_read


def test_what_became_of_it_is_told(sealing, house):
    sealing.sends(sealing.record())
    row = Conversation.objects.get()
    services.pass_on(row.pk, body="ministry-labour", text="x", actor=house.operator.actor)
    assert "Ministry of Labour" in sealing.fetches().json()["passed_to"]
    sealing.sends(sealing.record())
    services.refuse(row.pk, actor=house.operator.actor)
    assert sealing.fetches().json()["is_refused"]
    assert fresh(row).state == State.SPAM


def test_nothing_there_and_erased_look_alike(sealing, somebody):
    _conversation, code = told()
    gone = Sealing(somebody, code)
    erased = somebody.post("erase", locator=gone.receipt.locator.hex())
    assert erased.json()["is_erased"]
    assert not Conversation.objects.exists()
    answers = [one.fetches() for one in (gone, sealing)]
    assert {answer.status_code for answer in answers} == {200}
    assert len({len(answer.content) for answer in answers}) == 1
    for answer in answers:
        assert {k: v for k, v in answer.json().items() if k != "filling"} == {"is_there": False}


@pytest.mark.parametrize("name", ["take", "fetch", "erase"])
def test_an_answer_leaves_no_copy_no_cookie_and_no_telling_length(sealing, somebody, name):
    record = sealing.record()
    answer = somebody.post(name, **record)
    assert answer["Cache-Control"] == "no-store, private"
    assert len(answer.content) % (16 * 1024) == 0
    assert not answer.cookies
    assert somebody.get(name).status_code == 405


@pytest.mark.parametrize("name", ["take", "fetch", "erase"])
def test_another_site_reaches_nothing(sealing, somebody, name):
    sealing.sends(sealing.record())
    answer = somebody.client.post(
        somebody.address(name), sealing.record(), headers={"Sec-Fetch-Site": "same-site"}
    )
    assert answer.status_code == 422
    assert Message.objects.count() == 1


@pytest.mark.parametrize("name", ["fetch", "erase"])
def test_many_tries_wait_a_minute(sealing, somebody, name):
    sealing.sends(sealing.record())
    began = platform_clock.now().replace(second=0, microsecond=0)
    taken = policies.PLACES_TRIED_PER_MINUTE
    Flood.objects.create(name="helpline:place", began_at=began, taken=taken)
    answer = somebody.post(name, locator=sealing.receipt.locator.hex())
    assert answer.status_code == 429
    assert "Wait a minute" in answer.json()["message"]
    assert Conversation.objects.count() == 1
