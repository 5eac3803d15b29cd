"""Every deed by role, by mandate and by how the consultation stands, as tables."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from korgoo.access.actor import Actor
from korgoo.access.enums import Mandate, Role
from korgoo.consultation import policies
from korgoo.consultation.enums import AnswerKind, Wait
from korgoo.consultation.models import Adoption, Consultation
from korgoo.consultation.standing import Obstacles, Standing
from korgoo.lib import clock as platform_clock
from korgoo.lib.verdict import ALLOWED, Verdict

CENTRE, OTHER = 1, 2
TODAY = date(2026, 3, 2)
ROLES = {
    "comment": {
        Role.CASE_WORKER,
        Role.CONTENT_EDITOR,
        Role.COORDINATOR,
        Role.HEAD,
        Role.HOTLINE_OPERATOR,
        Role.OFFICER,
    },
    "answer": {Role.CONTENT_EDITOR},
    "extend": {Role.CONTENT_EDITOR},
    "propose": {Role.CONTENT_EDITOR, Role.COORDINATOR},
}
# Where each deed can be done: while comments are open, when they are over, and after that.
WHEN = {
    "comment": {"open"},
    "answer": {"open", "over"},
    "extend": {"open", "over"},
    "propose": {"open", "over"},
}


def actor(role, *mandates, user_id=9, organisation_id=OTHER):
    mandates = frozenset(mandates or {Mandate.COORDINATE})
    return Actor(user_id, organisation_id, frozenset({role}), mandates)


def standing(where="open", *, unanswered=0, own=0, proposed_by=5):
    row = Consultation(organisation_id=CENTRE, open_until=TODAY)
    adoption = None
    if where != "open":
        row.open_until = TODAY - timedelta(days=1)
    if where in ("proposed", "adopted"):
        adoption = Adoption(proposed_by_id=proposed_by)
    if where == "adopted":
        row.closed_at = adoption.confirmed_at = platform_clock.now()
    return Standing(row, unanswered, unanswered, own, adoption)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("deed", list(ROLES))
def test_deeds_by_role(deed, role, clock):
    is_allowed = bool(getattr(policies, deed)(actor(role), standing()))
    assert is_allowed == (role in ROLES[deed])


@pytest.mark.parametrize("mandate", list(Mandate))
@pytest.mark.parametrize("deed", list(ROLES))
def test_deeds_by_mandate(deed, mandate, clock):
    is_allowed = bool(getattr(policies, deed)(actor(Role.CONTENT_EDITOR, mandate), standing()))
    assert is_allowed == (deed == "comment" or mandate is Mandate.COORDINATE)


@pytest.mark.parametrize("where", ["open", "over", "proposed", "adopted"])
@pytest.mark.parametrize("deed", list(WHEN))
def test_deeds_by_how_the_consultation_stands(deed, where, clock):
    verdict = getattr(policies, deed)(actor(Role.CONTENT_EDITOR), standing(where))
    assert bool(verdict) == (where in WHEN[deed])


def adoption(state, proposed_by=5):
    row = Adoption(proposed_by_id=proposed_by)
    if state == "confirmed":
        row.confirmed_at = platform_clock.now()
    if state == "withdrawn":
        row.withdrawn_at = platform_clock.now()
    return row


@pytest.mark.parametrize(
    ("state", "user_id", "may_confirm", "may_withdraw"),
    [
        ("proposed", 5, False, True),
        ("proposed", 9, True, True),
        ("confirmed", 9, False, False),
        ("withdrawn", 9, False, False),
    ],
)
def test_steps_of_an_adoption(state, user_id, may_confirm, may_withdraw):
    who = actor(Role.COORDINATOR, user_id=user_id)
    assert bool(policies.confirm(who, adoption(state), ALLOWED)) == may_confirm
    assert bool(policies.withdraw(who, adoption(state))) == may_withdraw


def confirm(who, row):
    return policies.confirm(who, row, ALLOWED)


def test_both_steps_wait_for_who_may_decide_on_this_draft(clock):
    who, no = actor(Role.COORDINATOR), Verdict("Not yours to decide.")
    assert not policies.confirm(who, adoption("proposed"), no)
    assert not policies.propose(who, replace(standing("over"), decision=no))
    for where in ("over", "proposed"):
        assert policies.waits(who, standing(where, own=1)) != ()
        assert policies.waits(who, replace(standing(where, own=1), decision=no)) == ()


@pytest.mark.parametrize("step", [confirm, policies.withdraw])
def test_steps_of_an_adoption_belong_to_the_centre(step):
    assert not step(actor(Role.COORDINATOR, Mandate.SERVE), adoption("proposed"))
    assert not step(actor(Role.OFFICER), adoption("proposed"))


@pytest.mark.parametrize(
    ("days", "before", "is_good"),
    [
        (-1, None, False),
        (0, None, True),
        (366, None, True),
        (367, None, False),
        (5, 5, False),
        (6, 5, True),
        (0, -3, True),
        (-1, -3, False),
    ],
)
def test_last_days(days, before, is_good):
    earlier = None if before is None else TODAY + timedelta(days=before)
    verdict = policies.last_day(TODAY + timedelta(days=days), today=TODAY, before=earlier)
    assert bool(verdict) == is_good


@pytest.mark.parametrize(("days", "is_good"), [(-1, False), (0, True), (4000, True)])
def test_days_of_effect(days, is_good):
    verdict = policies.day_of_effect(TODAY + timedelta(days=days), today=TODAY)
    assert bool(verdict) == is_good


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_reasons(kind):
    assert policies.reason(kind, "Because.")
    assert bool(policies.reason(kind, "")) == (kind is AnswerKind.ACCEPTED)


@pytest.mark.parametrize(
    ("who", "how", "awaited"),
    [
        (actor(Role.OFFICER, Mandate.SERVE), standing, {Wait.COMMENT}),
        (actor(Role.CONTENT_EDITOR, organisation_id=CENTRE), standing, set()),
        (actor(Role.DATA_PROTECTION_OFFICER), standing, set()),
        (actor(Role.OFFICER), lambda: standing(own=1), set()),
        (actor(Role.OFFICER), lambda: standing("over"), set()),
        (
            actor(Role.CONTENT_EDITOR, organisation_id=CENTRE),
            lambda: standing("over", unanswered=2),
            {Wait.ANSWER},
        ),
        (actor(Role.COORDINATOR), lambda: standing("over", unanswered=2), set()),
        (actor(Role.COORDINATOR), lambda: standing("over"), {Wait.PROPOSE}),
        (actor(Role.COORDINATOR), lambda: standing("proposed"), {Wait.CONFIRM}),
        (actor(Role.COORDINATOR), lambda: standing("proposed", proposed_by=9), set()),
        (actor(Role.COORDINATOR), lambda: standing("adopted"), set()),
    ],
)
def test_what_waits_for_whom(who, how, awaited, clock):
    assert set(policies.waits(who, how())) == awaited


def test_any_obstacle_is_one():
    assert not Obstacles()
    for one in ({"open_until": TODAY}, {"unanswered": 1}, {"passed": TODAY}, {"others": ("x",)}):
        assert Obstacles(**one)
