"""Where a person goes and sleeps: sealed to the owner, and by consent to who meets them."""

import contextlib

import pytest
from django.db import connection

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.casework import api as casework_api
from korgoo.casework import erasers
from korgoo.casework import services as casework
from korgoo.casework.enums import ConsentAge, Scope
from korgoo.lib.errors import Locked, NotFound
from korgoo.safe_return import api, services
from korgoo.safe_return.enums import PlaceKind
from korgoo.safe_return.models import SealedPlace
from tests import factories
from tests import factories_casework as cases
from tests import factories_return as make

pytestmark = pytest.mark.django_db
BOTH = {PlaceKind.GOAL: make.GOAL, PlaceKind.FIRST_NIGHT: make.NIGHT}


def opened(plan, who):
    return services.open_places(plan.pk, actor=who.actor)


def met(team, *scopes, **more):
    """A plan whose shelter takes part in the case with these scopes."""
    found = make.case(team)
    if scopes:
        cases.share(found, team.shelter, *scopes, by=team.worker, **more)
    return make.prepared(team, found=found)


def test_the_owner_opens_and_it_is_written_down(team):
    plan = met(team)
    assert opened(plan, team.worker) == BOTH
    rows = AuditEvent.objects.filter(event=Event.RETURN_PLACE_OPENED)
    assert [row.detail for row in rows.order_by("-seq")[:2]] == ["first_night", "goal"]
    with pytest.raises(Locked):
        services.open_places(plan.pk, actor=factories.locked(team.worker))


def test_no_row_holds_a_place_in_clear(team):
    met(team, Scope.WHEREABOUTS)
    for row in SealedPlace.objects.all():
        assert b"Invented" not in bytes(row.sealed)
    with connection.cursor() as cursor:
        for table in ("safe_return_returnplan", "casework_timelineentry", "access_auditevent"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of our own tables
            assert "Invented Street" not in repr(cursor.fetchall())


def test_who_meets_the_person_opens_only_with_their_yes(team):
    assert opened(met(team, Scope.WHEREABOUTS), team.shelter) == BOTH
    assert opened(met(team, Scope.IDENTITY), team.shelter) == {}
    with pytest.raises(NotFound):
        opened(met(team), team.shelter)


@pytest.mark.parametrize("who", ["consul", "police", "stranger", "coordinator"])
def test_nobody_else_opens_even_with_a_part_in_the_case(who, team):
    found = make.case(team)
    member = getattr(team, who)
    plan = make.prepared(team, found=found)
    if who != "coordinator":
        make.share(found, member, Scope.IDENTITY, by=team.worker)
    with contextlib.suppress(NotFound):
        assert opened(plan, member) == {}
    assert not SealedPlace.objects.exclude(organisation=team.worker.organisation).exists()


def test_a_yes_that_comes_later_is_passed_on_by_the_owner(team):
    plan = met(team, Scope.IDENTITY)
    cases.agree(plan.case, team.shelter, Scope.WHEREABOUTS, by=team.worker)
    assert opened(plan, team.shelter) == {}
    assert services.pass_on_places(plan.pk, actor=team.worker.actor) == 2
    assert opened(plan, team.shelter) == BOTH


def test_a_yes_taken_back_destroys_the_copy_in_the_same_deed(team):
    plan = met(team, Scope.WHEREABOUTS, Scope.IDENTITY)
    casework.withdraw_consent(
        plan.case_id,
        frozenset({Scope.WHEREABOUTS}),
        recipient_id=team.shelter.organisation.pk,
        actor=team.worker.actor,
    )
    assert not SealedPlace.objects.filter(organisation=team.shelter.organisation).exists()
    assert opened(plan, team.shelter) == {}
    assert opened(plan, team.worker) == BOTH


def test_a_yes_that_ran_out_closes_at_once_and_the_sweep_destroys_the_copy_once(team, clock):
    plan = met(team, Scope.WHEREABOUTS, lasts=ConsentAge.MONTH)
    clock.forward(days=31)
    assert opened(plan, team.shelter) == {}
    assert api.close_what_ended() == 2
    assert api.close_what_ended() == 0
    assert not SealedPlace.objects.filter(organisation=team.shelter.organisation).exists()


def test_another_who_meets_takes_the_place_from_the_first(team):
    plan = met(team, Scope.WHEREABOUTS)
    make.receive(team, plan, team.stranger)
    assert not SealedPlace.objects.filter(organisation=team.shelter.organisation).exists()
    assert opened(plan, team.shelter) == {}


def test_a_copy_moved_to_another_plan_does_not_open(team):
    one, other = met(team), met(team)
    from korgoo.lib.errors import Forbidden

    stolen = SealedPlace.objects.get(plan=one, kind=PlaceKind.GOAL).sealed
    SealedPlace.objects.filter(plan=other, kind=PlaceKind.GOAL).update(sealed=stolen)
    with pytest.raises(Forbidden):
        opened(other, team.worker)


def test_what_is_sealed_can_be_destroyed_when_its_time_is_over(team):
    plan = met(team, Scope.WHEREABOUTS)
    assert api.destroy_sealed(plan.case_id) == 4
    assert opened(plan, team.worker) == {}


def test_places_are_destroyed_when_what_is_kept_of_the_case_is_erased(team):
    plan = met(team, Scope.WHEREABOUTS)
    gone = casework_api.erase(plan.case_id, frozenset({erasers.RECORDS}))
    assert gone == {erasers.RECORDS}
    assert not SealedPlace.objects.exists()
