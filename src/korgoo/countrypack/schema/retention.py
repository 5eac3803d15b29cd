"""How long what is kept of a person stays, by the purpose for which it is kept."""

from typing import Annotated, Literal

from pydantic import Field

from korgoo.countrypack.schema.base import ArticleRef, Data, Duration, Key, Text
from korgoo.countrypack.schema.provenance import Provenance

# The sealed parts of a case; further sealed records; coded facts and cards.
Part = Literal[
    "identity",
    "contact",
    "story",
    "crime",
    "health",
    "therapy",
    "whereabouts",
    "documents",
    "records",
    "coded",
]


class Retention(Data):
    """What is kept for one purpose, and until when after a case was closed.

    Attributes:
        name: the purpose in words.
        parts: what is erased when the time is over; a part belongs to one purpose only.
        after_closure: time after the case was closed; None when it is not set, or kept for good.
        basis: the law sets it, the platform proposes a working value, nobody has set it (kept until a
            lawyer does), or these parts are kept for good, as coded facts that name nobody may be.
        legal_basis: the provision, required when the law sets it.
        rests_on: articles of the lawbook.
    """

    key: Key
    name: Text
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    after_closure: Duration | None = None
    basis: Literal["law", "working_value", "unset", "kept"]
    legal_basis: Text | None = None
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance
