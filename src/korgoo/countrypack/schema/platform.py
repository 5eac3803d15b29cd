"""Bodies in which organisations sit together: the platform, councils, commissions."""

from typing import Annotated, Literal

from pydantic import Field

from korgoo.countrypack.schema.base import Data, Day, Key, Text, Words
from korgoo.countrypack.schema.provenance import Provenance


class PlatformSeat(Data):
    """An organisation that sits in a body.

    Attributes:
        body: code of the organisation (bodies.yaml).
        seat: as what it sits there.
        valid_from: first day.
        valid_to: last day, None while it goes on.
    """

    body: Key
    seat: Literal["chair", "deputy", "secretary", "member", "observer"] = "member"
    valid_from: Day
    valid_to: Day | None = None


class PlatformBody(Data):
    """A body that meets and decides. It is no organisation: one organisation keeps its papers.

    Attributes:
        region: code of the administrative unit; None for the whole country.
        founded: first day, None when not known.
        founded_known_to: how exact the source is; "month" means the day was filled in.
        basis: the act on which it rests; None when no act was found.
        keeper: code of the organisation whose secretariat keeps it; None when nobody is named.
        seats: who sits there, as far as sources say.
    """

    key: Key
    kind: Literal["platform", "regional", "commission", "parliament", "working_group"]
    name: Text
    region: Words | None = None
    founded: Day | None = None
    founded_known_to: Literal["day", "month", "year"] = "day"
    ended: Day | None = None
    basis: Annotated[Words, Field(max_length=500)] | None = None
    keeper: Key | None = None
    seats: tuple[PlatformSeat, ...] = ()
    provenance: Provenance
