from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, Max, Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.mypage import policies, seals
from korgoo.mypage.enums import Author, Rating
from korgoo.mypage.models import Appointment, DataRequest, Message, Opinion, Page, PageSession
from korgoo.mypage.visits import Visit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.access.actor import Actor

MOST = 50
SESSION = "visit of a page"


@dataclass(frozen=True, slots=True)
class Quarter:
    """The opinions of one quarter: their counts when they may be shown, or why not."""

    name: str
    counts: dict[str, int]
    why_not: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case in which a person wrote, asked, or used the other code. Codes and counts only."""

    case_id: UUID
    case_code: str
    messages: int
    requests: int
    newest: datetime | None


def visit_of(cookie: str) -> Visit | None:
    """Find the visit that a cookie belongs to; None when it is over or the page was cancelled."""
    now = clock.now()
    row = (
        PageSession.objects.filter(
            pk=seals.digest(cookie, purpose=SESSION),
            ends_at__gt=now,
            page__cancelled_at__isnull=True,
            page__expires_at__gt=now,
        )
        .select_related("page__case")
        .first()
    )
    private = seals.from_visit(cookie, row.sealed, row.page_id) if row else None
    return Visit(row, row.page, private) if row and private else None


def page_of(case_id: UUID) -> Page | None:
    """Find the page of a case whose code was not cancelled; it may have run out."""
    return Page.objects.filter(case_id=case_id, cancelled_at__isnull=True).first()


def pages_of(case_id: UUID) -> list[Page]:
    """List the pages that a case ever had, the cancelled too."""
    return list(Page.objects.filter(case_id=case_id))


def page_by_number(number: str | None) -> Page | None:
    """Find a page by its number (nine digits), whatever its state."""
    return Page.objects.filter(number=number or "").first()


def list_messages(case_id: UUID) -> list[Message]:
    """List the messages of a case, newest first, those under earlier codes too."""
    return list(Message.objects.filter(page__case_id=case_id)[:MOST])


def new_messages(case_id: UUID) -> list[Message]:
    """List what the person wrote and nobody has noted."""
    rows = Message.objects.filter(page__case_id=case_id, author=Author.PERSON)
    return list(rows.filter(noted_at__isnull=True))


def list_appointments(case_id: UUID) -> list[Appointment]:
    """List the appointments of a case from today on, the next one first."""
    rows = Appointment.objects.filter(case_id=case_id, cancelled_at__isnull=True)
    return list(rows.filter(day__gte=clock.today())[:MOST])


def get_appointment(case_id: UUID, appointment_id: UUID) -> Appointment:
    """Fetch an appointment of a case and lock it.

    Raises:
        NotFound: Not of this case, or cancelled.
    """
    rows = Appointment.objects.select_for_update(of=("self",)).filter(case_id=case_id)
    found = rows.filter(pk=appointment_id, cancelled_at__isnull=True).first()
    if found is None:
        raise NotFound(_("We found no such appointment."))
    return found


def open_requests(case_id: UUID) -> list[DataRequest]:
    """List what the person asked about their own data and nobody has noted."""
    return list(DataRequest.objects.filter(case_id=case_id, noted_at__isnull=True))


def count_waiting(*, actor: "Actor") -> int:
    """Count the cases that ``list_waiting`` lists: one query when nobody waits, two otherwise."""
    own = actor.organisation_id
    wrote = Message.objects.filter(
        page__case__owner_id=own, author=Author.PERSON, noted_at__isnull=True
    )
    asked = DataRequest.objects.filter(case__owner_id=own, noted_at__isnull=True)
    cases = wrote.order_by().values_list("page__case_id")
    found = {pk for (pk,) in cases.union(asked.order_by().values_list("case_id"))}
    return len(found - casework.closed_cases(actor=actor)) if found else 0


def list_waiting(*, actor: "Actor") -> list[Waiting]:
    """List the cases of the actor's organisation in which a person waits, the newest first."""
    found: dict[UUID, Waiting] = {}
    closed = casework.closed_cases(actor=actor)
    new = Message.objects.filter(
        page__case__owner_id=actor.organisation_id, author=Author.PERSON, noted_at__isnull=True
    ).exclude(page__case__in=closed)
    rows = new.values("page__case_id", "page__case__code").annotate(n=Count("pk"), at=Max("at"))
    for row in rows.order_by():
        case_id = row["page__case_id"]
        found[case_id] = Waiting(case_id, row["page__case__code"], row["n"], 0, row["at"])
    requests = DataRequest.objects.filter(
        case__owner_id=actor.organisation_id, noted_at__isnull=True
    ).exclude(case__in=closed)
    asked = requests.values("case_id", "case__code")
    for line in asked.annotate(n=Count("pk"), at=Max("asked_at")).order_by():
        case_id, before = line["case_id"], found.get(line["case_id"])
        times = [at for at in (line["at"], before.newest if before else None) if at]
        found[case_id] = Waiting(
            case_id, line["case__code"], before.messages if before else 0, line["n"], max(times)
        )
    return sorted(found.values(), key=lambda w: str(w.newest), reverse=True)


def list_quarters(*, actor: "Actor", today: date) -> list[Quarter]:
    """Count the opinions on the actor's organisation by quarter, the newest first."""
    ratings = {r.value: Count("pk", filter=Q(rating=r.value)) for r in Rating}
    rows = Opinion.objects.filter(organisation_id=actor.organisation_id)
    grouped = rows.order_by().values("quarter").annotate(total=Count("pk"), **ratings)
    return [_quarter(row, today) for row in grouped.order_by("-quarter")]


def list_opinions(quarter: str, *, actor: "Actor", today: date) -> list[Opinion]:
    """List the opinions of a quarter that may be shown, in no order of time.

    Raises:
        NotFound: None that may be shown.
    """
    rows = Opinion.objects.filter(organisation_id=actor.organisation_id, quarter=quarter)
    if not policies.show_opinions(count=rows.count(), quarter=quarter, today=today):
        raise NotFound(_("We found no such page."))
    return list(rows)


def _quarter(row: "Mapping[str, Any]", today: date) -> Quarter:
    name, total = str(row["quarter"]), int(row["total"])
    verdict = policies.show_opinions(count=total, quarter=name, today=today)
    counts = {r.value: int(row[r.value]) for r in Rating} if verdict else {}
    return Quarter(name, counts, "" if verdict else str(verdict.reason))
