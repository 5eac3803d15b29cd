"""What goes: with the part of a case that names the person, with the case, with time."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.pairs.enums import AskState, CheckState, Purpose, QuestionState
from korgoo.pairs.models import Ask, Check, Connection, Question, SharedKey
from korgoo.pairs.policies import MAY_ASK_AGAIN
from korgoo.pairs.services import alarms

# Comparisons emptied in one run: those who write people down wait for no long deed.
MOST_EMPTIED = 2_000


@transaction.atomic
def forget(case_id: UUID) -> int:
    """Erase all that this mission holds of a case. Part of that deed, which records itself.

    What is sealed about other cases names this one by a number that goes with its row.
    """
    for row in Check.objects.filter(case_id=case_id, shown_at__isnull=False):
        alarms.count_gone(row)
    return Check.objects.filter(case_id=case_id).delete()[0] + _end(case_id)


def _put_away(case_id: UUID) -> None:
    """Keep of a closed case only by what its person is counted once: nobody is told or asked any more.

    Opened again it is compared anew.
    """
    for row in Check.objects.filter(case_id=case_id, shown_at__isnull=False):
        alarms.count_gone(row)
    Check.objects.filter(case_id=case_id).update(
        state=CheckState.WAITING,
        not_before=clock.now(),
        shown_at=None,
        owner_key=None,
        for_owner=b"",
    )
    _end(case_id)


def _end(case_id: UUID) -> int:
    gone = Ask.objects.filter(case_id=case_id).delete()[0]
    gone += Question.objects.filter(case_id=case_id).delete()[0]
    both = Q(asking_id=case_id) | Q(asked_id=case_id)
    return gone + Connection.objects.filter(both).delete()[0]


@transaction.atomic
def sweep() -> int:
    """Put away closed cases, erase what ended long ago and what no key opens. Run by the worker, as often as wanted.

    Returns:
        Of how many closed cases something went.
    """
    closed = list(
        Check.objects.filter(case__closed_at__isnull=False, shown_at__isnull=False).values_list(
            "case_id", flat=True
        )
    )
    for case_id in closed:
        _put_away(case_id)
    ended = clock.now() - MAY_ASK_AGAIN
    Ask.objects.filter(answer_at__lt=ended, state__in=[AskState.ASKED, AskState.CLOSED]).delete()
    # That it is somebody else is remembered first: only a co-ordinator can open of whom it was said.
    done = [QuestionState.OPEN, QuestionState.AGREED, QuestionState.NOT_NOW, QuestionState.CLOSED]
    Question.objects.filter(last_day__lt=ended.date(), state__in=done).delete()
    _empty_old()
    if closed:
        audit.record(Event.PAIRS_TIDIED, actor=None, target="pairs", detail=str(len(closed)))
    return len(closed)


def _empty_old() -> None:
    """Empty what is sealed to an earlier key of the co-ordinators: nobody is to read it, whoever finds that key."""
    watch = SharedKey.objects.filter(pk=Purpose.WATCH).first()
    if watch is None:
        return
    old = Check.objects.sealed_before(watch.generation).exclude(for_coordinator=b"")
    some = list(old.order_by("pk").values_list("pk", flat=True)[:MOST_EMPTIED])
    Check.objects.sealed_before(watch.generation).filter(pk__in=some).update(for_coordinator=b"")
