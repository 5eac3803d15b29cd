"""Referrals in every state, brought there by the real services. All persons are invented."""

from dataclasses import dataclass

from korgoo.access.enums import Mandate, Role
from korgoo.casework.enums import Scope
from korgoo.referral import services
from korgoo.referral.enums import (
    ConfirmedHow,
    DeclineReason,
    Helped,
    Question,
    ReferralState,
)
from korgoo.referral.models import Referral
from korgoo.referral.services import Request
from tests import factories, factories_casework

S = ReferralState


@dataclass(frozen=True)
class Net:
    """Who takes part: a sender, its colleague, two receivers, one without a key, and the centre."""

    officer: factories.Member
    shelter: factories.Member
    clinic: factories.Member
    coordinator: factories.Member
    paper: factories.Organisation


def net():
    """Make the organisations of most tests."""
    service = _organisation("Invented Migration Service", Mandate.PRESUME)
    shelter = _organisation("Invented Shelter", Mandate.SERVE)
    clinic = _organisation("Invented Clinic", Mandate.SERVE)
    centre = _organisation("Invented Centre", Mandate.COORDINATE)
    return Net(
        factories.member(Role.OFFICER, at=service, name="Officer One"),
        factories.member(Role.CASE_WORKER, at=shelter, name="Worker Two"),
        factories.member(Role.CASE_WORKER, at=clinic, name="Worker Three"),
        factories.member(Role.COORDINATOR, at=centre, name="Coordinator Four"),
        _organisation("Invented Paper House", Mandate.SERVE),
    )


def _organisation(name, mandate):
    """Name it in each language; the Kyrgyz name has every letter that Russian lacks."""
    row = factories.organisation(mandate)
    row.name_en, row.name_ru, row.name_ky = (
        name,
        f"Придуманное: {name}",
        f"Ойлонулган ҢңӨөҮү: {name}",
    )
    row.save()
    return row


def request(receiver, **asked):
    """What is asked: a bed for tonight, unless said otherwise."""
    usual = {"kind": "shelter", "urgency": "now", "needs": ("safe_place",)}
    return Request(receiver_id=receiver.pk, **{**usual, **asked})


def draft(people, /, *, case=None, to=None, scopes=(Scope.REFERRAL,), **asked):
    """Write a referral; the person has agreed to these scopes (none: nobody asked)."""
    to = to or people.shelter.organisation
    case = case or factories_casework.case(people.officer, is_told=True)
    if scopes:
        agree(people, case, to, *scopes)
    return services.draft(case.pk, request(to, **asked), actor=people.officer.actor)


def agree(people, case, to, *scopes):
    """Record a talk; without scopes a refusal."""
    recipient = factories.Member(user=None, organisation=to, actor=None)
    return factories_casework.agree(case, recipient, *scopes, by=people.officer)


def sent(people, /, **about):
    """Send a referral; gives it with the person's code."""
    row = draft(people, **about)
    return services.send(row.pk, actor=people.officer.actor)


def referral(people, state, /, **about):
    """Bring a referral into a state by the steps that lead there."""
    if state is S.DRAFT:
        return draft(people, **about)
    row, _code = sent(people, **about)
    return onwards(people, row, state)


def onwards(people, row, state):
    """Take a sent referral to a state."""
    sender, receiver = people.officer.actor, _receiver(people, row).actor
    steps = {
        S.SENT: [],
        S.RECEIVED: ["acknowledge"],
        S.NEEDS_INFORMATION: ["acknowledge", "ask"],
        S.ACCEPTED: ["acknowledge", "accept"],
        S.IN_SERVICE: ["acknowledge", "accept", "start"],
        S.COMPLETED: ["acknowledge", "accept", "start", "report"],
        S.CONFIRMED: ["acknowledge", "accept", "start", "report", "confirm"],
        S.DECLINED: ["acknowledge", "decline"],
        S.WITHDRAWN: ["withdraw"],
        S.EXPIRED: ["expire"],
    }
    for step in steps[state]:
        do(step, row.pk, sender=sender, receiver=receiver)
    return Referral.objects.get(pk=row.pk)


def do(step, pk, *, sender, receiver):
    """Take one step by its name."""
    deeds = {
        "send": lambda: services.send(pk, actor=sender),
        "acknowledge": lambda: services.acknowledge(pk, actor=receiver),
        "accept": lambda: services.accept(pk, actor=receiver),
        "decline": lambda: services.decline(pk, DeclineReason.NO_PLACE, actor=receiver),
        "ask": lambda: services.ask(pk, frozenset({Question.AGE}), actor=receiver),
        "start": lambda: services.start_service(pk, actor=receiver),
        "report": lambda: services.report_service(pk, actor=receiver),
        "inform": lambda: services.give_information(pk, actor=sender),
        "withdraw": lambda: services.withdraw(pk, actor=sender),
        "confirm": lambda: services.confirm_by_sender(
            pk, Helped.YES, how=ConfirmedHow.PHONE, actor=sender
        ),
        "note": lambda: services.note_return(pk, actor=sender),
        "code": lambda: services.renew_confirmation_code(pk, actor=sender),
        "expire": lambda: _expire(pk),
    }
    return deeds[step]()


def _expire(pk):
    row = Referral.objects.get(pk=pk)
    Referral.objects.filter(pk=pk).update(expires_at=row.sent_at)
    return services.expire_overdue()


def _receiver(people, row):
    members = (people.shelter, people.clinic, people.coordinator)
    found = [m for m in members if m.organisation.pk == row.receiver_id]
    return found[0] if found else people.shelter
