"""What answers about an offer say: which signs are there, and what to find out. Never a score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from korgoo.offers.enums import Reply


class Sign(Protocol):
    """What the reading asks of a sign of the pack."""

    @property
    def key(self) -> str:
        """Its name among the answers."""

    @property
    def is_grave(self) -> bool:
        """Whether it is told before all others."""


S = TypeVar("S", bound=Sign)


@dataclass(frozen=True, slots=True)
class Reading(Generic[S]):
    """Signs that are there, grave ones apart, and those about which the person does not know yet."""

    grave: tuple[S, ...]
    other: tuple[S, ...]
    unknown: tuple[S, ...]
    has_answers: bool

    @property
    def has_signs(self) -> bool:
        """Tell whether any sign is there."""
        return bool(self.grave or self.other)


def read(signs: "Iterable[S]", replies: Mapping[str, str]) -> "Reading[S]":
    """Sort the signs of a pack by what was answered, in the order in which they are asked.

    Args:
        signs: Those of the pack; "yes" to one is a sign that something is wrong.
        replies: Values of ``Reply`` by the key of the sign; what is missing was not answered.
    """
    asked = [(sign, replies.get(sign.key, "")) for sign in signs]
    there = [sign for sign, reply in asked if reply == Reply.YES]
    return Reading(
        grave=tuple(sign for sign in there if sign.is_grave),
        other=tuple(sign for sign in there if not sign.is_grave),
        unknown=tuple(sign for sign, reply in asked if reply == Reply.UNKNOWN),
        has_answers=any(reply in Reply.values for _sign, reply in asked),
    )
