from collections import Counter

import pytest

from korgoo.access import audit
from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent, Membership, OrganisationKeyWrap
from korgoo.casework.models import Case
from korgoo.casework.signals import responsible_changed
from korgoo.closing import api, selectors, services
from korgoo.closing.models import Assignment, Handover
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests import factories, members
from tests import factories_casework as make

pytestmark = pytest.mark.django_db


def cases(member, number):
    return [make.case(member) for _ in range(number)]


def workers(rows):
    return Counter(
        Case.objects.filter(pk__in=[r.pk for r in rows]).values_list("worker_id", flat=True)
    )


def give(house, *successors, by=None, leaver=None, ends_roles=False):
    chosen = [one.user.pk for one in successors]
    leaver = leaver or house.officer
    actor = (by or house.head).actor
    return services.hand_over(leaver.user.pk, chosen, ends_roles=ends_roles, actor=actor)


def test_all_open_work_passes_in_one_act_and_the_history_stays(house):
    rows = cases(house.officer, 3)

    handover = give(house, house.colleague)

    assert workers(rows) == {house.colleague.user.pk: 3}
    kept = Assignment.objects.filter(handover=handover)
    assert {(a.before_id, a.after_id) for a in kept} == {
        (house.officer.user.pk, house.colleague.user.pk)
    }
    assert AuditEvent.objects.filter(event=Event.CASE_ASSIGNED).count() == 3
    assert AuditEvent.objects.get(event=Event.HANDOVER_MADE).detail == "cases 3"


def test_with_several_successors_the_cases_go_in_turn(house):
    rows = cases(house.officer, 5)
    give(house, house.colleague, house.head)
    assert workers(rows) == {house.colleague.user.pk: 3, house.head.user.pk: 2}


def test_closed_work_stays_unless_somebody_is_still_to_be_asked(house, close):
    followed, over, opened = cases(house.officer, 3)
    close(followed, house.officer)
    close(over, house.officer, reason="mistake")

    give(house, house.colleague)

    assert workers([followed, opened]) == {house.colleague.user.pk: 2}
    assert workers([over]) == {house.officer.user.pk: 1}


def test_the_administrator_lets_the_leaver_go_in_the_same_act(house):
    rows = cases(house.officer, 2)

    give(house, house.colleague, by=house.administrator, ends_roles=True)

    leaver = house.officer.user
    assert workers(rows) == {house.colleague.user.pk: 2}
    assert not Membership.objects.filter(user=leaver, valid_to__isnull=True).exists()
    assert not OrganisationKeyWrap.objects.filter(member_key__user=leaver).exists()
    assert Handover.objects.get().has_left


def test_the_head_does_not_end_roles(house):
    rows = cases(house.officer, 1)
    with pytest.raises(Forbidden):
        give(house, house.colleague, ends_roles=True)
    assert workers(rows) == {house.officer.user.pk: 1}


@pytest.mark.parametrize("breaks", ["record", "record_many"])
def test_a_fault_in_the_middle_moves_nothing(house, monkeypatch, breaks):
    rows = cases(house.officer, 2)

    def fault(*_args, **_more):
        raise RuntimeError("power cut")

    monkeypatch.setattr(audit, breaks, fault)
    with pytest.raises(RuntimeError):
        give(house, house.colleague, by=house.administrator, ends_roles=True)

    monkeypatch.undo()
    assert workers(rows) == {house.officer.user.pk: 2}
    assert not Assignment.objects.exists()
    assert not Handover.objects.exists()
    assert Membership.objects.filter(user=house.officer.user, valid_to__isnull=True).exists()
    assert OrganisationKeyWrap.objects.filter(member_key__user=house.officer.user).exists()


def test_other_missions_move_what_they_keep_in_the_same_deed(house):
    [case] = cases(house.officer, 1)
    heard = []

    def hear(moves, before, **_more):
        heard.append((dict(moves), dict(before)))

    responsible_changed.connect(hear)
    try:
        give(house, house.colleague)
    finally:
        responsible_changed.disconnect(hear)
    assert heard == [({case.pk: house.colleague.user.pk}, {case.pk: house.officer.user.pk})]


def test_work_goes_to_nobody_who_cannot_open_it(house, people):
    rows = cases(house.officer, 1)
    locked_out = factories.member(
        Role.CASE_WORKER, at=people.officer.organisation, is_approved=False
    )
    for wrong in (people.stranger, locked_out, house.minder, house.officer):
        with pytest.raises(Forbidden):
            give(house, wrong)
    with pytest.raises(Forbidden):
        give(house)
    assert workers(rows) == {house.officer.user.pk: 1}


def test_nobody_hands_over_in_another_house_or_without_the_right(house, people):
    cases(house.officer, 1)
    for wrong in (people.stranger, people.coordinator, house.colleague, house.minder):
        with pytest.raises(NotFound):
            give(house, house.colleague, by=wrong)
    elsewhere = factories.member(Role.HEAD, at=people.stranger.organisation)
    with pytest.raises(NotFound):
        give(house, house.colleague, by=elsewhere)


def test_with_nothing_to_hand_over_it_says_so(house):
    with pytest.raises(DomainError):
        give(house, house.head, leaver=house.colleague)


def test_who_left_before_is_still_listed_with_their_work(house):
    cases(house.officer, 2)
    Membership.objects.filter(user=house.officer.user).delete()
    [first, *_rest] = selectors.loads(actor=house.head.actor)
    assert (first.member_id, first.cases, first.is_here) == (house.officer.user.pk, 2, False)
    give(house, house.colleague)


def test_one_case_goes_to_a_colleague(house):
    [case] = cases(house.officer, 1)
    services.assign_case(case.pk, house.colleague.user.pk, actor=house.officer.actor)
    assert workers([case]) == {house.colleague.user.pk: 1}
    assert Assignment.objects.get().handover is None


def test_the_successor_sees_what_was_given_and_notes_it(house):
    cases(house.officer, 2)
    give(house, house.colleague)
    mine = house.colleague.actor
    assert api.waiting(actor=mine).handed_over == 2
    assert api.waiting(actor=house.head.actor).handed_over == 0
    assert services.note_handed_over(actor=mine) == 2
    assert services.note_handed_over(actor=mine) == 0
    assert api.waiting(actor=mine).handed_over == 0


@pytest.mark.django_db(transaction=True)
def test_two_heads_at_once_one_wins_and_the_other_is_told(house, people):
    rows = cases(house.officer, 4)
    second = factories.member(Role.HEAD, at=people.officer.organisation, name="Head Nine")

    outcomes = members.at_once(
        lambda: give(house, house.colleague), lambda: give(house, house.head, by=second)
    )

    assert sorted(type(one).__name__ for one in outcomes) == ["DomainError", "Handover"]
    assert len(workers(rows)) == 1
    assert Assignment.objects.count() == 4


def test_members_with_as_much_work_stand_by_name(house):
    in_order = factories.members_in_order(Role.CASE_WORKER, at=house.head.organisation)

    found = [load.member_id for load in selectors.loads(actor=house.head.actor)]

    assert [number for number in found if number in in_order] == in_order
