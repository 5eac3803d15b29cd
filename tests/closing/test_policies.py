import pytest

from korgoo.access.actor import Actor
from korgoo.access.api import MemberCard
from korgoo.access.enums import Mandate, Permission, Role
from korgoo.casework import policies as casework_policies
from korgoo.casework.models import Case
from korgoo.casework.obstacles import Obstacle
from korgoo.closing import policies
from korgoo.closing.enums import Answer, Asked
from korgoo.closing.models import FollowUp, KeptFor, PersonRequest
from korgoo.countrypack import api as packs
from korgoo.lib import clock

BLOCKS, WARNS = Obstacle("unanswered", "waits", blocks=True), Obstacle("clocks", "run")


@pytest.mark.parametrize(
    ("left", "ground", "may"),
    [
        ([], "", True),
        ([WARNS], "", False),
        ([WARNS], "wish", True),
        ([BLOCKS], "wish", False),
        ([BLOCKS, WARNS], "wish", False),
    ],
)
def test_an_unanswered_referral_blocks_and_the_rest_asks_for_a_ground(left, ground, may):
    assert bool(policies.close(left, ground=ground)) is may


@pytest.mark.parametrize(
    ("role", "holds_key", "may"),
    [
        (Role.CASE_WORKER, True, True),
        (Role.OFFICER, True, True),
        (Role.HEAD, True, True),
        (Role.CASE_WORKER, False, False),
        (Role.COORDINATOR, True, False),
        (Role.DATA_PROTECTION_OFFICER, False, False),
    ],
)
def test_work_goes_to_who_works_on_cases_and_holds_the_key(role, holds_key, may):
    member = MemberCard(7, "Somebody", frozenset({role}), holds_key)
    assert policies.can_take_over(member, leaver_id=8) is may
    assert not policies.can_take_over(member, leaver_id=7)


def actor(*roles, user=1):
    return Actor(user, 1, frozenset(roles), frozenset(Mandate))


def test_only_who_manages_members_ends_roles_and_never_their_own():
    assert not policies.end_roles(actor(Role.HEAD), leaver_id=2)
    assert policies.end_roles(actor(Role.ORGANISATION_ADMINISTRATOR), leaver_id=2)
    assert not policies.end_roles(actor(Role.ORGANISATION_ADMINISTRATOR), leaver_id=1)


def request(**more):
    told = {"kind": Asked.ERASURE, "answer": Answer.GRANTED, "answered_by_id": 1, **more}
    return PersonRequest(answered_at=clock.now(), **told)


@pytest.mark.parametrize(
    ("row", "user", "held", "may"),
    [
        (request(), 2, [], True),
        (request(), 1, [], False),
        (request(), 2, [KeptFor()], False),
        (request(answer=Answer.REFUSED), 2, [], False),
        (request(answer=""), 2, [], False),
        (request(closed_at=clock.now()), 2, [], False),
    ],
)
def test_erasing_takes_a_second_person_and_no_hold(row, user, held, may):
    assert bool(policies.confirm(actor(Role.HEAD, user=user), row, held)) is may


def test_what_is_done_is_not_done_twice():
    now = clock.now()
    assert not policies.answer(request())
    assert not policies.record_follow_up(FollowUp(done_at=now))
    assert not policies.record_follow_up(FollowUp(dropped_at=now))
    assert not policies.hold_back(KeptFor(erased_at=now))
    assert not policies.lift(request(kind=Asked.RESTRICTION, lifted_at=now))
    assert policies.lift(request(kind=Asked.RESTRICTION))


STAY = {
    Permission.CASE_LIST,
    Permission.CASE_VIEW,
    Permission.CASE_WATCH,
    Permission.FACET_OPEN,
    Permission.SCREENING_VIEW,
    Permission.REFERRAL_ANSWER,
    Permission.REFERRAL_CONFIRM,
    Permission.REFERRAL_VIEW,
}
END = {Permission.CONSENT_RECORD, Permission.FACET_WRITE, Permission.SCREENING_FILL}


@pytest.mark.parametrize("state", ["closed_at", "restricted_at"])
def test_a_closed_or_restricted_case_is_read_and_answered_and_nothing_else(state):
    case = Case(**{state: clock.now()})
    closing = {p for p in Permission if p.startswith("closing:")}
    for permission in STAY | closing:
        assert casework_policies.go_on(case, permission), permission
    for permission in END | {Permission.REFERRAL_SEND}:
        assert not casework_policies.go_on(case, permission), permission
        assert casework_policies.go_on(Case(), permission)


def test_coded_facts_go_at_a_request_only_where_the_pack_lets_them_go():
    pack, every = packs.current().retention.values(), frozenset({"identity", "crime", "coded"})
    assert policies.parts_to_erase(pack, every=every) == {"identity", "crime"}
    timed = [p.model_copy(update={"after_closure": clock.now() - clock.now()}) for p in pack]
    assert policies.parts_to_erase(timed, every=every) == every
