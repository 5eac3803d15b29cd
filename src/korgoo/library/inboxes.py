"""What concerns a member, gathered from the missions that register an inbox.

register_inbox("commitments", _("Promises"), find=...)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.utils.functional import _StrOrPromise

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One thing that waits for a member. ``due_on``: its last day; ``note``: what is to be done."""

    label: str
    href: str
    due_on: date | None
    note: str = ""

    @property
    def is_late(self) -> bool:
        """Tell whether its last day is over."""
        return self.due_on is not None and self.due_on < clock.today()


Find = Callable[["Actor"], list[InboxItem]]


@dataclass(frozen=True, slots=True)
class Inbox:
    """One group of the page. ``find`` gives only what the actor may know."""

    name: str
    words: "_StrOrPromise"
    find: Find


@dataclass(frozen=True, slots=True)
class Group:
    """What one inbox holds for a member today, late first, then what ends soonest."""

    name: str
    words: str
    items: list[InboxItem]


_registered: dict[str, Inbox] = {}


def register_inbox(name: str, words: "_StrOrPromise", find: Find) -> None:
    """Add a group to the page "What concerns me"; once per name.

    Args:
        name: A short code.
        words: The heading of the group.
        find: Gives what waits for an actor, and nothing that the actor may not know.
    """
    _registered[name] = Inbox(name, words, find)


def gather(*, actor: "Actor", besides: "Collection[str]" = ()) -> list[Group]:
    """Ask every inbox; groups with nothing in them are left out, those with the soonest day come first.

    Args:
        actor: Whose inbox.
        besides: Names of inboxes that are not asked.
    """
    groups = [
        Group(box.name, str(box.words), sorted(items, key=_place))
        for box in _registered.values()
        if box.name not in besides and (items := box.find(actor))
    ]
    return sorted(groups, key=lambda group: _place(group.items[0])[:2])


def _place(item: InboxItem) -> tuple[bool, date, str]:
    return item.due_on is None, item.due_on or date.max, item.label
