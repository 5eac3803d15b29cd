"""The stage of the demonstration: people with open keys, and steps taken on past days."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from korgoo.access import selectors as access_selectors
from korgoo.access import services as access
from korgoo.access.actor import Actor
from korgoo.access.models import Organisation, User
from korgoo.councils import services as councils
from korgoo.countrypack import api as packs
from korgoo.countrypack.schema.bodies import Body
from korgoo.demo.people import HOUSES, PASSWORD, PEOPLE, House, Person
from korgoo.lib import clock


@dataclass(slots=True)
class Stage:
    """Who is there, and what happens when. Steps of all stories are taken in the order of time."""

    now: datetime
    actors: dict[str, Actor] = field(default_factory=dict)
    houses: dict[str, int] = field(default_factory=dict)
    steps: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)

    def at(self, days: float, step: Callable[[], None]) -> None:
        """Plan a step so many days before now."""
        self.steps.append((self.now - timedelta(days=days), len(self.steps), step))

    def play(self) -> int:
        """Take all planned steps, each on its own day; tell how many there were."""
        for moment, _number, step in sorted(self.steps, key=lambda s: s[:2]):
            with clock.stopped_at(moment):
                step()
        return len(self.steps)


def build(now: datetime, *, opening_days: int = 60) -> Stage:
    """Add the organisations and the people, as if they had enrolled some weeks ago."""
    stage = Stage(now)
    with clock.stopped_at(now - timedelta(days=opening_days)):
        access.load_organisations(packs.current().bodies)
        councils.load_bodies(packs.current().platform)
        for house in HOUSES:
            stage.houses[house.code] = _open_house(house).pk
        for person in PEOPLE:
            stage.actors[person.key] = _employ(person, stage)
    return stage


def _open_house(house: House) -> Organisation:
    if not house.is_fictitious:
        return Organisation.objects.get(code=house.code)
    body = Body.model_validate(
        {
            "code": house.code,
            "name": {"ky": house.ky, "ru": house.ru, "en": house.en},
            "short": {"ky": house.ky, "ru": house.ru, "en": house.en},
            "kind": house.kind,
            "mandates": house.mandates,
            "provenance": {
                "source": "invented for the demonstration",
                "as_of": "unknown",
                "trust": "proposal",
                "status": "needs_review",
            },
        }
    )
    return access.add_organisation(body, is_fictitious=True)


def _employ(person: Person, stage: Stage) -> Actor:
    organisation = Organisation.objects.get(pk=stage.houses[person.house])
    user = access.add_member(
        person.email, name=person.name, role=person.role, organisation=organisation, actor=None
    )
    User.objects.filter(pk=user.pk).update(is_demo=True)
    code = access.issue_code(user, organisation=organisation, actor=None)
    enrolled = access.enrol(code, password=PASSWORD)
    actor = _actor(enrolled.user)
    if enrolled.waits_for_approval:
        _approve(actor, stage)
    return actor


def _approve(newcomer: Actor, stage: Stage) -> None:
    colleague = next(
        a for a in stage.actors.values() if a.organisation_id == newcomer.organisation_id
    )
    for request in list(access_selectors.list_key_requests(actor=colleague)):
        access.approve_key(request.pk, actor=colleague)


def _actor(user: User) -> Actor:
    actor = access_selectors.actor_for(user, access.open_member_key(user, PASSWORD))
    if actor is None:
        raise RuntimeError(f"{user.email} has no role today")
    return actor
