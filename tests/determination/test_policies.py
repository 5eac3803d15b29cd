"""The rules of a decision and a claim as tables: facts in, verdict out."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from korgoo.casework.enums import Procedural, Protection
from korgoo.determination import policies, totals
from korgoo.determination.enums import (
    MOVES,
    ClaimResult,
    Conflict,
    DecisionState,
    Finding,
    Function,
    Outcome,
    Rule,
)
from korgoo.determination.models import BodyMember, Proceeding

YES, NO, OPEN, NONE = Finding.SHOWN, Finding.NOT_SHOWN, Finding.OPEN, Finding.NOT_NEEDED
IDENTIFIED, NOT, MORE = Outcome.IDENTIFIED, Outcome.NOT_IDENTIFIED, Outcome.MORE_NEEDED


@pytest.mark.parametrize(
    ("rule", "act", "means", "purpose", "outcome", "fits"),
    [
        (Rule.ADULT, YES, YES, YES, IDENTIFIED, True),
        (Rule.ADULT, YES, NO, YES, IDENTIFIED, False),
        (Rule.ADULT, YES, OPEN, YES, IDENTIFIED, False),
        (Rule.ADULT, YES, NONE, YES, IDENTIFIED, False),
        (Rule.ADULT, YES, YES, YES, NOT, False),
        (Rule.ADULT, YES, NO, YES, NOT, True),
        (Rule.ADULT, OPEN, OPEN, OPEN, NOT, True),
        (Rule.ADULT, YES, YES, YES, MORE, True),
        (Rule.CHILD, YES, NONE, YES, IDENTIFIED, True),
        (Rule.CHILD, YES, NONE, NO, IDENTIFIED, False),
        (Rule.CHILD, YES, NONE, YES, NOT, False),
    ],
)
def test_a_decision_fits_its_findings(rule, act, means, purpose, outcome, fits):
    assert bool(policies.findings_fit(rule, act, means, purpose, outcome)) is fits


def test_nobody_chooses_the_adult_rule_for_a_child():
    assert policies.rule_for(is_child=True, chosen=Rule.ADULT) is Rule.CHILD
    assert policies.means_for(Rule.CHILD, NO) is NONE
    assert policies.means_for(Rule.ADULT, NO) is NO


@pytest.mark.parametrize(
    ("functions", "fits"),
    [
        ([Function.CHAIR, Function.SECRETARY], True),
        ([Function.CHAIR, Function.EXPERT], False),
        ([Function.CHAIR], False),
        ([Function.MEMBER, Function.SECRETARY], False),
        ([Function.CHAIR, Function.CHAIR], False),
    ],
)
def test_a_body_has_two_votes_and_one_chair(functions, fits):
    assert bool(policies.composition(functions)) is fits


def seats(**conflicts):
    functions = {"chair": Function.CHAIR, "second": Function.MEMBER, "expert": Function.EXPERT}
    numbers = {"chair": 1, "second": 2, "expert": 3}
    return [
        BodyMember(function=functions[who], user_id=numbers[who], conflict=said)
        for who, said in conflicts.items()
    ]


CLEAR, ASIDE, UNASKED = Conflict.NONE, Conflict.HAS, Conflict.UNASKED


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ({"chair": CLEAR, "second": CLEAR}, True),
        ({"chair": CLEAR, "second": CLEAR, "expert": ASIDE}, True),
        ({"chair": CLEAR, "second": CLEAR, "expert": UNASKED}, False),
        ({"chair": CLEAR, "second": ASIDE}, False),
        ({"chair": ASIDE, "second": CLEAR, "expert": CLEAR}, False),
    ],
)
def test_it_is_decided_when_all_have_spoken_and_two_still_vote(said, may):
    row = Proceeding(state=DecisionState.REVIEWED, proposed_by_id=1, reviewed_by_id=2)
    assert bool(policies.decide(SimpleNamespace(user_id=2), row, seats(**said))) is may


@pytest.mark.parametrize(("actor", "may"), [(1, False), (2, True), (3, True), (4, False)])
def test_another_member_reviews(actor, may):
    row = Proceeding(state=DecisionState.PROPOSED, proposed_by_id=1)
    sitting = seats(chair=CLEAR, second=CLEAR, expert=CLEAR)
    assert bool(policies.review(SimpleNamespace(user_id=actor), row, sitting)) is may


def test_every_state_is_reached_and_a_decision_is_never_erased():
    reached, edge = {DecisionState.PROPOSED}, {DecisionState.PROPOSED}
    while edge:
        edge = {to for state in edge for to in MOVES[state]} - reached
        reached |= edge
    assert reached == set(MOVES)
    assert not any(DecisionState.PROPOSED in MOVES[s] for s in policies_after_decision())


def policies_after_decision():
    return set(DecisionState) - {DecisionState.PROPOSED, DecisionState.REVIEWED}


@pytest.mark.parametrize("status", list(Protection))
def test_a_note_speaks_only_for_who_is_helped_as_a_victim(status):
    helped = status in (Protection.PRESUMED, Protection.IDENTIFIED)
    assert bool(policies.make_note(status)) is helped


@pytest.mark.parametrize("status", list(Procedural))
@pytest.mark.parametrize("reviewed", [True, False])
def test_a_suspects_case_waits_for_the_review(status, reviewed):
    due = policies.review_is_due(status, is_reviewed=reviewed)
    assert due is (status is Procedural.SUSPECT and not reviewed)


@pytest.mark.parametrize(
    ("result", "awarded", "fits"),
    [
        (ClaimResult.AWARDED, "100", True),
        (ClaimResult.AWARDED, None, False),
        (ClaimResult.PARTLY, "40", True),
        (ClaimResult.PARTLY, "100", False),
        (ClaimResult.REFUSED, None, True),
        (ClaimResult.REFUSED, "1", False),
    ],
)
def test_an_award_has_its_amount(result, awarded, fits):
    amount = Decimal(awarded) if awarded else None
    assert bool(policies.decide_claim(result, Decimal(100), amount)) is fits


def claim(currency, claimed, awarded, *paid):
    payments = [SimpleNamespace(amount=Decimal(one)) for one in paid]
    return SimpleNamespace(
        currency=currency,
        claimed=Decimal(claimed),
        awarded=Decimal(awarded) if awarded else None,
        payments=SimpleNamespace(all=lambda: payments),
    )


def test_sums_never_mix_currencies_nor_pay_one_claim_with_another():
    found = totals.of(
        [
            claim("USD", 100, 80, 30),
            claim("KGS", 500, None),
            claim("USD", 10, 10, 15),
        ]
    )
    assert [(t.currency, t.claimed, t.awarded, t.received, t.open) for t in found] == [
        ("KGS", 500, 0, 0, 0),
        ("USD", 110, 90, 45, 50),
    ]
