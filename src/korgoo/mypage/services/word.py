"""What the person does on their own page besides writing: their word, their consent, their opinion."""

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.casework.enums import Scope
from korgoo.closing import api as closing
from korgoo.closing.enums import Asked
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden
from korgoo.mypage import policies, seals, selectors
from korgoo.mypage.enums import Rating, RequestKind
from korgoo.mypage.models import DataRequest, Opinion, Page
from korgoo.mypage.visits import Visit
from korgoo.referral import api as referral
from korgoo.referral.enums import Helped

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# What the person asks on the page, as those answer it who answer such requests.
ANSWERED_AS = {
    RequestKind.SEE: Asked.COPY,
    RequestKind.CORRECT: Asked.CORRECTION,
    RequestKind.ERASE: Asked.ERASURE,
}


def say_helped(visit: Visit, referral_id: UUID, helped: Helped) -> None:
    """Say whether help came; a yes closes the referral.

    Raises:
        NotFound: Nothing waits for this answer, or the visit leads nowhere.
    """
    referral.confirm_by_person(referral_id, case_id=visit.case_id, helped=helped)


def take_back(
    visit: Visit, recipient_id: int, scopes: frozenset[Scope], *, purpose: str = ""
) -> bool:
    """Take consent back: the organisation's keys go at once, and it is told.

    Args:
        visit: The person's visit.
        recipient_id: From whom.
        scopes: Which parts.
        purpose: A value of ``Purpose``; empty for every purpose.

    Returns:
        Whether anything of it was in force.

    Raises:
        NotFound: The visit leads nowhere.
    """
    return casework.withdraw_by_person(
        visit.case_id, recipient_id=recipient_id, purpose=purpose, scopes=scopes
    )


def give_opinion(visit: Visit, rating: Rating, text: str) -> bool:
    """Keep an opinion on the owner of the case, apart from the case and its hour.

    It leaves no row in the audit trail and no answer under a submission key: both carry the time.
    The page remembers the quarter alone, so that five opinions are those of five people.

    Returns:
        Whether it was kept; one is kept in each quarter.

    Raises:
        NotFound: The visit leads nowhere.
        DomainError: The owner has no key.
    """
    case = casework.for_person(visit.case_id)
    quarter = policies.quarter_of(clock.today())
    with transaction.atomic():
        first = Page.objects.filter(pk=visit.page.pk).exclude(opinion_in=quarter)
        if not first.update(opinion_in=quarter):
            return False
        row = Opinion(id=uuid4(), organisation_id=case.owner_id, quarter=quarter, rating=rating)
        payload = {"text": text.strip()}
        row.owner_key_id, row.sealed = seals.to_owner(case.owner_id, payload, record=row.pk)
        row.save(force_insert=True)
    return True


@transaction.atomic
def open_opinions(quarter: str, *, actor: "Actor") -> list[tuple[Opinion, dict[str, Any]]]:
    """Open the opinions of a quarter that may be shown; the opening leaves an audit row.

    Raises:
        NotFound: None that may be shown.
        Locked: The session is locked.
    """
    rows = selectors.list_opinions(quarter, actor=actor, today=clock.today())
    opened = [
        (
            row,
            seals.open_by_owner(row.sealed, key_id=row.owner_key_id, record=row.pk, actor=actor),
        )
        for row in rows
    ]
    target = f"access.Organisation:{actor.organisation_id}"
    audit.record(Event.OPINIONS_OPENED, actor=actor, target=target, detail=quarter)
    return opened


@transaction.atomic
def ask_about_data(visit: Visit, kind: RequestKind) -> bool:
    """Write down what the person asks about their own data, and tell who answers such requests.

    Returns:
        Whether it is new: the same question is not written twice while it is open.

    Raises:
        NotFound: The visit leads nowhere.
    """
    row = DataRequest(case_id=visit.case_id, kind=kind, asked_at=clock.now())
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            closing.take_request(visit.case_id, ANSWERED_AS[kind])
    except (IntegrityError, Forbidden):
        return False
    audit.record(Event.DATA_REQUESTED, actor=None, target=row, detail=kind)
    return True


def read_answers(visit: Visit) -> list[tuple[Any, dict[str, Any]]]:
    """Open what was answered to the person, newest first; what another key sealed is left out."""
    rows = selectors.list_messages(visit.case_id)
    opened = ((row, _read(row, visit)) for row in rows if row.to_person)
    return [(row, payload) for row, payload in opened if payload is not None]


def read_appointments(visit: Visit) -> list[tuple[Any, dict[str, Any]]]:
    """Open the person's appointments from today on, the next one first."""
    rows = selectors.list_appointments(visit.case_id)
    opened = ((row, _read(row, visit)) for row in rows if row.to_person)
    return [(row, payload) for row, payload in opened if payload is not None]


def _read(row: Any, visit: Visit) -> dict[str, Any] | None:
    return seals.open_by_person(row.to_person, record=row.pk, private=visit.private)
