"""The public is answered by the first body that exists and can read."""

from datetime import date

import pytest

from korgoo.access import api
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies(clock):
    for code in ("first", "second"):
        factories.member(at=factories.organisation(code=code))
    factories.organisation(code="keyless")


@pytest.mark.parametrize(
    ("asked", "answers"),
    [
        (("first", "second"), "first"),
        (("second", "first"), "second"),
        (("keyless", "second"), "second"),
        (("unheard-of", "first", "first"), "first"),
    ],
)
def test_the_first_that_has_a_key_answers(bodies, asked, answers):
    found = api.answering(asked)

    assert found.code == answers
    assert len(found.public) == 32
    assert api.card(found.organisation_id).name == found.name


@pytest.mark.parametrize("asked", [(), ("keyless",), ("unheard-of",)])
def test_nobody_answers_without_a_key(bodies, asked):
    assert api.answering(asked) is None


def test_a_body_that_is_no_more_does_not_answer(clock):
    over = factories.organisation(code="over")
    factories.member(at=over)
    assert api.answering(["over"])

    over.valid_to = date(2026, 3, 1)
    over.save()

    assert api.answering(["over"]) is None
