"""What other missions may ask of needs and programmes. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count

from korgoo.access.enums import Permission
from korgoo.assistance import htcds, selectors
from korgoo.assistance.enums import OPEN_STATES, ItemState, Need
from korgoo.assistance.models import Assessment, ProgrammeItem, ServiceGiven
from korgoo.assistance.services.programmes import export_programme
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

__all__ = [
    "HelpCard",
    "HelpState",
    "ReviewDue",
    "assisted_persons",
    "export",
    "given_to",
    "not_available",
    "reviews_due",
    "state_of",
    "unmet_needs",
    "was_assisted",
]


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """Something that is to be looked at again: ``kind`` is assessment, programme or best_interest."""

    case_id: UUID
    case_code: str
    owner_id: int
    kind: str
    due_on: date

    @property
    def is_overdue(self) -> bool:
        """Tell whether its day is over."""
        return self.due_on < clock.today()


@dataclass(frozen=True, slots=True)
class HelpCard:
    """One item of a programme as the person may hear of it: codes and days."""

    need: str
    service: str
    state: str
    planned_start: date | None
    actual_start: date | None
    actual_end: date | None


@dataclass(frozen=True, slots=True)
class HelpState:
    """How the help in one case stands: open needs, items late, the next review."""

    unmet: tuple[str, ...]
    late_items: int
    open_items: int
    next_review: date | None
    missing_for_child: tuple[str, ...]


def reviews_due(before: date, *, owner_id: int | None = None) -> list[ReviewDue]:
    """List what is to be reviewed on or before a day in open cases, the longest overdue first.

    Args:
        before: The last day that counts.
        owner_id: Only in cases of this organisation.
    """
    of = {"case__owner_id": owner_id} if owner_id is not None else {}
    rows: list[tuple[str, Any]] = [
        *(("assessment", row) for row in selectors.assessments_due(before, **of)),
        *(("programme", row) for row in selectors.programmes_due(before, **of)),
        *(("best_interest", row) for row in selectors.best_interest_due(before, **of)),
    ]
    found = [
        ReviewDue(r.case_id, r.case.code, r.case.owner_id, kind, r.review_on) for kind, r in rows
    ]
    return sorted(found, key=lambda due: due.due_on)


def state_of(case_id: UUID, *, actor: "Actor") -> HelpState:
    """Say how the help in a case stands, in codes.

    Raises:
        NotFound: No such case, or nothing of its programme is theirs to know.
    """
    seen = selectors.sight(case_id, actor=actor, permission=Permission.PROGRAMME_VIEW)
    today = clock.today()
    items = selectors.list_items(seen, actor=actor)
    knows_needs = seen.reach.providers
    newest = selectors.current_assessment(case_id) if knows_needs else None
    plan = selectors.programme(case_id) if knows_needs else None
    days = [row.review_on for row in (newest, plan) if row and row.review_on]
    return HelpState(
        unmet=tuple(newest.unmet) if newest else (),
        late_items=sum(item.is_late(today) for item in items),
        open_items=sum(item.state in OPEN_STATES for item in items),
        next_review=min(days, default=None),
        missing_for_child=tuple(selectors.missing_for_child(seen.case)) if knows_needs else (),
    )


def given_to(case_id: UUID) -> list[HelpCard]:
    """List what is planned and done for the person of a case, for the person's own page."""
    rows = ProgrammeItem.objects.filter(programme__case_id=case_id)
    return [
        HelpCard(
            row.need,
            row.service,
            row.state,
            row.planned_start,
            row.actual_start,
            row.actual_end,
        )
        for row in rows
    ]


def was_assisted(case_id: UUID) -> bool:
    """Tell whether any help was ever given in a case: then its person is an assisted person."""
    return ServiceGiven.objects.filter(case_id=case_id).exists()


def assisted_persons(since: date, until: date, *, organisation_id: int | None = None) -> int:
    """Count assisted persons: cases in which at least one service was given, each counted once.

    Args:
        since: First day.
        until: Last day.
        organisation_id: Only services that this organisation gave itself.
    """
    rows = ServiceGiven.objects.filter(given_on__gte=since, given_on__lte=until)
    if organisation_id is not None:
        rows = rows.filter(provider_id=organisation_id)
    counted = rows.aggregate(persons=Count("case_id", distinct=True))
    return int(counted["persons"])


def unmet_needs(case_ids: "Iterable[UUID]") -> dict[UUID, tuple[Need, ...]]:
    """Say which needs are open or urgent in each of these cases, in one query."""
    rows = Assessment.objects.current().filter(case_id__in=list(case_ids))
    return {row.case_id: tuple(row.unmet) for row in rows}


def not_available(since: date, until: date) -> dict[tuple[str, str], int]:
    """Count help that nobody could offer, by service and region of the case: gaps to be filled."""
    rows = ProgrammeItem.objects.filter(
        state=ItemState.NOT_AVAILABLE, state_at__date__gte=since, state_at__date__lte=until
    )
    pairs = rows.values("service", "programme__case__region").annotate(n=Count("pk"))
    counted = pairs.order_by("service", "programme__case__region")
    return {(r["service"], r["programme__case__region"]): r["n"] for r in counted}


def export(case_id: UUID, *, form: str, actor: "Actor") -> str:
    """Write the coded programme of an own case in the field names of HTCDS 2.0.

    Args:
        case_id: An own case.
        form: ``csv`` or ``json``.
        actor: Who takes it out; leaves an audit row.

    Raises:
        NotFound: Not an own case.
    """
    export_programme(case_id, actor=actor)
    seen = selectors.sight(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    rows = [htcds.row(item) for item in selectors.list_items(seen, actor=actor)]
    if form == "json":
        return htcds.to_json(seen.case.code, rows)
    return htcds.to_csv(rows, htcds.names())
