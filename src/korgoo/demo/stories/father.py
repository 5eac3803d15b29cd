"""A man with two children: nobody takes them together, and that is counted."""

from korgoo.casework.enums import Danger, Matter
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import meet
from korgoo.demo.stories.who_helps import BISHKEK
from korgoo.directory.api import Seeker
from korgoo.referral import services as referrals


def plan(stage: Stage) -> None:
    """Plan the story: he comes, nobody fits, the gap is noted."""
    cases: dict[str, Case] = {}
    inspector = stage.actors["inspector"]

    def he_comes() -> None:
        cases["father"] = meet(inspector, _first())

    def nobody_fits() -> None:
        who = Seeker(sex="male", people=3, children=2, region=BISHKEK)
        referrals.note_gap(cases["father"].pk, "shelter", who, actor=inspector)

    stage.at(0.9, he_comes)
    stage.at(0.85, nobody_fits)


def _first() -> FirstContact:
    return FirstContact(
        channel="in_person",
        language="ky",
        danger=Danger.NO,
        matter=Matter.TRAFFICKING,
        coded={
            "caller": "self",
            "sex": "male",
            "age_band": "25-39",
            "citizenship": "KG",
            "exploitation": "forced_labour",
            "sector": "A",
            "country": "KG",
            "region": BISHKEK,
        },
        identity={"name": "Эсен Мисалов (ойдон чыгарылган)"},
        contact={"safe_hours": "18:00-20:00"},
        note="Фермада иштеген, эки баласы жанында. (Ойдон чыгарылган.)",
    )
