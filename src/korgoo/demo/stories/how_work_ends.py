"""How work ends: an old case whose time is over, one just closed, requests, a colleague who leaves."""

from korgoo.casework.enums import Danger, Matter
from korgoo.casework.models import Case
from korgoo.casework.services import FirstContact
from korgoo.closing import services as closing
from korgoo.closing.enums import Asked, LastRisk, Outcome, Reason, Way
from korgoo.closing.models import FollowUp
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import meet


def plan(stage: Stage) -> None:
    """Plan the story: all in the shelter, which lives with its people for years."""
    cases: dict[str, Case] = {}
    worker, leaver, head = (stage.actors[k] for k in ("shelter", "shelter2", "head"))

    def she_came_years_ago() -> None:
        cases["old"] = meet(worker, _first("Сезим Ойдонова (ойдон чыгарылган)"))

    def her_goal_is_reached() -> None:
        closing.close_case(cases["old"].pk, Reason.GOAL, last_risk=LastRisk.SAFE, actor=worker)

    def she_is_well() -> None:
        for row in FollowUp.objects.open().filter(closure__case=cases["old"]):
            closing.record_follow_up(row.pk, Outcome.SAFE, actor=worker)

    def he_comes() -> None:
        cases["leaver"] = meet(leaver, _first("Мирлан Сынаков (ойдон чыгарылган)"))
        cases["asks"] = meet(leaver, _first("Жаңыл Үлгүева (ойдон чыгарылган)"))

    def another_moves_away() -> None:
        cases["moved"] = meet(worker, _first("Бакыт Мисалов (ойдон чыгарылган)"))
        closing.close_case(cases["moved"].pk, Reason.MOVED, last_risk=LastRisk.KNOWN, actor=worker)

    def the_colleague_hands_over() -> None:
        closing.hand_over(leaver.user_id, [worker.user_id], ends_roles=False, actor=head)

    def she_asks_for_a_copy() -> None:
        closing.take_request(cases["asks"].pk, Asked.COPY, way=Way.PHONE, actor=worker)
        closing.take_request(cases["moved"].pk, Asked.ERASURE, way=Way.LETTER, actor=worker)

    for days, step in (
        (1300.0, she_came_years_ago),
        (1100.0, her_goal_is_reached),
        (700.0, she_is_well),
        (40.0, he_comes),
        (12.0, another_moves_away),
        (3.0, the_colleague_hands_over),
        (1.4, she_asks_for_a_copy),
    ):
        stage.at(days, step)


def _first(name: str) -> FirstContact:
    return FirstContact(
        channel="in_person",
        language="ky",
        danger=Danger.NO,
        matter=Matter.DOCUMENTS,
        coded={"sex": "unknown", "age_band": "25-39", "citizenship": "KG"},
        identity={"name": name},
        contact={"phone": "+996 000 000 345", "safe_hours": "10:00-12:00"},
        note="Документтерин калыбына келтирүүгө жардам сурайт. (Ойдон чыгарылган.)",
    )
