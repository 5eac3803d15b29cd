import pytest

from korgoo.access.actor import Actor
from korgoo.access.enums import Facet, Mandate, Relation, Role
from korgoo.casework import policies
from korgoo.casework.enums import PROTECTION_MOVES, AgeBand, Decision, Protection
from korgoo.casework.models import Case

OWN, PARTY, OTHER = 1, 2, 3
P = Protection


def actor(*roles, at=OWN, mandates=(Mandate.PRESUME, Mandate.SERVE)):
    return Actor(9, at, frozenset(roles), frozenset(mandates))


@pytest.mark.parametrize(
    ("at", "is_party", "roles", "mandates", "relation"),
    [
        (OWN, False, [Role.OFFICER], [Mandate.PRESUME], Relation.OWNER),
        (OWN, True, [Role.COORDINATOR], [Mandate.COORDINATE], Relation.OWNER),
        (PARTY, True, [Role.CASE_WORKER], [Mandate.SERVE], Relation.RECEIVER),
        (OTHER, False, [Role.COORDINATOR], [Mandate.COORDINATE], Relation.COORDINATOR),
        (OTHER, False, [Role.COORDINATOR], [Mandate.SERVE], Relation.NONE),
        (OTHER, False, [Role.OFFICER], [Mandate.COORDINATE], Relation.NONE),
    ],
)
def test_the_closest_relation_counts(at, is_party, roles, mandates, relation):
    who = actor(*roles, at=at, mandates=mandates)

    assert policies.relation_of(who, owner_id=OWN, is_party=is_party) is relation


@pytest.mark.parametrize("facet", [Facet.IDENTITY, Facet.CONTACT, Facet.STORY])
@pytest.mark.parametrize(
    ("role", "relation", "allowed"),
    [
        (Role.OFFICER, Relation.OWNER, True),
        (Role.CASE_WORKER, Relation.OWNER, True),
        (Role.HOTLINE_OPERATOR, Relation.OWNER, True),
        (Role.COORDINATOR, Relation.OWNER, False),
        (Role.ORGANISATION_ADMINISTRATOR, Relation.OWNER, False),
        (Role.DATA_PROTECTION_OFFICER, Relation.OWNER, False),
        (Role.CASE_WORKER, Relation.RECEIVER, True),
        (Role.HOTLINE_OPERATOR, Relation.RECEIVER, False),
        (Role.OFFICER, Relation.NONE, False),
        (Role.COORDINATOR, Relation.COORDINATOR, False),
    ],
)
def test_who_may_open_a_sealed_part(role, relation, allowed, facet):
    assert bool(policies.open_facet(actor(role), relation, facet)) is allowed


@pytest.mark.parametrize(
    ("mandates", "decision", "allowed"),
    [
        ([Mandate.PRESUME], Decision.PRESUMED, True),
        ([Mandate.INSPECT], Decision.PRESUMED, False),
        ([Mandate.INSPECT], Decision.LABOUR_RIGHTS, True),
        ([Mandate.INSPECT], Decision.OTHER_CRIME, True),
        ([Mandate.INSPECT], Decision.NOT_ENOUGH, True),
    ],
)
def test_only_a_mandate_presumes(mandates, decision, allowed):
    who = actor(Role.OFFICER, mandates=mandates)

    assert bool(policies.decide_after_screening(who, decision)) is allowed


@pytest.mark.parametrize(
    ("status", "decision", "moves"),
    [
        (P.CONTACT, "", [P.WITHDRAWN, P.LOST_CONTACT]),
        (P.AT_RISK, "", [P.WITHDRAWN, P.LOST_CONTACT]),
        (P.PRESUMED, "presumed", [P.WITHDRAWN, P.LOST_CONTACT]),
        (P.IDENTIFIED, "presumed", [P.WITHDRAWN, P.LOST_CONTACT]),
        (P.NOT_IDENTIFIED, "presumed", [P.WITHDRAWN, P.LOST_CONTACT]),
        (P.WITHDRAWN, "", [P.CONTACT, P.AT_RISK]),
        (P.WITHDRAWN, "presumed", [P.CONTACT, P.AT_RISK, P.PRESUMED]),
        (P.LOST_CONTACT, "labour_rights", [P.CONTACT, P.AT_RISK, P.WITHDRAWN]),
    ],
)
def test_moves_by_hand(status, decision, moves):
    assert policies.moves_by_hand(Case(protection=status, decision=decision)) == moves


def test_every_status_has_its_moves():
    assert set(PROTECTION_MOVES) == set(Protection)


@pytest.mark.parametrize("status", list(Protection))
@pytest.mark.parametrize("to", [P.IDENTIFIED, P.NOT_IDENTIFIED])
def test_nobody_identifies_by_hand(status, to):
    verdict = policies.change_protection(Case(protection=status, decision="presumed"), to)

    assert verdict.reason


@pytest.mark.parametrize(
    ("age", "guardian", "recipient", "allowed"),
    [
        (AgeBand.ADULT, None, PARTY, True),
        (AgeBand.UNKNOWN, None, PARTY, True),
        (AgeBand.ADULT, None, OWN, False),
        (AgeBand.CHILD, None, PARTY, False),
        (AgeBand.DOUBT, None, PARTY, False),
        (AgeBand.CHILD, False, PARTY, True),
        (AgeBand.CHILD, True, PARTY, True),
    ],
)
def test_record_consent(age, guardian, recipient, allowed):
    case = Case(owner_id=OWN, age_band=age)

    verdict = policies.record_consent(case, guardian_agreed=guardian, recipient_id=recipient)

    assert bool(verdict) is allowed
