from typing import Literal

from korgoo.countrypack.schema.base import Data, DayOrUnknown, Words

NOBODY = "nobody yet"

Trust = Literal["sourced", "background-high", "background-medium", "proposal"]
Status = Literal["in_use", "needs_review", "unset"]


class Provenance(Data):
    """Where a value comes from and how far it may be believed.

    Attributes:
        source: where the value was read, or who proposes it.
        as_of: the day for which the source speaks.
        verified_by: the person or body that checked it against the primary text.
        trust: found in a source, background knowledge, or a proposal of the platform.
        status: in use; in use but to be reviewed (pages show that mark); or left open by law.
    """

    source: Words
    as_of: DayOrUnknown
    verified_by: Words = NOBODY
    trust: Trust
    status: Status

    @property
    def is_verified(self) -> bool:
        """Somebody checked this value against the primary text."""
        return self.verified_by != NOBODY
