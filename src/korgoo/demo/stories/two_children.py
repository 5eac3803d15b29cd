"""C9: a woman with two children needs a place; the first shelter has none, the second is late."""

from korgoo.casework.enums import Danger, Decision, Matter, Scope
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.people import OSH_CENTRE, SHELTER
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import agree, decide, meet, refer, screen
from korgoo.identification.enums import Opinion
from korgoo.referral import services as referrals
from korgoo.referral.enums import DeclineReason
from korgoo.referral.models import Referral
from korgoo.referral.services import Request

CARD = {
    "documents": "kept",
    "pay": "less",
    "debt": "must-work",
    "hours": "no-rest",
    "housing": "held-bad",
    "promise": "different",
    "threats": "family",
    "age": "adult",
}
SCOPES = [Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT]


def plan(stage: Stage) -> None:
    """Plan the story: no place, an alternative, and a clock that has run out."""
    cases: dict[str, Case] = {}
    sent: dict[str, Referral] = {}
    inspector, centre = stage.actors["inspector"], stage.actors["osh"]

    def she_comes() -> None:
        cases["mother"] = meet(inspector, _first())

    def card() -> None:
        screen(inspector, cases["mother"], "labour-inspector", CARD, Opinion.PRESUMED)
        decide(
            inspector, cases["mother"], Decision.PRESUMED, "Балдары менен кайда барарын билбейт."
        )

    def ask_osh() -> None:
        house = stage.houses[OSH_CENTRE]
        agree(inspector, cases["mother"], house, SCOPES)
        request = Request(house, "shelter", "day", ("safe_place", "children"), people=3)
        sent["osh"] = refer(inspector, cases["mother"], request)

    def osh_has_no_place() -> None:
        referrals.acknowledge(sent["osh"].pk, actor=centre)
        referrals.decline(
            sent["osh"].pk,
            DeclineReason.NO_PLACE,
            alternative_id=stage.houses[SHELTER],
            actor=centre,
        )

    def ask_the_other() -> None:
        house = stage.houses[SHELTER]
        agree(inspector, cases["mother"], house, SCOPES)
        needs = ("safe_place", "children", "food")
        request = Request(house, "shelter", "day", needs, people=3, needs_transport=True)
        sent["bishkek"] = refer(inspector, cases["mother"], request)

    for days, step in (
        (3.6, she_comes),
        (3.55, card),
        (3.5, ask_osh),
        (2.9, osh_has_no_place),
        (1.4, ask_the_other),
    ):
        stage.at(days, step)


def _first() -> FirstContact:
    return FirstContact(
        channel="inspection",
        language="ru",
        danger=Danger.YES,
        matter=Matter.TRAFFICKING,
        coded={
            "caller": "self",
            "sex": "female",
            "age_band": "25-39",
            "citizenship": "UZ",
            "exploitation": "forced_labour",
            "sector": "C",
            "country": "KG",
        },
        identity={"name": "Нодира Примерова (вымышленная)"},
        contact={"safe_hours": "10:00-12:00", "safe_word": "ромашка"},
        note="Швейный цех, живут при цехе, двое детей с ней. (Вымышлено.)",
    )
