"""C3: a woman of 22, promised a cafe job in the Gulf, held by a debt. The consul is far; she comes home."""

from datetime import timedelta

from korgoo.access.actor import Actor
from korgoo.access.enums import Facet
from korgoo.casework.enums import Danger, Matter, Scope
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.people import CONSULATE, OSH_CENTRE
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import agree, meet, refer
from korgoo.lib import clock
from korgoo.referral import services as referrals
from korgoo.referral.models import Referral
from korgoo.referral.services import Request
from korgoo.safe_return import envelopes
from korgoo.safe_return import services as returns
from korgoo.safe_return.enums import Deed, Ground, PartnerAnswer, PlaceKind
from korgoo.safe_return.models import Package, Partner, ReturnPlan

PARTNER = "Amal House (fictitious)"


def plan(stage: Stage) -> None:
    """Plan the story: the consul asked, a partner by package, the journey, who meets her."""
    cases: dict[str, Case] = {}
    sent: dict[str, Referral] = {}
    made: dict[str, ReturnPlan] = {}
    packages: dict[str, Package] = {}
    worker, colleague = stage.actors["shelter"], stage.actors["shelter2"]
    consul, osh = stage.actors["consul"], stage.actors["osh"]

    def friend_writes() -> None:
        cases["she"] = meet(worker, _first())

    def consul_is_asked() -> None:
        house = stage.houses[CONSULATE]
        agree(worker, cases["she"], house, [Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT])
        request = Request(house, "return", "now", ("documents", "return"), ("followed",))
        sent["consul"] = refer(worker, cases["she"], request)

    def consul_accepts() -> None:
        for deed in (referrals.acknowledge, referrals.accept, referrals.start_service):
            deed(sent["consul"].pk, actor=consul)

    def she_is_asked() -> None:
        made["home"] = returns.start(
            cases["she"].pk, country="KG", wish="undecided", freely="unsure", actor=worker
        )

    def she_decides() -> None:
        returns.record_wish(made["home"].pk, wish="yes", freely="yes", actor=worker)

    def partner_gets_a_package() -> None:
        partner = _partner(stage)
        recipient = partner.organisation_id
        agree(worker, cases["she"], recipient, [Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT])
        goes = returns.WhatGoes(
            frozenset({Facet.IDENTITY, Facet.CONTACT}), "+996 000 000 031", with_journey=True
        )
        key = partner.keys.get()
        packages["amal"] = returns.make_package(cases["she"].pk, key.pk, goes, actor=worker)

    def partner_phones() -> None:
        returns.write_answer(packages["amal"].pk, PartnerAnswer.ACCEPTED, actor=colleague)

    def consul_prepares() -> None:
        facts = {
            "papers": "ready",
            "ticket": "issued",
            "escort": "official",
            "ban_told": "yes",
            "fitness": "yes",
            "family": "never",
            "leaves_on": clock.today() + timedelta(days=4),
        }
        returns.save_travel(made["home"].pk, facts, actor=consul)
        _stops(made["home"], consul)

    def reception_is_agreed() -> None:
        house = stage.houses[OSH_CENTRE]
        agree(worker, cases["she"], house, [Scope.REFERRAL, Scope.IDENTITY, Scope.WHEREABOUTS])
        request = Request(house, "shelter", "planned", ("safe_place", "psychologist"))
        sent["osh"] = refer(worker, cases["she"], request)
        referrals.acknowledge(sent["osh"].pk, actor=osh)
        referrals.accept(sent["osh"].pk, actor=osh)
        places = {
            PlaceKind.GOAL: "Ош шаары (ойдон чыгарылган)",
            PlaceKind.FIRST_NIGHT: "Мисал көчөсү 7, көк дарбаза (ойдон чыгарылган)",
        }
        returns.save_reception(made["home"].pk, returns.Reception(house, places), actor=worker)

    def she_agrees_to_the_plan() -> None:
        returns.assess_risk(
            made["home"].pk,
            level="medium",
            risks=["debt", "family"],
            measures=["met", "other_place"],
            actor=worker,
        )
        for deed in (Deed.AGREE, Deed.PREPARE):
            returns.move(made["home"].pk, deed, ground=Ground.AS_PLANNED, actor=worker)

    def she_leaves() -> None:
        returns.move(made["home"].pk, Deed.DEPART, ground=Ground.AS_PLANNED, actor=consul)

    for days, step in (
        (16.0, friend_writes),
        (15.8, consul_is_asked),
        (15.5, consul_accepts),
        (14.9, she_is_asked),
        (12.9, she_decides),
        (12.5, partner_gets_a_package),
        (11.4, partner_phones),
        (4.9, consul_prepares),
        (4.2, reception_is_agreed),
        (3.1, she_agrees_to_the_plan),
        (0.6, she_leaves),
    ):
        stage.at(days, step)


def _partner(stage: Stage) -> Partner:
    """Add a fictitious partner abroad, whose key two members of the shelter compared."""
    first, second = stage.actors["shelter"], stage.actors["shelter2"]
    new = returns.NewPartner(PARTNER, "AE", frozenset({"serve"}))
    partner = returns.add_partner(new, actor=first)
    # Nobody keeps the private half: what is sealed in the demonstration stays sealed.
    _locked, public = envelopes.new_key_file(PARTNER)
    heard = envelopes.words_of(public)
    row = returns.add_key(partner.pk, public, heard=heard, valid_from=clock.today(), actor=first)
    returns.check_key(row.pk, heard=heard, actor=second)
    return partner


def _stops(row: ReturnPlan, consul: Actor) -> None:
    returns.add_stop(
        row.pk,
        country="AE",
        kind="airport",
        risks=["detention", "followed"],
        measures=["officials_told", "escorted"],
        actor=consul,
    )
    returns.add_stop(
        row.pk,
        country="TR",
        kind="airport",
        risks=["alone"],
        measures=["calls"],
        actor=consul,
    )


def _first() -> FirstContact:
    return FirstContact(
        channel="message",
        language="ky",
        danger=Danger.YES,
        matter=Matter.TRAFFICKING,
        coded={
            "caller": "self",
            "sex": "female",
            "age_band": "18-24",
            "citizenship": "KG",
            "exploitation": "sexual_exploitation",
            "sector": "I",
            "country": "AE",
        },
        identity={"name": "Сезим Мисалова (ойдон чыгарылган)", "birth_date": "2003"},
        contact={"phone": "+996 000 000 122", "safe_hours": "түндө гана, жазуу жолу менен"},
        note="Кафеге иш убада кылышкан, туристтик виза, 4000 доллар «карыз». (Ойдон чыгарылган.)",
    )
