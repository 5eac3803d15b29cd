"""C4: a girl of 15, a nanny abroad for her parents' debt. The child rules hold: no means needed."""

from korgoo.casework.enums import Danger, Decision, Matter, Scope
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.people import OSH_CENTRE
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import agree, decide, meet, refer, screen
from korgoo.identification.enums import Opinion
from korgoo.referral import services as referrals
from korgoo.referral.enums import Question
from korgoo.referral.models import Referral
from korgoo.referral.services import Request

CARD = {
    "documents": "kept",
    "pay": "kept-back",
    "debt": "must-work",
    "hours": "no-rest",
    "housing": "held-good",
    "promise": "different",
    "age": "child",
    "speaks": "coached",
}


def plan(stage: Stage) -> None:
    """Plan the story: the consul's card, the guardian asked, a question, then a place."""
    cases: dict[str, Case] = {}
    sent: dict[str, Referral] = {}
    consul, centre = stage.actors["consul"], stage.actors["osh"]

    def aunt_writes() -> None:
        cases["girl"] = meet(consul, _first())

    def card() -> None:
        screen(consul, cases["girl"], "labour-inspector", CARD, Opinion.PRESUMED)
        decide(consul, cases["girl"], Decision.PRESUMED, "Жашы 15те, мектепке барбайт.")

    def refer_home() -> None:
        house = stage.houses[OSH_CENTRE]
        scopes = [Scope.REFERRAL, Scope.IDENTITY, Scope.CONTACT, Scope.STORY]
        agree(consul, cases["girl"], house, scopes, guardian_agreed=True)
        needs = ("safe_place", "psychologist", "documents")
        request = Request(
            house, "shelter", "now", needs, ("not_the_family",), needs_transport=True
        )
        sent["girl"] = refer(consul, cases["girl"], request)

    def centre_asks() -> None:
        referrals.acknowledge(sent["girl"].pk, actor=centre)
        referrals.ask(sent["girl"].pk, frozenset({Question.ARRIVAL}), actor=centre)

    def consul_answers() -> None:
        referrals.give_information(sent["girl"].pk, actor=consul)

    def centre_accepts() -> None:
        referrals.accept(sent["girl"].pk, actor=centre)

    def she_arrives() -> None:
        referrals.start_service(sent["girl"].pk, actor=centre)

    for days, step in (
        (12.4, aunt_writes),
        (12.3, card),
        (12.2, refer_home),
        (12.18, centre_asks),
        (12.1, consul_answers),
        (12.08, centre_accepts),
        (9.0, she_arrives),
    ):
        stage.at(days, step)


def _first() -> FirstContact:
    return FirstContact(
        channel="message",
        language="ky",
        danger=Danger.UNKNOWN,
        matter=Matter.TRAFFICKING,
        coded={
            "caller": "relative",
            "sex": "female",
            "age_band": "12-17",
            "citizenship": "KG",
            "exploitation": "child_labour",
            "sector": "T",
            "country": "KZ",
        },
        identity={"name": "Айпери Мисалова (ойдон чыгарылган)", "birth_date": "2011"},
        contact={"phone": "+996 000 000 115", "who_answers": "таежеси"},
        note="Ата-энесинин карызы үчүн бала багат, үйдөн чыгарбайт. (Ойдон чыгарылган.)",
    )
