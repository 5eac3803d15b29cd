"""C1: a man of 27 on a building site abroad; papers with the foreman, three months unpaid."""

from korgoo.casework.enums import Danger, Decision, Matter, Scope
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.cards import BUILDING_SITE
from korgoo.demo.people import CONSULATE, SHELTER
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import agree, decide, meet, refer, screen
from korgoo.identification.enums import Opinion
from korgoo.referral import services as referrals
from korgoo.referral.enums import ConfirmedHow, Helped
from korgoo.referral.models import Referral
from korgoo.referral.services import Request

CODED = {
    "caller": "relative",
    "sex": "male",
    "age_band": "25-39",
    "citizenship": "KG",
    "exploitation": "forced_labour",
    "sector": "F",
    "country": "RU",
}


def plan(stage: Stage) -> None:
    """Plan the story: the inspector meets the sister, the consul brings him home, a bed waits."""
    cases: dict[str, Case] = {}
    sent: dict[str, Referral] = {}
    inspector, consul, shelter = (stage.actors[k] for k in ("inspector", "consul", "shelter"))

    def sister_comes() -> None:
        cases["home"] = meet(inspector, _first("phone", "Азамат Үлгүев (ойдон чыгарылган)"))

    def card_by_phone() -> None:
        screen(inspector, cases["home"], "labour-inspector", BUILDING_SITE, Opinion.PRESUMED)
        decide(
            inspector, cases["home"], Decision.PRESUMED, "Паспорту бригадирде, айлык берилбейт."
        )

    def ask_the_consul() -> None:
        house = stage.houses[CONSULATE]
        agree(inspector, cases["home"], house, [Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT])
        request = Request(house, "return", "now", ("return", "documents"), ("do_not_call",))
        sent["consul"] = refer(inspector, cases["home"], request)

    def consul_answers() -> None:
        referrals.acknowledge(sent["consul"].pk, actor=consul)
        referrals.accept(sent["consul"].pk, actor=consul)

    def consul_meets() -> None:
        referrals.start_service(sent["consul"].pk, actor=consul)
        cases["abroad"] = meet(consul, _first("consulate", "Азамат Үлгүев (ойдон чыгарылган)"))

    def consul_refers_home() -> None:
        house = stage.houses[SHELTER]
        agree(consul, cases["abroad"], house, [Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT])
        request = Request(house, "shelter", "day", ("safe_place", "legal", "wages"))
        sent["shelter"] = refer(consul, cases["abroad"], request)

    def shelter_accepts() -> None:
        referrals.acknowledge(sent["shelter"].pk, actor=shelter)
        referrals.accept(sent["shelter"].pk, actor=shelter)

    def he_is_home() -> None:
        referrals.report_service(sent["consul"].pk, actor=consul)
        referrals.start_service(sent["shelter"].pk, actor=shelter)

    def sister_confirms() -> None:
        referrals.confirm_by_sender(
            sent["consul"].pk, Helped.YES, how=ConfirmedHow.PHONE, actor=inspector
        )

    def shelter_reports() -> None:
        referrals.report_service(sent["shelter"].pk, actor=shelter)

    for days, step in (
        (26.2, sister_comes),
        (26.1, card_by_phone),
        (26.0, ask_the_consul),
        (25.98, consul_answers),
        (23.0, consul_meets),
        (22.5, consul_refers_home),
        (22.2, shelter_accepts),
        (19.0, he_is_home),
        (17.5, sister_confirms),
        (2.1, shelter_reports),
    ):
        stage.at(days, step)


def _first(channel: str, name: str) -> FirstContact:
    return FirstContact(
        channel=channel,
        language="ky",
        danger=Danger.YES,
        matter=Matter.TRAFFICKING,
        coded=CODED,
        identity={"name": name, "birth_date": "1999"},
        contact={"phone": "+996 000 000 127", "safe_hours": "20:00-22:00"},
        note="Курулушта иштейт, паспорту бригадирде, үч айдан бери акча ала элек. (Ойдон чыгарылган.)",
    )
