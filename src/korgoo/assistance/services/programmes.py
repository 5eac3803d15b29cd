from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.assistance import policies, selectors, words
from korgoo.assistance.enums import Agreed
from korgoo.assistance.models import Programme
from korgoo.assistance.services.traces import leave
from korgoo.casework import api as casework
from korgoo.casework.enums import NoteKind
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def write_goals(case_id: UUID, goals: str, *, actor: "Actor") -> Programme:
    """Write down what the person wants to reach, in their own words; begins a programme if none is.

    Args:
        case_id: An own case.
        goals: Sealed into the story. Empty: the programme begins without.
        actor: Who writes.

    Raises:
        NotFound: Not an own case.
    """
    case = casework.hold_case(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    row = selectors.programme(case_id) or begin(case_id, actor=actor)
    words.seal(case_id, goals, kind=NoteKind.GOALS, about=row.pk, actor=actor)
    leave(Event.GOALS_WRITTEN, case, actor=actor)
    return row


def begin(case_id: UUID, *, actor: "Actor") -> Programme:
    """Begin the programme of a case that has none. Part of a deed that records it."""
    return Programme.objects.create(
        case_id=case_id, started_at=clock.now(), started_by_id=actor.user_id
    )


@transaction.atomic
def review_programme(
    case_id: UUID,
    *,
    agreed: Agreed,
    agreed_on: date | None,
    review_on: date | None,
    actor: "Actor",
) -> Programme:
    """Go through a programme with the person: do they agree, when is it looked at again.

    Args:
        case_id: An own case with a programme.
        agreed: What the person said.
        agreed_on: When.
        review_on: The next time, chosen by who works; the law's limit, if any, runs beside it.
        actor: Who writes.

    Raises:
        NotFound: Not an own case, or no programme.
        Forbidden: An answer without its day, or a review in the past.
    """
    case = casework.hold_case(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    row = selectors.programme(case_id)
    if row is None:
        raise NotFound(selectors.NO_SUCH)
    today = clock.today()
    policies.answer(agreed, agreed_on, today).require()
    policies.ahead(review_on, today).require()
    row.agreed, row.review_on = agreed, review_on
    row.agreed_on = agreed_on if agreed is not Agreed.NOT_ASKED else None
    row.save(update_fields=["agreed", "agreed_on", "review_on"])
    leave(Event.PROGRAMME_REVIEWED, case, actor=actor, detail=agreed)
    return row


@transaction.atomic
def print_programme(case_id: UUID, *, with_goals: bool, actor: "Actor") -> list[str]:
    """Print a programme for the person to sign; the goals only when asked for.

    Returns:
        The goals, each as it was told; empty unless asked for.

    Raises:
        NotFound: Not an own case, or no programme, or the story is not theirs to open.
    """
    case = casework.case_card(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    if selectors.programme(case_id) is None:
        raise NotFound(selectors.NO_SUCH)
    goals = open_words(case_id, NoteKind.GOALS, actor=actor) if with_goals else []
    audit.record(Event.PROGRAMME_PRINTED, actor=actor, target=_target(case.id))
    return goals


@transaction.atomic
def export_programme(case_id: UUID, *, actor: "Actor") -> None:
    """Record that the coded programme of an own case is taken out.

    Raises:
        NotFound: Not an own case.
    """
    case = casework.case_card(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    audit.record(Event.PROGRAMME_EXPORTED, actor=actor, target=_target(case.id))


def open_words(
    case_id: UUID, kind: NoteKind, *, about: UUID | None = None, actor: "Actor"
) -> list[str]:
    """Open words of one kind, oldest first. Leaves an audit row.

    Raises:
        NotFound: The part is not theirs to open.
    """
    return [note["text"] for note in words.read(case_id, kind, about=about, actor=actor)]


def _target(case_id: UUID) -> str:
    """Name the case for the trail: a page that is read changes no case, and wakes none."""
    return f"casework.Case:{case_id}"
