from datetime import date, time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.mypage import seals, selectors
from korgoo.mypage.enums import Author, MayCall
from korgoo.mypage.models import Appointment, DataRequest, Message
from korgoo.mypage.visits import Visit

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST_UNREAD = 20


@transaction.atomic
def write_message(visit: Visit, text: str, *, may_call: MayCall, when: str = "") -> Message:
    """Seal a message of the person to the owner of the case; nobody else can read it.

    Args:
        visit: The person's visit.
        text: What they write.
        may_call: May they be called?
        when: Hours and what to mind when calling, in their words.

    Raises:
        NotFound: The visit leads nowhere.
        DomainError: Many messages wait unread, or the owner has no key.
    """
    case = casework.for_person(visit.case_id)
    if len(selectors.new_messages(case.id)) >= MOST_UNREAD:
        raise DomainError(
            _("Many messages of yours wait to be read. If it is urgent, call a number below.")
        )
    row = Message(page=visit.page, author=Author.PERSON, at=clock.now())
    payload = {"text": text.strip(), "may_call": str(may_call), "when": when.strip()}
    row.owner_key_id, row.to_owner = seals.to_owner(case.owner_id, payload, record=row.pk)
    row.save(force_insert=True)
    audit.record(Event.MESSAGE_WRITTEN, actor=None, target=row)
    return row


@transaction.atomic
def answer(case_id: UUID, text: str, *, actor: "Actor") -> Message:
    """Seal an answer to the person's page, and to one's own organisation.

    What the person wrote before counts as noted.

    Raises:
        NotFound: Not an own case.
        DomainError: The person has no page.
    """
    card = casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    page = selectors.page_of(case_id)
    if page is None:
        raise DomainError(_("The person has no page yet. Make a code first."))
    row = Message(page=page, author=Author.WORKER, at=clock.now(), by_id=actor.user_id)
    payload = {"text": text.strip()}
    row.owner_key_id, row.to_owner = seals.to_owner(card.owner_id, payload, record=row.pk)
    row.to_person = seals.to_person(page, payload, record=row.pk)
    row.save(force_insert=True)
    _note(case_id)
    casework.rekey(case_id, actor=actor)
    audit.record(Event.MESSAGE_WRITTEN, actor=actor, target=row)
    return row


@transaction.atomic
def note_all(case_id: UUID, *, actor: "Actor") -> int:
    """Take note of what the person wrote and asked, so that it leaves the list of what waits.

    Parts from which the person took an organisation away get a new key now.

    Raises:
        NotFound: Not an own case.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    noted = _note(case_id)
    noted += DataRequest.objects.filter(case_id=case_id, noted_at__isnull=True).update(
        noted_at=clock.now()
    )
    casework.rekey(case_id, actor=actor)
    audit.record(Event.MESSAGE_NOTED, actor=actor, target=f"casework.Case:{case_id}")
    return noted


@transaction.atomic
def open_messages(case_id: UUID, *, actor: "Actor") -> list[tuple[Message, dict[str, Any]]]:
    """Open the messages of an own case, newest first. Each leaves an audit row.

    Raises:
        NotFound: Not an own case.
        Locked: The session is locked.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    rows = selectors.list_messages(case_id)
    opened = [(row, _open(row, actor)) for row in rows]
    targets = [audit.label(row) for row in rows]
    audit.record_many(Event.MESSAGE_OPENED, actor=actor, targets=targets)
    return opened


@transaction.atomic
def make_appointment(
    case_id: UUID, day: date, hour: time, *, with_id: int, words: str, actor: "Actor"
) -> Appointment:
    """Write an appointment down, sealed to one's own organisation and to the person's page.

    Args:
        case_id: An own case.
        day: Its day; the only part in clear.
        hour: Its hour, in the time of the country.
        with_id: With which organisation.
        words: What may stand on the person's page: a place, what to bring.
        actor: Who writes.

    Raises:
        NotFound: Not an own case.
        DomainError: The day is over.
    """
    card = casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    if day < clock.today():
        raise DomainError(_("This day is over."))
    row = Appointment(
        id=uuid4(),
        case_id=case_id,
        page=selectors.page_of(case_id),
        day=day,
        made_at=clock.now(),
        made_by_id=actor.user_id,
    )
    payload = {"hour": f"{hour:%H:%M}", "with": with_id, "words": words.strip()}
    row.owner_key_id, row.to_owner = seals.to_owner(card.owner_id, payload, record=row.pk)
    row.to_person = seals.to_person(row.page, payload, record=row.pk)
    row.save(force_insert=True)
    audit.record(Event.APPOINTMENT_MADE, actor=actor, target=row)
    return row


@transaction.atomic
def cancel_appointment(case_id: UUID, appointment_id: UUID, *, actor: "Actor") -> None:
    """Take an appointment off the person's page.

    Raises:
        NotFound: Not an own case, or not an appointment of it.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    row = selectors.get_appointment(case_id, appointment_id)
    row.cancelled_at, row.to_person = clock.now(), b""
    row.save(update_fields=["cancelled_at", "to_person"])
    audit.record(Event.APPOINTMENT_CANCELLED, actor=actor, target=row)


@transaction.atomic
def open_appointments(
    case_id: UUID, *, actor: "Actor"
) -> list[tuple[Appointment, dict[str, Any]]]:
    """Open the appointments of an own case from today on. Each leaves an audit row.

    Raises:
        NotFound: Not an own case.
        Locked: The session is locked.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    rows = selectors.list_appointments(case_id)
    opened = [(row, _open(row, actor)) for row in rows]
    targets = [audit.label(row) for row in rows]
    audit.record_many(Event.APPOINTMENT_OPENED, actor=actor, targets=targets)
    return opened


def _note(case_id: UUID) -> int:
    rows = Message.objects.filter(page__case_id=case_id, author=Author.PERSON)
    ids = list(rows.filter(noted_at__isnull=True).values_list("pk", flat=True))
    return Message.objects.filter(pk__in=ids).update(noted_at=clock.now())


def _open(row: Message | Appointment, actor: "Actor") -> dict[str, Any]:
    return seals.open_by_owner(row.to_owner, key_id=row.owner_key_id, record=row.pk, actor=actor)
