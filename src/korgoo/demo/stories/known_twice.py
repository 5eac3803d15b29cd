"""Somebody comes a second time under another spelling, and is not put together yet: to try the search with."""

from korgoo.access.actor import Actor
from korgoo.access.enums import Role
from korgoo.casework.enums import Danger, Matter
from korgoo.casework.services import FirstContact
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import meet
from korgoo.lookup import services as lookup

FRONT = frozenset({Role.CASE_WORKER, Role.HEAD, Role.HOTLINE_OPERATOR, Role.OFFICER})


def plan(stage: Stage) -> None:
    """Plan the story: two contacts of one invented person, then every house makes its cases findable."""
    worker = stage.actors["shelter"]

    def she_comes() -> None:
        _meet(worker, "Жумагулова Мисал Примеровна", "27.03.1998")

    def she_comes_again() -> None:
        _meet(worker, "Jumagulova Misal", "1998")

    def all_are_findable() -> None:
        for _round in range(2):  # the key is given on in the first one
            for actor in stage.actors.values():
                if actor.roles & FRONT:
                    lookup.encode_more(actor=actor)

    stage.at(40.0, she_comes)
    stage.at(3.0, she_comes_again)
    stage.at(0.001, all_are_findable)


def _meet(worker: Actor, name: str, birth: str) -> None:
    meet(
        worker,
        FirstContact(
            channel="phone",
            language="ky",
            danger=Danger.NO,
            matter=Matter.WAGES,
            coded={"caller": "self", "sex": "female", "age_band": "25-39"},
            identity={"name": f"{name} (ойдон чыгарылган)", "birth": birth},
            contact={"phone": "0555 000 927"},
        ),
    )
