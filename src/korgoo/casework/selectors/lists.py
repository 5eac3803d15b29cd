"""Lists of cases, a page at a time."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import together
from korgoo.casework.filters import USUAL, CaseFilter, Order, narrowed
from korgoo.casework.models import Case, SavedFilter
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import CaseQuerySet

PAGE = 25


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of a list of cases, newest first. ``after`` asks for the next one; empty at the end."""

    cases: list[Case]
    after: str


def list_own_cases(*, actor: "Actor", after: str = "", wanted: CaseFilter = USUAL) -> CasePage:
    """List the cases that the actor's organisation owns, a page at a time.

    Args:
        actor: Who asks.
        after: ``CasePage.after`` of the page before; garbage starts from the top.
        wanted: Which of them, and in which order.
    """
    return _page(own_cases(actor=actor, wanted=wanted), after, wanted)


def list_watched_cases(*, actor: "Actor", after: str = "", wanted: CaseFilter = USUAL) -> CasePage:
    """List the cases of the whole mechanism for the co-ordinator.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    return _page(watched_cases(actor=actor, wanted=wanted), after, wanted)


def own_cases(*, actor: "Actor", wanted: CaseFilter) -> "CaseQuerySet":
    """Give the actor's own cases that fit a wish, in no order."""
    own = Case.objects.owned_by(actor.organisation_id).open_to(actor)
    rows = together.only_leading(own).select_related("owner")
    return narrowed(rows, wanted, actor=actor, moment=clock.now())


def watched_cases(*, actor: "Actor", wanted: CaseFilter) -> "CaseQuerySet":
    """Give all cases that fit a wish, in no order, for the co-ordinator.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    if not policy.decide(actor, Permission.CASE_WATCH, Relation.NONE):
        raise NotFound(_("We found no such page."))
    rows = Case.objects.open_to(actor).select_related("owner")
    return narrowed(rows, wanted, actor=actor, moment=clock.now())


def list_filters(*, actor: "Actor", is_watch: bool) -> list[SavedFilter]:
    """List the wishes that the actor keeps for a list, the oldest first."""
    return list(
        SavedFilter.objects.filter(
            user_id=actor.user_id, organisation_id=actor.organisation_id, is_watch=is_watch
        )
    )


def _page(rows: "CaseQuerySet", after: str, wanted: CaseFilter) -> CasePage:
    is_resting = wanted.order == Order.RESTING
    mark = _read_mark(after)
    if mark:
        at, pk = mark
        # Engines use the index for the first bound, and check the rest row by row.
        if is_resting:
            rows = rows.filter(touched_at__gte=at)
            rows = rows.filter(Q(touched_at__gt=at) | Q(touched_at=at, pk__gt=pk))
        else:
            rows = rows.filter(opened_at__lte=at)
            rows = rows.filter(Q(opened_at__lt=at) | Q(opened_at=at, pk__lt=pk))
    rows = rows.longest_resting_first() if is_resting else rows.newest_first()
    found = list(rows[: PAGE + 1])
    if len(found) <= PAGE:
        return CasePage(found, "")
    last = found[PAGE - 1]
    at = last.touched_at if is_resting else last.opened_at
    return CasePage(found[:PAGE], f"{at.isoformat()}~{last.pk}")


def _read_mark(after: str) -> tuple[datetime, UUID] | None:
    at, _tilde, pk = after.partition("~")
    try:
        moment = datetime.fromisoformat(at.replace(" ", "+"))
        return (moment, UUID(pk)) if moment.tzinfo else None
    except ValueError:
        return None
