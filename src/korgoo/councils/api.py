"""What other missions may ask of councils. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from korgoo.access import api as access
from korgoo.councils import policies, selectors
from korgoo.councils.enums import VOTING, SeatKind
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.councils.models import Body

__all__ = [
    "BodyCard",
    "MemberCard",
    "ancestors",
    "bodies",
    "bodies_of",
    "body",
    "is_member",
    "keeps",
    "members_on",
    "successor_on",
]


@dataclass(frozen=True, slots=True)
class BodyCard:
    """What any member may know of a body.

    Args:
        region: Code of the administrative unit; empty for the whole country.
        keeper_id: The organisation whose secretariat keeps it today; None when nobody does.
    """

    id: int
    key: str
    name: str
    kind: str
    region: str
    keeper_id: int | None
    founded: date | None = None
    ended: date | None = None
    is_fictitious: bool = False


@dataclass(frozen=True, slots=True)
class MemberCard:
    """An organisation that sits in a body on a day.

    Args:
        seat: Of ``enums.SeatKind``.
        person_role: The official position that speaks for it; may be empty.
        taken_as: Under which name the seat was taken, when another organisation took it.
        until: Last day of that one.
    """

    organisation_id: int
    organisation: str
    seat: str
    person_role: str
    taken_as: str = ""
    until: date | None = None

    @property
    def is_voting(self) -> bool:
        """Tell whether it decides, and agrees to minutes; an observer listens."""
        return SeatKind(self.seat) in VOTING


def bodies(*, actor: "Actor | None") -> list[BodyCard]:
    """List the bodies that are there today, by kind and name.

    Raises:
        NotFound: The actor has no part in the platform.
    """
    today = clock.today()
    line = access.lineage()
    rows = [row for row in selectors.all_bodies(actor=actor) if row.is_there_on(today)]
    return [_card(row, line) for row in rows]


def body(body_id: int, *, actor: "Actor | None") -> BodyCard:
    """Describe one body.

    Raises:
        NotFound: No such body, or the actor has no part in the platform.
    """
    return _card(selectors.get_body(body_id, actor=actor), access.lineage())


def members_on(body_id: int, day: date) -> list[MemberCard]:
    """List who sits in a body on a day, by seat and name; a successor on the seat of who has ended."""
    return [
        MemberCard(
            one.organisation_id,
            one.name,
            one.seat.kind,
            one.seat.position,
            one.taken_as,
            one.until,
        )
        for one in selectors.sittings(body_id, day)
    ]


def bodies_of(organisation_id: int, day: date | None = None) -> set[int]:
    """Give the bodies in which an organisation sits on a day; today without one."""
    return selectors.bodies_of(organisation_id, day or clock.today())


def keeps(actor: "Actor", body_id: int) -> bool:
    """Tell whether the actor keeps a body: as secretary of the organisation that does so today."""
    row = selectors.get_body(body_id, actor=None)
    return bool(policies.keep(actor, selectors.keeper_on(row, clock.today())))


def is_member(actor: "Actor", body_id: int, day: date | None = None) -> bool:
    """Tell whether the actor's organisation sits in a body on a day; today without one."""
    return actor.organisation_id in selectors.organisation_ids(body_id, day or clock.today())


def successor_on(organisation_id: int, day: date) -> int:
    """Say who bears on a day the obligations of an organisation; itself while it is there."""
    return access.lineage().bearer(organisation_id, day)


def ancestors(organisation_id: int) -> set[int]:
    """Give all organisations whose obligations come to one by succession; without itself."""
    return access.lineage().ancestors(organisation_id)


def _card(row: "Body", line: "access.Lineage") -> BodyCard:
    keeper = line.bearer(row.keeper_id, clock.today()) if row.keeper_id else None
    return BodyCard(
        id=row.pk,
        key=row.key,
        name=row.name,
        kind=row.kind,
        region=row.region,
        keeper_id=keeper,
        founded=row.founded,
        ended=row.ended,
        is_fictitious=row.is_fictitious,
    )
