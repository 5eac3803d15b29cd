"""Who bears what an ended organisation took on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.access.lineage import Lineage, Link
from korgoo.access.models import Organisation
from korgoo.access.succession import Succession, bearers_on
from tests import factories
from tests.factories_commitments import end

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2021, 2, 28), date(2021, 11, 30)
DAY = timedelta(days=1)


@pytest.fixture
def chain(db):
    three = [factories.organisation() for _ in range(3)]
    end(three[0], FIRST, three[1])
    end(three[1], SECOND, three[2])
    return [row.pk for row in three]


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (FIRST - DAY, 0),
        (FIRST, 0),
        (FIRST + DAY, 1),
        (SECOND, 1),
        (SECOND + DAY, 2),
        (date(2030, 1, 1), 2),
    ],
)
def test_the_successor_bears_it_from_the_day_after_the_last_one(chain, day, place):
    assert bearers_on([chain[0]], day) == {chain[0]: chain[place]}


def test_an_organisation_bears_what_those_before_it_bore(chain):
    known = Succession()
    assert known.borne_by(chain[2], SECOND + DAY) == set(chain)
    assert known.borne_by(chain[1], SECOND + DAY) == set()
    assert known.borne_by(chain[1], SECOND) == set(chain[:2])


def test_how_it_passed_on_is_told_in_the_order_of_time(chain):
    told = Succession().passings(chain[0], date(2026, 1, 1))
    assert [(p.day, p.giver_id, p.taker_id) for p in told] == [
        (FIRST + DAY, chain[0], chain[1]),
        (SECOND + DAY, chain[1], chain[2]),
    ]


def test_without_a_successor_nobody_else_bears_it(db):
    one = factories.organisation()
    Organisation.objects.filter(pk=one.pk).update(valid_to=FIRST)
    assert bearers_on([one.pk], date(2030, 1, 1)) == {one.pk: one.pk}


def test_two_that_name_each_other_end_somewhere(db):
    one, other = factories.organisation(), factories.organisation()
    end(one, FIRST, other)
    end(other, FIRST, one)
    assert Succession().bearer_on(one.pk, date(2030, 1, 1)) in {one.pk, other.pk}


@given(offset=st.integers(-400, 400))
def test_on_any_day_exactly_one_of_a_chain_bears_it(offset):
    known = Succession.__new__(Succession)
    known._line = Lineage(
        {
            1: Link(1, FIRST - 9 * DAY, FIRST, 2),
            2: Link(2, FIRST + DAY, SECOND, 3),
            3: Link(3, SECOND + DAY, None, None),
        }
    )
    day = SECOND + timedelta(days=offset)
    bearers = [one for one in (1, 2, 3) if 1 in known.borne_by(one, day)]
    assert bearers == [known.bearer_on(1, day)]
