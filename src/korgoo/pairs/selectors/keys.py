"""Who holds the key to possible pairs today, who could give it on, and whether a new one is proposed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import keyring, policy
from korgoo.access import selectors as access
from korgoo.access.enums import Mandate, Permission
from korgoo.lib.by_two import ChangeState
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.pairs import policies, sealed
from korgoo.pairs.enums import Purpose
from korgoo.pairs.models import Check, SharedKey, SharedKeyWrap, WatchRenewal

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class WatchKey:
    """How the co-ordinators' key stands for one member.

    ``row``: the key, None before the first comparison. ``is_open``: this member opens it now. ``is_of_house``: their
    organisation holds it, though perhaps nobody there can open that organisation's own key. ``holders``:
    organisations that hold it and in which somebody can open it; ``waiting``: those that have a key of their own and
    wait for this one. ``can_be_opened``: in some co-ordinating organisation somebody would open a new one.
    ``proposed``: a new one waits for a second person.
    """

    row: SharedKey | None
    is_open: bool
    is_of_house: bool
    holders: tuple[int, ...]
    waiting: tuple[int, ...]
    can_be_opened: bool
    proposed: WatchRenewal | None


def require_keep(actor: "Actor") -> None:
    """Let nobody go on but who co-ordinates or minds data at a co-ordinating organisation.

    Raises:
        NotFound: They do neither, or their organisation investigates.
    """
    if not policy.may_enter(actor, Permission.PAIR_KEY_KEEP):
        raise NotFound(_("We found no such page."))


def coordinators() -> set[int]:
    """List the organisations that watch over the mechanism today and do not investigate."""
    found = access.organisations_with(Mandate.COORDINATE, besides=0)
    return {row.pk for row in found if not policies.investigates(row.mandates)}


def can_be_opened() -> bool:
    """Tell whether somebody in a co-ordinating organisation can open that organisation's own key."""
    return any(access.key_holders(house) for house in keyring.readers(coordinators()))


def watch_key_of(*, actor: "Actor") -> WatchKey:
    """Say how the key stands. Nothing that lies under it is opened.

    Raises:
        NotFound: The actor neither co-ordinates nor minds data at a co-ordinating organisation.
        Locked: The session is locked.
    """
    require_keep(actor)
    houses = coordinators()
    given = set(
        SharedKeyWrap.objects.filter(
            key_id=Purpose.WATCH, organisation_id__in=houses, organisation_key__isnull=False
        ).values_list("organisation_id", flat=True)
    )
    row = SharedKey.objects.filter(pk=Purpose.WATCH).first()
    return WatchKey(
        row,
        _is_open(actor),
        actor.organisation_id in given,
        tuple(house for house in sorted(given) if access.key_holders(house)),
        tuple(sorted(set(keyring.readers(houses)) - given)) if row else (),
        can_be_opened(),
        proposed_renewal(),
    )


def proposed_renewal() -> WatchRenewal | None:
    """Find the new key that waits for a second person."""
    return WatchRenewal.objects.filter(state=ChangeState.PROPOSED).first()


def count_renewals(*, actor: "Actor") -> int:
    """Count new keys that wait for this member to confirm or refuse them; none where they proposed it."""
    if not policy.may_enter(actor, Permission.PAIR_KEY_KEEP):
        return 0
    rows = WatchRenewal.objects.filter(state=ChangeState.PROPOSED)
    return rows.exclude(proposed_by_id=actor.user_id).count()


def count_anew() -> int:
    """Count comparisons that are still sealed to an earlier key of the co-ordinators."""
    row = SharedKey.objects.filter(pk=Purpose.WATCH).first()
    return Check.objects.counted().sealed_before(row.generation).count() if row else 0


def _is_open(actor: "Actor") -> bool:
    try:
        sealed.watch_key(actor)
    except Forbidden:
        return False
    return True
