"""C11: a man pressed into an army abroad, afraid of a charge at home. Not punished but protected."""

from datetime import timedelta
from decimal import Decimal

from korgoo.casework import services as casework
from korgoo.casework.enums import (
    Danger,
    Decision,
    Matter,
    Procedural,
    ProceduralGround,
    Scope,
)
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.people import INTERIOR, SECURITY
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import agree, decide, meet, refer
from korgoo.determination import services as determination
from korgoo.determination.enums import (
    Agreement,
    Conflict,
    Finding,
    Function,
    GivenHow,
    NotifiedHow,
    Outcome,
    ReviewResult,
    Rule,
)
from korgoo.determination.models import NonPunishmentNote, Proceeding
from korgoo.determination.services import Giving, NewClaim, Proposal, Seat
from korgoo.lib import clock
from korgoo.referral import services as referrals
from korgoo.referral.models import Referral
from korgoo.referral.services import Request

CODED = {"caller": "self", "sex": "male", "age_band": "25-39", "citizenship": "KG"}
CODED |= {"exploitation": "armed_conflict", "country": "RU"}


def plan(stage: Stage) -> None:
    """Plan the story: the consul presumes, the note travels, the body of two persons decides."""
    consul, first, second = (stage.actors[k] for k in ("consul", "decider", "decider2"))
    cases: dict[str, Case] = {}
    sent: dict[str, Referral] = {}
    decisions: dict[str, Proceeding] = {}
    notes: dict[str, NonPunishmentNote] = {}

    def he_writes(key: str, name: str) -> None:
        cases[key] = meet(consul, _first(name))
        decide(
            consul, cases[key], Decision.PRESUMED, "Мажбурлап кол койдурушкан. (Ойдон чыгарылган.)"
        )

    def ask_the_body(key: str) -> None:
        house = stage.houses[INTERIOR]
        agree(consul, cases[key], house, [Scope.REFERRAL, Scope.IDENTITY, Scope.STORY])
        request = Request(house, "identification", "planned", ("identification",))
        sent[key] = refer(consul, cases[key], request)

    def body_accepts(key: str) -> None:
        referrals.acknowledge(sent[key].pk, actor=first)
        referrals.accept(sent[key].pk, actor=first)

    def charged() -> None:
        casework.change_procedural(
            cases["man"].pk, Procedural.SUSPECT, ground=ProceduralGround.LETTER, actor=consul
        )

    def note_travels() -> None:
        row = determination.make_note(
            cases["man"].pk, acts=("armed",), result=ReviewResult.MAY_BE, actor=consul
        )
        notes["man"] = row
        to_security = Giving(
            Agreement.PERSON, clock.today(), GivenHow.PLATFORM, stage.houses[SECURITY]
        )
        to_prosecutor = Giving(
            Agreement.PERSON, clock.today(), GivenHow.LETTER, outside="prosecutor"
        )
        for giving in (to_security, to_prosecutor):
            determination.give_note(row.pk, giving, actor=consul)

    def propose(key: str) -> None:
        seats = (Seat(Function.CHAIR, second.organisation_id, second.user_id),)
        decisions[key] = determination.propose(cases[key].pk, _proposal(seats), actor=first)

    def review() -> None:
        row = decisions["man"]
        seat = row.members.get(user_id=second.user_id)
        determination.say_conflict(row.pk, seat.pk, Conflict.NONE, actor=second)
        determination.review(row.pk, actor=second)

    def decide_it() -> None:
        determination.decide(decisions["man"].pk, actor=second)

    def tell_him() -> None:
        determination.notify(
            decisions["man"].pk, how=NotifiedHow.READ_OUT, language="ky", actor=consul
        )

    def claim_wages() -> None:
        filed = clock.today() - timedelta(days=1)
        new = NewClaim("wages", "abroad", "USD", Decimal(2400), filed)
        determination.file_claim(cases["man"].pk, new, actor=consul)

    for days, step in (
        (33.0, lambda: he_writes("man", "Бакыт Мисалов (ойдон чыгарылган)")),
        (32.8, lambda: ask_the_body("man")),
        (31.0, lambda: body_accepts("man")),
        (20.0, charged),
        (19.5, note_travels),
        (15.0, lambda: propose("man")),
        (14.0, review),
        (13.0, decide_it),
        (12.0, tell_him),
        (6.0, claim_wages),
        (5.0, lambda: he_writes("other", "Канат Сынаков (ойдон чыгарылган)")),
        (4.8, lambda: ask_the_body("other")),
        (4.0, lambda: body_accepts("other")),
        (1.0, lambda: propose("other")),
    ):
        stage.at(days, step)


def _first(name: str) -> FirstContact:
    return FirstContact(
        channel="consulate",
        language="ky",
        danger=Danger.UNKNOWN,
        matter=Matter.TRAFFICKING,
        coded=CODED,
        identity={"name": name},
        note="Түрмөдө кол коюуга мажбурлашкан, үйгө кайтса соттолом деп коркот. (Ойдон чыгарылган.)",
    )


def _proposal(seats: tuple[Seat, ...]) -> Proposal:
    return Proposal(
        function=Function.SECRETARY,
        seats=seats,
        rule=Rule.ADULT,
        act=Finding.SHOWN,
        means=Finding.SHOWN,
        purpose=Finding.SHOWN,
        outcome=Outcome.IDENTIFIED,
        materials=("referral", "written", "papers"),
        reasons="Келишимге мажбурлап кол койдурулган, качууга мүмкүнчүлүгү болгон эмес. "
        "(Ойдон чыгарылган.)",
    )
