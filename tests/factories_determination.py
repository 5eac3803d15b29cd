"""Decisions, notes and claims, made by the real services. All persons are invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from korgoo.access.enums import Mandate, Role
from korgoo.casework import services as casework
from korgoo.casework.enums import Decision, Scope
from korgoo.determination import services
from korgoo.determination.enums import (
    AppealBy,
    Conflict,
    DecisionState,
    Finding,
    Function,
    NotifiedHow,
    Outcome,
    ReviewResult,
    Rule,
)
from korgoo.determination.services import NewClaim, Proposal, Seat
from tests import factories, factories_casework

S = DecisionState


# Who acts: the house, its mandates, the role. Those of one house share it.
CAST = {
    "officer": ("Invented Migration Service", (Mandate.PRESUME,), Role.OFFICER),
    "first": ("Invented Commission", (Mandate.DECIDE,), Role.OFFICER),
    "second": ("Invented Commission", (Mandate.DECIDE,), Role.OFFICER),
    "third": ("Invented Commission", (Mandate.DECIDE,), Role.CASE_WORKER),
    "shelter": ("Invented Shelter", (Mandate.SERVE,), Role.CASE_WORKER),
    "stranger": ("Invented Other Body", (Mandate.PRESUME, Mandate.DECIDE), Role.OFFICER),
    "police": ("Invented Police", (Mandate.INVESTIGATE,), Role.OFFICER),
    "line": ("Invented Line", (Mandate.ADVISE,), Role.HOTLINE_OPERATOR),
    "analyst": ("Invented Centre", (Mandate.COORDINATE,), Role.CONTENT_EDITOR),
    "coordinator": ("Invented Centre", (Mandate.COORDINATE,), Role.COORDINATOR),
}


class Court:
    """Who takes part; each enrols when first asked for, for keys take time."""

    def __init__(self):
        self._houses = {}

    def __getattr__(self, who):
        if who.startswith("_") or who not in CAST:
            raise AttributeError(who)
        house, mandates, role = CAST[who]
        if house not in self._houses:
            self._houses[house] = factories.organisation(*mandates, name=house)
        name = f"Member {who.title()}"
        member = factories.member(role, at=self._houses[house], name=name)
        setattr(self, who, member)
        return member


def presumed(people, *, parties=("first",), **told):
    """Open a case, presume, and let these take part in it: the deciding body, unless said otherwise."""
    case = factories_casework.case(people.officer, is_told=True, **told)
    casework.decide_after_screening(
        case.pk, Decision.PRESUMED, reason="", actor=people.officer.actor
    )
    child = {"guardian_agreed": True} if case.is_child else {}
    for who in parties:
        scope = Scope.STORY if who == "first" else Scope.IDENTITY
        factories_casework.share(case, getattr(people, who), scope, by=people.officer, **child)
    case.refresh_from_db()
    return case


def proposal(people, **changed):
    """What is proposed: identified, by the first as secretary with the second in the chair."""
    body = people.first.organisation.pk
    usual = Proposal(
        function=Function.SECRETARY,
        seats=(Seat(Function.CHAIR, body, people.second.user.pk),),
        rule=Rule.ADULT,
        act=Finding.SHOWN,
        means=Finding.SHOWN,
        purpose=Finding.SHOWN,
        outcome=Outcome.IDENTIFIED,
        materials=("referral", "card"),
        reasons="An invented reason.",
    )
    return replace(usual, **changed)


NO = {"act": Finding.NOT_SHOWN, "outcome": Outcome.NOT_IDENTIFIED}


def decision(people, state, *, case=None, parties=("first",), **changed):
    """Bring a decision into a state by the steps that lead there."""
    case = case or presumed(people, parties=parties)
    row = services.propose(case.pk, proposal(people, **changed), actor=people.first.actor)
    for step in STEPS[state]:
        do(step, row.pk, people)
    row.refresh_from_db()
    return row


STEPS = {
    S.PROPOSED: [],
    S.REVIEWED: ["clear", "review"],
    S.DECIDED: ["clear", "review", "decide"],
    S.NOTIFIED: ["clear", "review", "decide", "notify"],
    S.APPEALED: ["clear", "review", "decide", "notify", "appeal"],
}


def do(step, pk, people):
    """Take one step by its name."""
    first, second = people.first.actor, people.second.actor
    deeds = {
        "clear": lambda: clear(pk, people.second),
        "review": lambda: services.review(pk, actor=second),
        "decide": lambda: services.decide(pk, actor=first),
        "notify": lambda: services.notify(
            pk, how=NotifiedHow.IN_PERSON, language="ky", actor=people.officer.actor
        ),
        "appeal": lambda: services.appeal(pk, by=AppealBy.PERSON, actor=people.officer.actor),
    }
    return deeds[step]()


def clear(pk, member, conflict=Conflict.NONE):
    """Let a member say whether an interest is in the way."""
    from korgoo.determination.models import BodyMember

    seat = BodyMember.objects.get(proceeding_id=pk, user_id=member.user.pk)
    return services.say_conflict(pk, seat.pk, conflict, actor=member.actor)


def note(people, case=None, result=ReviewResult.MAY_BE):
    """Review non-punishment in a case."""
    case = case or presumed(people)
    return services.make_note(case.pk, acts=("armed",), result=result, actor=people.officer.actor)


def claim(people, case=None, amount="1000", currency="KGS"):
    """Claim compensation in a case."""
    case = case or presumed(people)
    new = NewClaim("wages", "civil", currency, Decimal(amount), date(2026, 1, 10))
    return services.file_claim(case.pk, new, actor=people.officer.actor)
