"""What comparisons found, opened in the session of a co-ordinator, and said in the cases of today."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.lib.errors import NotFound
from korgoo.pairs import policies, sealed
from korgoo.pairs.enums import Purpose, QuestionState
from korgoo.pairs.models import Bait, Check, Question, Settled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.lib.sealing import PrivateKey


@dataclass(frozen=True, slots=True)
class Side:
    """One case of a pair: its number, who owns it, its code (nine digits)."""

    case_id: UUID
    owner_id: int
    code: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cases that may be of one person. ``here`` was compared, ``there`` was found.

    ``posterior`` is a share from 0 to 1, ``kinds`` are values of ``lookup.enums.Kind``. ``counts_only``: one of
    both owners investigates, so that nobody is told or asked. ``is_same``: as settled; None while open.
    """

    mark: str
    here: Side
    there: Side
    posterior: float
    kinds: tuple[str, ...]
    counts_only: bool
    is_same: bool | None


def require_watch(actor: "Actor") -> None:
    """Let nobody but a co-ordinator go on.

    Raises:
        NotFound: They are none, or their organisation investigates.
    """
    if not policy.may_enter(actor, Permission.PAIR_WATCH):
        raise NotFound(_("We found no such page."))


def list_pairs(*, actor: "Actor", with_closed: bool = False) -> list[Pair]:
    """Open all pairs of cases, the surest first; each pair once. Bait, restricted and erased cases are not there.

    Args:
        actor: A co-ordinator with an open session.
        with_closed: Also closed cases, to count persons; nobody is told or asked of them.

    Raises:
        NotFound: The actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The key was not given to them yet.
    """
    require_watch(actor)
    if not sealed.is_made(Purpose.WATCH):
        actor.open_key()
        return []
    key = sealed.watch_key(actor)
    rows = Check.objects.counted() if with_closed else Check.objects.standing()
    checks = list(rows.select_related("case"))
    houses = access.cards({row.owner_id for row in checks})
    police = {key for key, card in houses.items() if policies.investigates(card.mandates)}
    sides = {row.pk: Side(row.case_id, row.owner_id, row.case.code) for row in checks}
    settled = _settled(key)
    found: dict[str, Pair] = {}
    for row in checks:
        for pair in _of_check(row, sides, police, settled, key):
            if pair.mark not in found or found[pair.mark].posterior < pair.posterior:
                found[pair.mark] = pair
    return sorted(found.values(), key=lambda pair: (-pair.posterior, pair.mark))


def baits_among(case_ids: "Iterable[UUID]") -> frozenset[UUID]:
    """Tell which cases are of people who do not exist."""
    return frozenset(
        Bait.objects.filter(case_id__in=list(case_ids)).values_list("case_id", flat=True)
    )


def _of_check(
    row: Check,
    sides: dict[UUID, Side],
    police: set[int],
    settled: dict[str, bool],
    key: "PrivateKey",
) -> "Iterable[Pair]":
    if not row.for_coordinator:
        return
    words = sealed.read(row.for_coordinator, by=key, name="found", record=row.pk) or {}
    for alias, mark, posterior, kinds, counts_only in words.get("found", ()):
        there = sides.get(UUID(alias))
        if there is not None:
            yield Pair(
                mark,
                sides[row.pk],
                there,
                float(posterior),
                tuple(kinds),
                bool(counts_only) or bool({row.owner_id, there.owner_id} & police),
                settled.get(mark),
            )


def _settled(key: "PrivateKey") -> dict[str, bool]:
    """Say what is settled: as remembered, and as owners answered since."""
    found = dict(Settled.objects.values_list("mark", "is_same"))
    for row in Question.objects.filter(state=QuestionState.NOT_SAME):
        words = sealed.read(row.ask, by=key, name="ask", record=row.pk) or {}
        if mark := words.get("mark"):
            found.setdefault(mark, False)
    return found
