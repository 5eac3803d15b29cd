from datetime import date

import pytest

from korgoo.access.enums import Role
from korgoo.commitments import api
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_promise_is_written_down_by_who_promises():
    member = factories.member(Role.SECRETARY)
    card = api.record(
        promiser_id=member.organisation.pk,
        beneficiary="The Ministry",
        what="Print 500 cards",
        due_on=date(2027, 1, 15),
        origin=api.Origin("meeting", "m1", "A meeting", "/meetings/1/"),
        actor=member.actor,
    )
    assert card.state == "open"
    assert api.of_origin("meeting", "m1", actor=member.actor) == [card]
    assert api.public_of_origin("meeting", "m1") == []
