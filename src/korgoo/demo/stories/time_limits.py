"""Time limits of a shelter: a first stay that is nearly over, one extended, a review that waits."""

from datetime import timedelta

from korgoo.casework import services as casework
from korgoo.casework.enums import Danger, Matter, PauseGround
from korgoo.casework.models import Case, CaseClock
from korgoo.casework.services import FirstContact
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import meet
from korgoo.lib import clock


def plan(stage: Stage) -> None:
    """Plan two stays in the shelter; the second lasts as long as the investigation."""
    shelter = stage.actors["shelter"]
    cases: dict[str, Case] = {}

    def come(who: str, sex: str, age: str) -> None:
        cases[who] = meet(
            shelter,
            FirstContact(
                channel="in_person",
                language="ky",
                danger=Danger.NO,
                matter=Matter.TRAFFICKING,
                coded={"caller": "self", "sex": sex, "age_band": age, "citizenship": "KG"},
            ),
        )
        casework.run_step(cases[who], "shelter_arrived", actor=shelter)

    def investigation_goes_on() -> None:
        stay = CaseClock.objects.running().get(case=cases["first"], key="shelter_first_stay")
        until = clock.now() + timedelta(days=45)
        casework.extend_clock(
            cases["first"].pk, stay.pk, "investigation", until=until, actor=shelter
        )

    def programme_is_agreed() -> None:
        casework.run_step(cases["first"], "programme_agreed", actor=shelter)

    def she_is_in_hospital() -> None:
        review = CaseClock.objects.running().get(case=cases["first"], key="programme_review")
        casework.pause_clock(cases["first"].pk, review.pk, PauseGround.HEALTH, actor=shelter)

    for days, step in (
        (22.3, lambda: come("first", "female", "25-39")),
        (14.1, investigation_goes_on),
        (14.0, programme_is_agreed),
        (8.4, lambda: come("second", "male", "18-24")),
        (2.2, she_is_in_hospital),
    ):
        stage.at(days, step)
