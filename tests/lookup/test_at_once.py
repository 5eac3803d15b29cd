"""Two at the same moment: one key, one lead."""

import pytest

from korgoo.lookup import services
from korgoo.lookup.models import CaseLink, MatchingKey
from tests import factories_casework as make
from tests.members import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(transactional_db):
    return make.mechanism()


def test_two_houses_write_their_first_person_and_there_is_one_key(people):
    at_once(
        lambda: make.case(people.officer, is_told=True),
        lambda: make.case(people.shelter, is_told=True),
    )
    assert MatchingKey.objects.count() == 1


def test_two_workers_put_two_cases_together_each_way_round(people):
    one, other = (make.case(people.officer) for _ in range(2))
    actor = people.officer.actor
    done = at_once(
        lambda: services.put_together(one.pk, lead_id=other.pk, actor=actor),
        lambda: services.put_together(other.pk, lead_id=one.pk, actor=actor),
    )
    assert CaseLink.objects.count() == 1
    assert sum(isinstance(answer, Exception) for answer in done) == 1
