from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from korgoo.countrypack.schema.base import ArticleRef, Data, Duration, Key, Text
from korgoo.countrypack.schema.provenance import Provenance

Urgency = Literal["now", "day", "planned"]


class Clock(Data):
    """How long somebody has for something, or that the law does not say.

    Attributes:
        starts: key of the event that starts the clock.
        responsible: who must act before it runs out.
        duration: time allowed; None when it depends on urgency or is not set.
        basis: the law sets it, the platform proposes a working value, or nobody has set it.
        legal_basis: the provision, required when the law sets it.
        by_urgency: time allowed by urgency of a referral.
        rests_on: articles of the lawbook.
    """

    key: Key
    name: Text
    starts: Key
    responsible: Literal["owner", "receiver", "coordinator", "deciding_body"]
    duration: Duration | None = None
    basis: Literal["law", "working_value", "unset"]
    legal_basis: Text | None = None
    by_urgency: Mapping[Urgency, Duration] | None = None
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance

    @property
    def is_set(self) -> bool:
        """Some time is given, by law or as a working value."""
        return self.duration is not None or bool(self.by_urgency)

    def allowed(self, urgency: Urgency | None = None) -> timedelta | None:
        """Give the time allowed.

        Args:
            urgency: urgency of the referral, where the clock depends on it.

        Returns:
            The time, or None when nothing is set: show "not set by law", never guess.
        """
        if urgency is not None and self.by_urgency:
            return self.by_urgency.get(urgency)
        return self.duration
