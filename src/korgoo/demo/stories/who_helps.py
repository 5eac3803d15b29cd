"""The directory of the demonstration: three invented providers, their places, and earlier gaps."""

from uuid import uuid4

from korgoo.demo.people import CLINIC, OSH_CENTRE, SHELTER
from korgoo.demo.stage import Stage
from korgoo.directory import services as directory
from korgoo.directory.api import GapFacts
from korgoo.directory.enums import Change, Cost, GapReason, Group, HowSoon, MayCall
from korgoo.directory.models import Service
from korgoo.directory.services import ServiceFacts
from korgoo.lib import clock

BISHKEK, OSH, JALAL_ABAD, OSH_REGION = (
    "41711000000000",
    "41721000000000",
    "41703000000000",
    "41706000000000",
)
WORKDAYS = {str(day): ("09:00", "18:00") for day in range(5)}
# The people of earlier months, whose cases are no part of the demonstration.
EARLIER = (
    (Group.MEN, BISHKEK, 9),
    (Group.FAMILIES, OSH, 7),
    (Group.FAMILIES, BISHKEK, 6),
    (Group.MEN, OSH, 3),
    (Group.CHILDREN, JALAL_ABAD, 2),
)


def plan(stage: Stage) -> None:
    """Plan what the providers say, and how their places come to be what they are."""
    made: dict[str, Service] = {}
    shelter, osh, clinic = (stage.actors[key] for key in ("shelter", "osh", "clinic"))

    def they_say_what_they_offer() -> None:
        made[SHELTER] = directory.add_service(_shelter(), actor=shelter)
        made[OSH_CENTRE] = directory.add_service(_osh(), actor=osh)
        made[CLINIC] = directory.add_service(_clinic(), actor=clinic)
        where = {"address": "Ойдон чыгарылган көчө, 1 (вымышлено)", "way": ""}
        directory.write_address(made[SHELTER].pk, where, actor=shelter)

    def earlier_gaps() -> None:
        owner = stage.actors["inspector"].organisation_id
        for group, region, count in EARLIER:
            for _person in range(count):
                directory.record_gap(_gap(owner, group, region), actor=None)

    def somebody_comes() -> None:
        directory.tap(made[SHELTER].pk, Group.WOMEN, Change.ONE_LESS, actor=shelter)

    def osh_is_full() -> None:
        directory.tap(made[OSH_CENTRE].pk, Group.WOMEN, Change.FULL, actor=osh)

    def they_look_again() -> None:
        directory.confirm_service(made[SHELTER].pk, actor=shelter)

    for days, step in (
        (40, they_say_what_they_offer),
        (38, earlier_gaps),
        (1.2, somebody_comes),
        (0.4, osh_is_full),
        (0.1, they_look_again),
    ):
        stage.at(days, step)


def _shelter() -> ServiceFacts:
    return ServiceFacts(
        kind="shelter",
        takes=(Group.WOMEN,),
        valid_from=clock.today(),
        age_from=18,
        most_children=2,
        ready_for=("deaf",),
        languages=("ky", "ru"),
        has_separate_rooms=True,
        longest_stay=18,
        is_round_the_clock=True,
        may_call=MayCall.MEMBERS,
        phone="0555 000 201",
        never_call_back=True,
        asks_password=True,
        cost=Cost.FREE,
        places={Group.WOMEN: (6, 4)},
    )


def _osh() -> ServiceFacts:
    return ServiceFacts(
        kind="shelter",
        takes=(Group.WOMEN, Group.CHILDREN),
        valid_from=clock.today(),
        most_children=3,
        languages=("ky", "uz"),
        regions=(OSH, OSH_REGION, JALAL_ABAD),
        longest_stay=12,
        is_round_the_clock=True,
        phone="0555 000 202",
        cost=Cost.FREE,
        places={Group.WOMEN: (4, 1), Group.CHILDREN: (2, 1)},
    )


def _clinic() -> ServiceFacts:
    return ServiceFacts(
        kind="medical",
        takes=tuple(Group),
        valid_from=clock.today(),
        most_children=5,
        ready_for=("wheelchair", "deaf", "blind"),
        languages=("ky", "ru"),
        hours=WORKDAYS,
        may_call=MayCall.ANYONE,
        phone="0555 000 203",
        call_from="09:00",
        call_to="17:00",
        cost=Cost.FREE,
    )


def _gap(owner: int, group: Group, region: str) -> GapFacts:
    return GapFacts(
        case_id=uuid4(),
        organisation_id=owner,
        kind="shelter",
        group=group,
        region=region,
        urgency=HowSoon.DAY,
        reason=GapReason.NOBODY_FITS,
    )
