"""What other missions add to a campaign: effects that can be counted, and facts on being ready."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.campaign.enums import Check

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

# By code and day: how many.
ByCode = Mapping[tuple[str, date], int]
ByDay = Mapping[date, int]


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that people did, counted by another mission.

    Attributes:
        key: in Latin letters, such as "contacts".
        words: what is counted, in the plural: "calls and messages to the helpline".
        count: gives how many came by each of some codes on each day, both days included.
        total: gives how many came altogether by day, with a code or without one, so that the weeks
            before a campaign can be compared with it; None when that cannot be known.
        least: a count of a code or a region under this is not shown: it could speak of somebody.
    """

    key: str
    words: "_StrOrPromise"
    count: Callable[[set[str], date, date], ByCode]
    total: Callable[[date, date], ByDay] | None = None
    least: int = 0


@dataclass(frozen=True, slots=True)
class SeenCount:
    """One count that speaks for being ready. Never a name, never an address."""

    label: str
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadinessFact:
    """Counts that another mission shows beside one check of the list before the launch.

    Attributes:
        key: in Latin letters, such as "rights.numbers".
        check: to which check it belongs.
        look: given the number of the campaign, gives the counts as they stand now, labelled in the
            language of the page.
    """

    key: str
    check: Check
    look: Callable[[UUID], list[SeenCount]]


_effects: dict[str, Effect] = {}
_facts: dict[str, ReadinessFact] = {}


def register_effect(effect: Effect) -> None:
    """Let a campaign count something; the same key again replaces the earlier one."""
    _effects[effect.key] = effect


def register_readiness(fact: ReadinessFact) -> None:
    """Show counts beside a check before the launch; the same key again replaces the earlier one."""
    _facts[fact.key] = fact


def effects() -> list[Effect]:
    """List what can be counted, in the order of the keys."""
    return [_effects[key] for key in sorted(_effects)]


def facts_of(check: Check) -> list[ReadinessFact]:
    """List the facts that belong to a check, in the order of the keys."""
    return [_facts[key] for key in sorted(_facts) if _facts[key].check is check]
