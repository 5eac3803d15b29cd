"""What a comparison finds, for whom it is shown, and when."""

from datetime import timedelta

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.lib.errors import Forbidden, Locked, NotFound
from korgoo.matching.strengths import Strength
from korgoo.pairs import api, selectors, services
from korgoo.pairs.models import Check, SharedKeyWrap
from tests import factories
from tests import factories_casework as make
from tests.pairs.conftest import HERE, PHONE, POLICE, SOMEBODY_ELSE, THERE


def notice(case, member):
    return selectors.notice_of(case.pk, actor=member.actor)


def opened(people):
    return api.open_pairs(actor=people.coordinator.actor)


def test_the_owner_is_told_how_near_and_nothing_else(people, pair):
    second, _first = pair
    found = notice(second, people.shelter)
    assert found.is_shown
    assert found.strength in {Strength.CERTAIN, Strength.LIKELY}


def test_the_co_ordinator_sees_the_pair_once_with_both_sides(people, pair):
    second, first = pair
    (found,) = opened(people)
    assert {found.case_a, found.case_b} == {first.pk, second.pk}
    assert {found.owner_a, found.owner_b} == {
        people.officer.organisation.pk,
        people.shelter.organisation.pk,
    }
    assert found.posterior >= 0.9
    assert found.is_same is None


def test_a_pair_found_from_both_sides_is_one_pair(people, pair):
    _second, first = pair
    Check.objects.filter(case=first).update(state="waiting")
    services.compare_more(actor=people.officer.actor)
    assert notice(first, people.officer) == selectors.Notice(is_shown=False)
    assert len(opened(people)) == 1


def test_nothing_is_shown_before_its_hour(people, clock):
    make.case(people.officer, identity=HERE, contact=PHONE)
    second = make.case(people.shelter, identity=THERE, contact=PHONE)
    row = Check.objects.get(case=second)
    assert timedelta(hours=1) <= row.shown_at - row.compared_at <= timedelta(hours=24)
    assert notice(second, people.shelter) == selectors.Notice(is_shown=False)
    clock.now = row.shown_at - timedelta(seconds=1)
    assert not notice(second, people.shelter).is_shown
    clock.now = row.shown_at
    assert notice(second, people.shelter).is_shown


def test_delays_are_drawn_alike_for_found_and_nothing(people):
    make.case(people.officer, identity=HERE, contact=PHONE)
    found = make.case(people.shelter, identity=THERE, contact=PHONE)
    nothing = make.case(people.shelter, identity=SOMEBODY_ELSE)
    one, other = (Check.objects.get(case=row) for row in (found, nothing))
    assert len(one.for_owner) == len(other.for_owner)
    assert len(one.for_coordinator) == len(other.for_coordinator)
    trails = [
        list(
            AuditEvent.objects.filter(target=f"casework.Case:{row.pk}", event__startswith="pairs")
            .order_by("seq")
            .values_list("event", "detail")
        )
        for row in (found, nothing)
    ]
    assert set(trails[0]) == set(trails[1]) == {(str(Event.CASE_COMPARED), "")}


def test_nobody_else_may_ask_how_near_it_is(people, pair):
    second, _first = pair
    for who in (people.officer, people.stranger, people.coordinator, people.police, people.minder):
        assert notice(second, who) is None


@pytest.mark.parametrize("who", ["officer", "shelter", "police", "minder"])
def test_nobody_but_a_co_ordinator_opens_pairs(people, pair, who):
    with pytest.raises(NotFound):
        api.open_pairs(actor=getattr(people, who).actor)


def test_a_locked_session_or_a_missing_key_opens_nothing(people, pair):
    with pytest.raises(Locked):
        api.open_pairs(actor=factories.locked(people.coordinator))
    SharedKeyWrap.objects.filter(organisation=people.coordinator.organisation).delete()
    with pytest.raises(Forbidden):
        opened(people)


def test_police_are_counted_and_nobody_is_told(people, clock):
    first = make.case(people.officer, identity=HERE, contact=PHONE)
    theirs = make.case(people.police, identity=POLICE, contact=PHONE)
    clock.forward(hours=25)
    (found,) = opened(people)
    assert {found.case_a, found.case_b} == {first.pk, theirs.pk}
    assert selectors.watch(actor=people.coordinator.actor).pairs == []
    assert notice(theirs, people.police) is None
    assert notice(first, people.officer).strength is Strength.NONE


