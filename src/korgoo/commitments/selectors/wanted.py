"""What of the list somebody wants to see."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Standing(TextChoices):
    """States of the list, with the late ones among the open apart. Not stored."""

    UNFINISHED = "unfinished", pgettext_lazy("promises", "Open and late")
    LATE = "late", pgettext_lazy("promises", "Late")
    OPEN = "open", pgettext_lazy("promises", "Open, not late")
    FULFILLED = "fulfilled", pgettext_lazy("promises", "Kept, to be confirmed")
    CONFIRMED = "confirmed", pgettext_lazy("promises", "Kept, confirmed")
    WITHDRAWN = "withdrawn", pgettext_lazy("promises", "Withdrawn")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A choice among promises; what is empty does not narrow it.

    Attributes:
        is_mine: only what the actor's organisation bears today.
        origin: a kind of origin.
        organisation_id: promised or borne by this organisation.
        standing: a value of ``Standing``.
    """

    is_mine: bool = False
    origin: str = ""
    organisation_id: int | None = None
    standing: str = ""
