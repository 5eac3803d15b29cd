"""Two at the same moment: one new key, one proposal."""

import pytest

from korgoo.access.enums import Mandate, Role
from korgoo.lib.by_two import ChangeState
from korgoo.pairs import sealed, services
from korgoo.pairs.enums import Purpose
from korgoo.pairs.models import Check, SharedKey, SharedKeyWrap, WatchRenewal
from tests import factories
from tests import factories_casework as make
from tests.members import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(transactional_db):
    made = make.mechanism()
    make.case(made.officer, identity={"name": "Жоголова Асел"})
    return made


@pytest.fixture
def centre(people):
    house = people.coordinator.organisation
    more = [factories.member(Role.COORDINATOR, at=house, name=f"Second {n}") for n in range(2)]
    return [people.coordinator, *more]


def test_two_propose_and_there_is_one(centre):
    done = at_once(*(lambda who=who: services.propose(actor=who.actor) for who in centre[:2]))
    assert sum(isinstance(answer, Exception) for answer in done) == 1
    assert WatchRenewal.objects.count() == 1


def test_two_confirm_and_there_is_one_new_key_that_opens(centre):
    services.propose(actor=centre[0].actor)
    done = at_once(*(lambda who=who: services.confirm(actor=who.actor) for who in centre[1:]))
    assert sum(isinstance(answer, Exception) for answer in done) == 1
    assert WatchRenewal.objects.get().state == ChangeState.CONFIRMED
    row = SharedKey.objects.get(pk=Purpose.WATCH)
    assert row.generation == 2
    assert sealed.watch_key(centre[0].actor).public == bytes(row.public)


def test_somebody_is_written_down_while_the_key_is_made_anew(people, centre):
    services.propose(actor=centre[0].actor)
    done = at_once(
        lambda: services.confirm(actor=centre[1].actor),
        lambda: make.case(people.officer, identity={"name": "Сынакова Бегимай"}),
    )
    assert not [answer for answer in done if isinstance(answer, Exception)]
    for _time in range(3):
        services.compare_more(actor=people.officer.actor)
    assert set(Check.objects.values_list("watch_generation", flat=True)) == {2}


def test_the_key_is_given_on_while_it_is_made_anew(centre):
    """Whoever comes first: what the newcomer holds is the key in use."""
    house = factories.organisation(Mandate.COORDINATE, name="Invented New Centre")
    newcomer = factories.member(Role.COORDINATOR, at=house)
    services.propose(actor=centre[0].actor)
    at_once(
        lambda: services.confirm(actor=centre[1].actor),
        lambda: services.give(actor=centre[2].actor),
    )
    row = SharedKey.objects.get(pk=Purpose.WATCH)
    assert row.generation == 2
    assert SharedKeyWrap.objects.filter(key_id=Purpose.WATCH).count() == 2
    assert sealed.watch_key(newcomer.actor).public == bytes(row.public)
