"""C4 goes on: needs and dangers of the girl, her guardian, a programme, a conference, a delay."""

from datetime import timedelta
from typing import Any

from korgoo.assistance import services as help_
from korgoo.assistance.enums import (
    Agreed,
    Answer,
    AppointedBy,
    BestInterest,
    Cost,
    Delay,
    Function,
    GuardianKind,
    ItemState,
    Level,
    Need,
    NeedState,
    Occasion,
    Outside,
    Question,
    Risk,
    Task,
    Unit,
    Vulnerability,
    YesNo,
)
from korgoo.assistance.models import ProgrammeItem
from korgoo.assistance.services import Findings, Given, Meeting, Plan, Safeguard, TaskGiven
from korgoo.casework.models import Case
from korgoo.demo.people import CONSULATE, OSH_CENTRE
from korgoo.demo.stage import Stage
from korgoo.lib import clock

GOALS = "Мектепке кайтып, Ошто таежем менен жашагым келет. (Ойдон чыгарылган.)"


def plan(stage: Stage) -> None:
    """Plan the story, after the girl has come to the centre in Osh."""
    consul, centre = stage.actors["consul"], stage.actors["osh"]
    house = stage.houses[OSH_CENTRE]

    def girl() -> Case:
        return Case.objects.get(owner_id=stage.houses[CONSULATE], exploitation="child_labour")

    def first_look() -> None:
        help_.assess(girl().pk, _first(), actor=consul)

    def her_guardian() -> None:
        told = Safeguard(
            GuardianKind.RELATIVE,
            AppointedBy.NOT_YET,
            YesNo.YES,
            since=clock.today(),
            name="Таежеси, ойдон чыгарылган",
        )
        help_.record_guardian(girl().pk, told, actor=consul)

    def programme() -> None:
        case = girl().pk
        help_.write_goals(case, GOALS, actor=consul)
        for item in _items(house):
            help_.add_item(case, item, actor=consul)
        help_.review_programme(
            case,
            agreed=Agreed.YES,
            agreed_on=clock.today(),
            review_on=clock.today() + timedelta(days=6),
            actor=consul,
        )

    def centre_helps() -> None:
        case = girl().pk
        for item in ProgrammeItem.objects.filter(programme__case_id=case, provider_id=house):
            today = clock.today()
            help_.move_item(case, item.pk, ItemState.UNDER_WAY, on=today, actor=centre)
            help_.give(case, Given(today, item_id=item.pk, unit=Unit.TIMES), actor=centre)

    def conference() -> None:
        help_.hold_conference(girl().pk, _meeting(stage), actor=consul)
        help_.decide_best_interest(
            girl().pk,
            outcome=BestInterest.RELATIVES,
            decided_on=clock.today(),
            decided_by_id=house,
            review_on=clock.today() + timedelta(days=30),
            actor=consul,
        )

    def second_look() -> None:
        help_.assess(girl().pk, _second(), actor=consul)

    steps = (first_look, her_guardian, programme, centre_helps, conference, second_look)
    for days, step in zip((8.9, 8.8, 8.6, 7.5, 5.2, 2.1), steps, strict=True):
        stage.at(days, step)


def _first() -> Findings:
    return Findings(
        Occasion.INTAKE,
        Level.HIGH,
        ("factors", "person_says"),
        needs={
            Need.SHELTER: NeedState.URGENT,
            Need.HEALTH: NeedState.OPEN,
            Need.DOCUMENTS: NeedState.OPEN,
            Need.SCHOOL: NeedState.OPEN,
            Need.FAMILY: NeedState.OPEN,
        },
        risks={
            Risk.KNOWS_FAMILY: Answer.YES,
            Risk.KNOWS_PHONE: Answer.YES,
            Risk.DEBTS: Answer.YES,
            Risk.INSIDERS: Answer.UNKNOWN,
        },
        measures=("no_calls", "safe_place"),
        individual=Vulnerability.HIGH,
        household=Vulnerability.HIGH,
        community=Vulnerability.MEDIUM,
        review_on=clock.today() + timedelta(days=7),
        words="Үйгө азырынча кайткысы келбейт. (Ойдон чыгарылган.)",
    )


def _second() -> Findings:
    return Findings(
        Occasion.REVIEW,
        Level.MEDIUM,
        ("factors",),
        needs={
            Need.SHELTER: NeedState.MET,
            Need.HEALTH: NeedState.MET,
            Need.DOCUMENTS: NeedState.OPEN,
            Need.SCHOOL: NeedState.URGENT,
            Need.FAMILY: NeedState.MET,
        },
        risks={Risk.KNOWS_FAMILY: Answer.YES, Risk.KNOWS_PHONE: Answer.NO, Risk.DEBTS: Answer.YES},
        measures=("no_calls", "safety_plan"),
        individual=Vulnerability.MEDIUM,
        household=Vulnerability.HIGH,
        community=Vulnerability.MEDIUM,
        review_on=clock.today() + timedelta(days=14),
    )


def _items(house: int) -> tuple[Plan, ...]:
    today = clock.today()
    soon, later = today + timedelta(days=1), today + timedelta(days=30)
    asked: dict[str, Any] = {"agreed": Agreed.YES, "agreed_on": today}
    return (
        Plan(Need.SHELTER, "shelter", house, start=soon, end=later, cost=Cost.DONOR, **asked),
        Plan(Need.PSYCHOSOCIAL, "psychologist", house, start=soon, cost=Cost.OWN_BUDGET, **asked),
        Plan(
            Need.SCHOOL,
            "school",
            outside=Outside.SCHOOL,
            start=today + timedelta(days=4),
            cost=Cost.FREE,
            delay=Delay.PAPERS,
            **asked,
        ),
        Plan(Need.DOCUMENTS, "documents", start=later, cost=Cost.STATE_ORDER),
    )


def _meeting(stage: Stage) -> Meeting:
    house, own = stage.houses[OSH_CENTRE], stage.houses[CONSULATE]
    return Meeting(
        clock.today(),
        ((own, Function.CASE_WORKER), (house, Function.PSYCHOLOGIST), (None, Function.PERSON)),
        (Question.BEST_INTEREST, Question.GUARDIAN, Question.DELAY),
        (
            TaskGiven(Task.GUARDIAN, house, clock.today() + timedelta(days=3)),
            TaskGiven(Task.DOCUMENTS, own, clock.today() + timedelta(days=12)),
        ),
        "Таежеси камкорчу болууга макул. (Ойдон чыгарылган.)",
    )
