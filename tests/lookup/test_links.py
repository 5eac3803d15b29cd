"""Two cases of one person put together, and apart again to the last byte."""

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.lookup import api, services
from korgoo.lookup.models import CaseLink
from tests import factories_casework as make


def everything():
    """Every row of every table but the trail and the links."""
    left_out = {"access_auditevent", "lookup_caselink"}
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if table not in left_out and model._meta.managed:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
                found[table] = sorted(
                    repr([bytes(v) if isinstance(v, memoryview) else v for v in r])
                    for r in cursor.fetchall()
                )
    return found


@pytest.fixture
def three(people):
    return [make.case(people.officer, is_told=True) for _ in range(3)]


def test_apart_again_restores_every_byte(three, people):
    first, second, _third = three
    before = everything()
    services.put_together(second.pk, lead_id=first.pk, actor=people.officer.actor)
    assert everything() == before
    assert api.link_key(second.pk) == first.pk
    services.take_apart(second.pk, actor=people.officer.actor)
    assert everything() == before
    assert not CaseLink.objects.exists()
    assert api.link_key(second.pk) == second.pk


def test_after_thirty_days_they_stay_together(three, people, clock):
    first, second, _third = three
    services.put_together(second.pk, lead_id=first.pk, actor=people.officer.actor)
    clock.forward(days=30, seconds=1)
    with pytest.raises(Forbidden):
        services.take_apart(second.pk, actor=people.officer.actor)


def test_others_cannot_put_together_what_is_not_theirs(three, people):
    foreign = make.case(people.shelter)
    for pair in ((foreign.pk, three[0].pk), (three[0].pk, foreign.pk)):
        with pytest.raises(NotFound):
            services.put_together(pair[0], lead_id=pair[1], actor=people.officer.actor)


DEEDS = st.lists(
    st.tuples(st.sampled_from(["together", "apart"]), st.integers(0, 2), st.integers(0, 2)),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(DEEDS)
def test_whatever_is_done_a_part_has_one_lead_and_a_lead_is_no_part(three, people, deeds):
    CaseLink.objects.all().delete()
    model: dict[int, int] = {}
    for deed, one, other in deeds:
        actor = people.officer.actor
        try:
            if deed == "together":
                services.put_together(three[one].pk, lead_id=three[other].pk, actor=actor)
                model[one] = model.get(other, other)
            else:
                services.take_apart(three[one].pk, actor=actor)
                del model[one]
        except DomainError:
            pass
        places = {case.pk: n for n, case in enumerate(three)}
        stored = {places[row.part_id]: places[row.lead_id] for row in CaseLink.objects.all()}
        assert stored == model
        assert not set(stored) & set(stored.values())


def test_a_person_with_two_cases_is_counted_once(three, people):
    from korgoo.casework import together

    services.put_together(three[1].pk, lead_id=three[0].pk, actor=people.officer.actor)
    counted = together.counted_under([case.pk for case in three])
    assert len(set(counted.values())) == 2