def test_an_organisation_of_help_hears_nothing_of_a_match_with_the_police_alone(people, clock):
    make.case(people.police, identity=POLICE, contact=PHONE)
    case = make.case(people.shelter, identity=THERE, contact=PHONE)
    clock.forward(hours=25)
    assert notice(case, people.shelter) == selectors.Notice(is_shown=True)
    assert len(opened(people)) == 1


def test_who_becomes_police_later_is_left_out_of_the_pages(people, pair):
    from korgoo.access.enums import Mandate
    from korgoo.access.models import OrganisationMandate

    assert len(selectors.watch(actor=people.coordinator.actor).pairs) == 1
    OrganisationMandate.objects.create(
        organisation=people.officer.organisation, mandate=Mandate.INVESTIGATE
    )
    assert selectors.watch(actor=people.coordinator.actor).pairs == []
    assert len(opened(people)) == 1


def test_restricted_and_erased_cases_are_left_out_and_closed_ones_only_count(people, pair):
    from korgoo.access.enums import Facet
    from korgoo.casework.services import closing

    _second, first = pair
    closing.set_restricted(first, is_restricted=True)
    assert opened(people) == []
    closing.set_restricted(first, is_restricted=False)
    assert len(opened(people)) == 1
    closing.set_closed(first, is_closed=True)
    assert selectors.list_pairs(actor=people.coordinator.actor) == []
    assert len(opened(people)) == 1, "they count once, open or closed"
    closing.set_closed(first, is_closed=False)
    closing.erase(first, frozenset({Facet.IDENTITY}))
    assert opened(people) == []
    assert not Check.objects.filter(case=first).exists()
    assert notice(first, people.officer) is None


def test_a_closed_case_is_put_away_by_the_sweep_and_still_counts(people, pair, clock):
    from korgoo.casework.services import closing

    second, _first = pair
    closing.set_closed(second, is_closed=True)
    assert notice(second, people.shelter) is None
    assert services.sweep() == 1
    assert services.sweep() == 0
    row = Check.objects.get(case=second)
    assert (bytes(row.for_owner), row.shown_at) == (b"", None)
    assert len(opened(people)) == 1
    assert selectors.watch(actor=people.coordinator.actor).pairs == []
    services.compare_more(actor=people.shelter.actor)
    assert Check.objects.get(case=second).shown_at is None, "closed, nothing is compared"

    closing.set_closed(second, is_closed=False)
    services.compare_more(actor=people.shelter.actor)
    clock.forward(days=2)
    assert notice(second, people.shelter).is_shown


def test_nobody_is_told_of_a_closed_case_that_is_found_later(people, clock):
    from korgoo.casework.services import closing

    first = make.case(people.officer, identity=HERE, contact=PHONE)
    closing.set_closed(first, is_closed=True)
    services.sweep()
    second = make.case(people.shelter, identity=THERE, contact=PHONE)
    clock.forward(days=2)
    assert notice(second, people.shelter).strength is Strength.NONE
    assert selectors.list_pairs(actor=people.coordinator.actor) == []
    assert len(opened(people)) == 1


def test_cases_from_before_are_compared_in_steps(people, clock):
    first = make.case(people.officer, identity=HERE, contact=PHONE)
    second = make.case(people.shelter, identity=THERE, contact=PHONE)
    Check.objects.filter(case=second).delete()
    assert services.compare_more(actor=people.shelter.actor) == 1
    assert services.compare_more(actor=people.shelter.actor) == 0
    assert {opened(people)[0].case_a, opened(people)[0].case_b} == {first.pk, second.pk}


def test_writing_goes_on_when_no_key_is_there(people):
    SharedKeyWrap.objects.all().delete()
    case = make.case(people.shelter, identity=THERE)
    assert Check.objects.get(case=case).state == "waiting"
    assert notice(case, people.shelter) == selectors.Notice(is_shown=False)


def test_a_wrong_match_that_both_know_of_is_shown_to_neither(people, pair):
    from korgoo.pairs.models import Settled

    second, _first = pair
    mark = selectors.list_pairs(actor=people.coordinator.actor)[0].mark
    Settled.objects.create(mark=mark, is_same=False, is_told=False)
    assert notice(second, people.shelter).strength is not Strength.NONE
    assert opened(people)[0].is_same is False
    Settled.objects.update(is_told=True)
    assert notice(second, people.shelter).strength is Strength.NONE
