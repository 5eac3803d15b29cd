"""Whoever takes the database and every secret of the server reads nothing of a person's page."""

from datetime import time

import pytest

from korgoo.casework import api as casework
from korgoo.casework import erasers
from korgoo.mypage import services
from korgoo.mypage.enums import MayCall, Rating
from korgoo.mypage.models import Appointment, Message, Page
from tests.mypage.conftest import OTHER
from tests.secrecy.thief import disguises, every_value, everything_that_opens

pytestmark = pytest.mark.django_db
MESSAGE, WHEN = "кайненем уктаганда чалгыла", "кечки тогузда"
ANSWER, WORDS, OPINION = (
    "ждём вас завтра утром",
    "вход через синюю дверь",
    "в комнате холодно было",
)


def test_no_word_no_code_and_no_hour_lies_in_the_database(stage, person, clock):
    person.post("message", text=MESSAGE, may_call=MayCall.YES, when=WHEN)
    person.post("opinion", rating=Rating.BAD, text=OPINION)
    services.answer(stage.case.pk, ANSWER, actor=stage.owner.actor)
    services.make_appointment(
        stage.case.pk,
        clock.now.date(),
        time(17, 43),
        with_id=stage.shelter.organisation.pk,
        words=WORDS,
        actor=stage.owner.actor,
    )
    assert ANSWER in person.get("page").text
    needles = [MESSAGE, WHEN, ANSWER, WORDS, OPINION, stage.code, OTHER]
    forms = [form for needle in needles for form in disguises(needle)] + [b"17:43", b"127.0.0.1"]

    values = list(every_value())
    found = [piece for piece in everything_that_opens(values) if any(f in piece for f in forms)]

    assert stage.page.number.encode() in values  # the search finds what is not sealed
    assert not found


def test_the_page_and_all_that_was_written_go_when_the_case_is_erased(stage, person, clock):
    person.post("message", text=MESSAGE, may_call=MayCall.YES, when=WHEN)
    services.make_appointment(
        stage.case.pk,
        clock.now.date(),
        time(17, 43),
        with_id=stage.shelter.organisation.pk,
        words=WORDS,
        actor=stage.owner.actor,
    )

    gone = casework.erase(stage.case.pk, frozenset({erasers.RECORDS}))

    assert gone == {erasers.RECORDS}
    for model in (Page, Message, Appointment):
        assert not model.objects.exists()
    assert person.get("page").status_code != 200
