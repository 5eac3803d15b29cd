"""C13: a person who gives no name to the State and agrees to medical help only."""

from korgoo.casework.enums import Danger, Matter, Scope
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.people import CLINIC, MINISTRY
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import agree, meet, refer
from korgoo.referral import services as referrals
from korgoo.referral.enums import ConfirmedHow, Helped
from korgoo.referral.models import Referral
from korgoo.referral.services import Request


def plan(stage: Stage) -> None:
    """Plan the story: refusal recorded without pressure, a doctor without a name, help confirmed."""
    cases: dict[str, Case] = {}
    sent: dict[str, Referral] = {}
    centre, clinic = stage.actors["osh"], stage.actors["clinic"]

    def she_comes() -> None:
        cases["she"] = meet(
            centre,
            FirstContact(
                channel="in_person",
                language="ky",
                danger=Danger.NO,
                matter=Matter.OTHER,
                coded={"caller": "self", "sex": "female", "age_band": "18-24"},
                note="Атын айткысы келбейт, догдур гана керек. (Ойдон чыгарылган.)",
            ),
        )

    def state_is_refused() -> None:
        agree(centre, cases["she"], stage.houses[MINISTRY], [])

    def doctor_is_asked() -> None:
        house = stage.houses[CLINIC]
        agree(centre, cases["she"], house, [Scope.REFERRAL])
        request = Request(house, "medical", "day", ("health",), ("do_not_call",))
        sent["clinic"] = refer(centre, cases["she"], request)

    def clinic_accepts() -> None:
        referrals.acknowledge(sent["clinic"].pk, actor=clinic)
        referrals.accept(sent["clinic"].pk, actor=clinic)
        referrals.start_service(sent["clinic"].pk, actor=clinic)

    def clinic_reports() -> None:
        referrals.report_service(sent["clinic"].pk, actor=clinic)

    def she_says_yes() -> None:
        referrals.confirm_by_sender(
            sent["clinic"].pk, Helped.YES, how=ConfirmedHow.IN_PERSON, actor=centre
        )

    for days, step in (
        (15.3, she_comes),
        (15.25, state_is_refused),
        (15.2, doctor_is_asked),
        (14.9, clinic_accepts),
        (14.0, clinic_reports),
        (12.0, she_says_yes),
    ):
        stage.at(days, step)
