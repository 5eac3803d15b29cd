"""What an owner may know of their own cases: how near, what was asked, what we are asked, with whom connected."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.matching.strengths import Strength
from korgoo.pairs import sealed
from korgoo.pairs.enums import AskState, CheckState, QuestionState
from korgoo.pairs.models import Ask, Bait, Check, Connection, Question, Settled

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST_OPENED = 2_000  # comparisons opened for one page
ORDER = (Strength.CERTAIN, Strength.LIKELY, Strength.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the comparison of an own case tells its owner: nothing yet, nobody, or how near the nearest is."""

    is_shown: bool
    strength: Strength = Strength.NONE


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about an own case, as its owner sees it: how near, until when, what was answered."""

    id: UUID
    case_id: UUID
    strength: Strength
    last_day: date
    state: QuestionState


@dataclass(frozen=True, slots=True)
class Other:
    """With whom an own case is connected: organisation, code (nine digits)."""

    connection_id: UUID
    owner_id: int
    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OwnView:
    """All that an owner may know of one own case."""

    notice: Notice
    ask: Ask | None
    questions: list[Asked]
    others: list[Other]


def is_own(case_id: UUID, *, actor: "Actor") -> bool:
    """Tell whether this is an own case, under way, of which the actor may know such things."""
    if not policy.may_enter(actor, Permission.PAIR_ASK):
        return False
    try:
        casework.case_card(case_id, actor=actor, permission=Permission.PAIR_ASK)
    except (NotFound, Forbidden):
        return False
    return True


def own_view(case_id: UUID, *, actor: "Actor") -> OwnView | None:
    """Gather all that an owner may know of an own case; None where nobody is written down, or it is not theirs."""
    notice = notice_of(case_id, actor=actor)
    if notice is None:
        return None
    ask = Ask.objects.filter(case_id=case_id).first()
    questions = list_questions(actor=actor, case_id=case_id)
    return OwnView(notice, ask, questions, _others(case_id))


def notice_of(case_id: UUID, *, actor: "Actor") -> Notice | None:
    """Say what the comparison of an own case tells; None where nobody is written down, or it is not theirs."""
    if not is_own(case_id, actor=actor):
        return None
    row = Check.objects.filter(case_id=case_id).first()
    if row is None:
        return None
    if row.state != CheckState.DONE or row.shown_at is None or row.shown_at > clock.now():
        return Notice(is_shown=False)
    strength = _nearest(row, actor)
    if strength is not Strength.NONE and Bait.objects.filter(case_id=case_id).exists():
        strength = Strength.NONE  # it reads like any case of which nobody was found
    return Notice(is_shown=True, strength=strength)


def get_question(question_id: UUID, *, actor: "Actor", lock: bool = False) -> Question:
    """Fetch a question about an own case.

    Raises:
        NotFound: There is none that waits, or it is not about an own case.
    """
    rows = Question.objects.standing().unsettled().filter(owner_id=actor.organisation_id)
    rows = casework.without_closed(rows, actor=actor)
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=question_id, last_day__gte=clock.today()).first()
    if row is None or not policy.decide(actor, Permission.PAIR_ANSWER, Relation.OWNER):
        raise NotFound(_("We found no such question."))
    return row


def list_questions(*, actor: "Actor", case_id: UUID | None = None) -> list[Asked]:
    """List what is asked about own cases, the soonest due first."""
    if not policy.may_enter(actor, Permission.PAIR_ANSWER):
        return []
    rows = Question.objects.standing().unsettled().filter(owner_id=actor.organisation_id)
    rows = casework.without_closed(rows.filter(last_day__gte=clock.today()), actor=actor)
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    return [asked_of(row, actor=actor) for row in rows.order_by("last_day", "pk")]


def count_questions(*, actor: "Actor") -> int:
    """Count questions about own cases that nobody has answered."""
    if not policy.may_enter(actor, Permission.PAIR_ANSWER):
        return 0
    rows = Question.objects.standing().filter(owner_id=actor.organisation_id)
    rows = rows.filter(last_day__gte=clock.today(), state=QuestionState.OPEN)
    return casework.without_closed(rows, actor=actor).count()


def asked_of(row: Question, *, actor: "Actor") -> Asked:
    """Open how near the other case is; nothing else is told to its owner."""
    words = sealed.read_own(
        row.strength, key_id=row.owner_key_id, name="strength", record=row.pk, actor=actor
    )
    strength = Strength((words or {}).get("strength", Strength.NONE))
    return Asked(row.pk, row.case_id, strength, row.last_day, QuestionState(row.state))


def others_of(case_id: UUID, *, actor: "Actor") -> list[Other]:
    """List with whom an own case is connected, the newest first."""
    return _others(case_id) if is_own(case_id, actor=actor) else []


def get_connection(connection_id: UUID, *, actor: "Actor") -> Connection:
    """Fetch and hold a connection of an own case.

    Raises:
        NotFound: There is none of an own case.
    """
    rows = Connection.objects.select_for_update(of=("self",)).select_related("asking", "asked")
    row = rows.filter(pk=connection_id).first()
    own = [
        case_id
        for case_id in ((row.asking_id, row.asked_id) if row else ())
        if is_own(case_id, actor=actor)
    ]
    if row is None or not own:
        raise NotFound(_("We found no such connection."))
    return row


def list_near(*, actor: "Actor", most: int = 50) -> list[tuple[UUID, Strength]]:
    """List own cases that may be known elsewhere and of which nobody asked yet, the newest first."""
    if not policy.may_enter(actor, Permission.PAIR_ASK):
        return []
    rows = Check.objects.standing().done().filter(owner_id=actor.organisation_id)
    rows = rows.filter(shown_at__lte=clock.now())
    rows = casework.without_closed(rows, actor=actor)
    rows = rows.exclude(case_id__in=Ask.objects.values("case_id"))
    rows = rows.exclude(case_id__in=Connection.objects.values("asking_id"))
    rows = rows.exclude(case_id__in=Connection.objects.values("asked_id"))
    found = (
        (row.case_id, _nearest(row, actor))
        for row in rows.order_by("-shown_at", "pk")[:MOST_OPENED]
    )
    return list(islice((one for one in found if one[1] is not Strength.NONE), most))


def list_asks(*, actor: "Actor", most: int = 50) -> list[Ask]:
    """List what was asked about own cases and led to no connection, the newest first."""
    if not policy.may_enter(actor, Permission.PAIR_ASK):
        return []
    rows = Ask.objects.standing().filter(owner_id=actor.organisation_id)
    rows = casework.without_closed(rows.exclude(state=AskState.CONNECTED), actor=actor)
    return list(rows.order_by("-asked_at", "pk")[:most])


def list_connected(*, actor: "Actor", most: int = 50) -> list[tuple[UUID, Other]]:
    """List own cases that are connected, with whom, the newest first; for whoever may open the own case."""
    if not policy.may_enter(actor, Permission.PAIR_ASK):
        return []
    house = actor.organisation_id
    rows = Connection.objects.filter(Q(asking__owner_id=house) | Q(asked__owner_id=house))
    rows = rows.select_related("asking", "asked").order_by("-connected_at", "pk")[:most]
    closed = set(casework.closed_cases(actor=actor))
    found = []
    for row in rows:
        own = row.asking if row.asking.owner_id == house else row.asked
        other = _other(row, own.pk)
        if other and own.pk not in closed and own.closed_at is None and own.restricted_at is None:
            found.append((own.pk, other))
    return found


def is_waiting(ask: Ask | None) -> bool:
    """Tell whether an ask may still be answered, as who asked sees it."""
    return ask is not None and ask.state != AskState.CONNECTED and ask.answer_at > clock.now()


def _others(case_id: UUID) -> list[Other]:
    both = Q(asking_id=case_id) | Q(asked_id=case_id)
    rows = Connection.objects.filter(both).select_related("asking", "asked")
    found = (_other(row, case_id) for row in rows.order_by("-connected_at", "pk"))
    return [one for one in found if one]


def _other(row: Connection, case_id: UUID) -> Other | None:
    """Say with whom a case is connected; nothing where the other case is closed or restricted."""
    there = row.asked if row.asking_id == case_id else row.asking
    if there.closed_at is not None or there.restricted_at is not None:
        return None
    return Other(row.pk, there.owner_id, there.code, row.connected_at)


def _nearest(row: Check, actor: "Actor") -> Strength:
    words = sealed.read_own(
        row.for_owner, key_id=row.owner_key_id, name="near", record=row.pk, actor=actor
    )
    near = [(mark, Strength(word)) for mark, word in (words or {}).get("near", ())]
    if not near:
        return Strength.NONE
    told = Settled.objects.filter(mark__in=[mark for mark, _word in near], is_told=True)
    known = set(told.values_list("mark", flat=True))
    left = {word for mark, word in near if mark not in known}
    return next((word for word in ORDER if word in left), Strength.NONE)
