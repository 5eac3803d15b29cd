"""Returns home and partners abroad, made by the real services. All persons are invented."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from korgoo.access.enums import Mandate, Role
from korgoo.casework.enums import Scope
from korgoo.lib.sealing import new_private_key
from korgoo.safe_return import envelopes, services
from korgoo.safe_return.enums import Deed, Ground, How, PlaceKind, PlanState
from korgoo.safe_return.models import ReturnPlan
from tests import factories, factories_casework

S = PlanState
GOAL, NIGHT = "Invented Village", "Invented Street 12, the blue gate"
WAY = (Deed.AGREE, Deed.PREPARE, Deed.DEPART, Deed.ARRIVE, Deed.NIGHT, Deed.CLOSE)
READY = {
    "papers": "ready",
    "ticket": "issued",
    "escort": "ngo",
    "ban_told": "yes",
    "fitness": "yes",
    "family": "never",
    "leaves_on": date(2026, 3, 9),
}


class People:
    """Who takes part: the owner and a colleague, a consul, who meets, police, and the centre.

    Each joins when first asked for: a key costs time.
    """

    @cached_property
    def worker(self):
        body = factories.organisation(
            Mandate.PRESUME, Mandate.SERVE, name="Invented Crisis Centre"
        )
        return factories.member(Role.CASE_WORKER, at=body, name="Worker One")

    @cached_property
    def colleague(self):
        at = self.worker.organisation
        return factories.member(Role.CASE_WORKER, at=at, name="Worker Two")

    @cached_property
    def consul(self):
        body = factories.organisation(Mandate.CONSULAR, Mandate.PRESUME, name="Invented Consulate")
        return factories.member(Role.OFFICER, at=body, name="Consul Three")

    @cached_property
    def shelter(self):
        body = factories.organisation(Mandate.SERVE, name="Invented House")
        return factories.member(Role.CASE_WORKER, at=body, name="Worker Four")

    @cached_property
    def police(self):
        body = factories.organisation(Mandate.INVESTIGATE, Mandate.SERVE, name="Invented Police")
        return factories.member(Role.OFFICER, at=body, name="Officer Five")

    @cached_property
    def stranger(self):
        body = factories.organisation(Mandate.SERVE, Mandate.CONSULAR, name="Invented Other Body")
        return factories.member(Role.CASE_WORKER, at=body, name="Worker Six")

    @cached_property
    def coordinator(self):
        body = factories.organisation(Mandate.COORDINATE, name="Invented Centre")
        return factories.member(Role.COORDINATOR, at=body, name="Coordinator Seven")


def case(team, **told):
    """Open a case with a name, a telephone and a story."""
    return factories_casework.case(team.worker, is_told=True, **told)


def share(found, who, *scopes, by):
    """Let the person agree, and the organisation take part in the case."""
    return factories_casework.share(found, who, *scopes, by=by)


def started(team, *, wish="yes", freely="yes", found=None):
    """Begin a plan."""
    found = found or case(team)
    return services.start(
        found.pk, country="KG", wish=wish, freely=freely, actor=team.worker.actor
    )


def prepared(team, *, meets=None, found=None):
    """Begin a plan and write everything in it that it needs."""
    plan = started(team, found=found)
    actor = team.worker.actor
    services.save_travel(plan.pk, READY, actor=actor)
    services.assess_risk(plan.pk, level="medium", risks=["debt"], measures=["met"], actor=actor)
    receive(team, plan, meets or team.shelter)
    plan.refresh_from_db()
    return plan


def receive(team, plan, meets, goal=GOAL, night=NIGHT):
    """Say who meets the person, and seal the places."""
    places = {PlaceKind.GOAL: goal, PlaceKind.FIRST_NIGHT: night}
    told = services.Reception(meets.organisation.pk, places)
    return services.save_reception(plan.pk, told, actor=team.worker.actor)


def onwards(team, plan, state):
    """Move a prepared plan to a state, all recorded by the owner."""
    for deed in WAY:
        if ReturnPlan.objects.get(pk=plan.pk).state == state:
            break
        how = {Deed.ARRIVE: How.PAPER, Deed.NIGHT: How.PERSON}.get(deed, How.HERE)
        services.move(plan.pk, deed, ground=Ground.AS_PLANNED, how=how, actor=team.worker.actor)
    plan.refresh_from_db()
    assert plan.state == state
    return plan


@dataclass(frozen=True)
class Abroad:
    """A partner that is not connected: its key, and what the own register knows of it."""

    private: object
    partner: object
    key: object
    member: factories.Member


def partner(team, *, is_checked=True, name="Invented Partner Abroad", mandates=("serve",)):
    """Add a partner and a key that two members compared."""
    new = services.NewPartner(name, "AE", frozenset(mandates))
    row = services.add_partner(new, actor=team.worker.actor)
    private = new_private_key()
    words = private.fingerprint
    key = services.add_key(
        row.pk, private.public, heard=words, valid_from=date(2020, 1, 1), actor=team.worker.actor
    )
    if is_checked:
        key = services.check_key(key.pk, heard=words, actor=team.colleague.actor)
    who = factories.Member(user=None, organisation=row.organisation, actor=None)
    return Abroad(private, row, key, who)


def package(team, found, abroad, *parts, scopes=(Scope.IDENTITY, Scope.CONTACT)):
    """Let the person agree, and seal a package with these parts."""
    factories_casework.agree(found, abroad.member, *scopes, by=team.worker)
    goes = services.WhatGoes(frozenset(parts), "000 111, by day", with_journey=True)
    return services.make_package(found.pk, abroad.key.pk, goes, actor=team.worker.actor)


def answer(row, abroad, say="received", **changed):
    """Answer a package as the partner's command does; ``changed`` spoils fields of the answer."""
    from base64 import b64decode

    from korgoo.lib import clock

    to = envelopes.open_package(bytes(row.sealed), abroad.private).manifest.answer_to
    given = {"number": row.number, "token": to.token, "answer": say, "at": clock.now(), **changed}
    return envelopes.seal_answer(envelopes.Answer(**given), to=b64decode(to.public))
