"""A new key for the co-ordinators when nobody can open the old one: proposed by one, confirmed by another.

What was sealed to the old key is lost: asks, questions and answers under way. What comparisons found is found anew,
in small steps, by the organisations that own the cases. Connections and what was settled stay: they do not lie under
this key.
"""

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.by_two import ChangeState
from korgoo.lib.errors import DomainError, NotFound
from korgoo.pairs import policies, selectors
from korgoo.pairs.enums import Purpose, QuestionState
from korgoo.pairs.models import Ask, Question, SharedKey, WatchRenewal
from korgoo.pairs.services import keys

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def propose(*, actor: "Actor") -> WatchRenewal:
    """Propose a new key.

    Args:
        actor: A co-ordinator with an open session; whether they hold the old key does not matter.

    Raises:
        NotFound: The actor is no co-ordinator.
        Locked: The session is locked.
        DomainError: There is no key yet, one is proposed already, or nobody could open it.
    """
    selectors.require_watch(actor)
    actor.open_key()
    if not SharedKey.objects.filter(pk=Purpose.WATCH).exists():
        raise DomainError(_("There is no key yet. It is made when the first person is compared."))
    _require_openable()
    try:
        with transaction.atomic():
            row = WatchRenewal.objects.create(
                proposed_at=clock.now(), proposed_by_id=actor.user_id
            )
    except IntegrityError:
        raise DomainError(_("A new key is proposed already. Confirm it or refuse it.")) from None
    audit.record(Event.PAIR_KEY_CHANGE_PROPOSED, actor=actor, target=row)
    return row


@transaction.atomic
def confirm(*, actor: "Actor") -> None:
    """Make the new key and give it to every organisation that co-ordinates. The public halves suffice for it.

    Comparisons keep their rows: they name the generation to which they are sealed, so also one that runs at this
    moment is found anew.

    Args:
        actor: Another co-ordinator, or who minds data at a co-ordinating organisation; with an open session, that
            is, who typed their password and did not only find a browser.

    Raises:
        NotFound: None is proposed, or it is not for the actor.
        Locked: The session is locked.
        Forbidden: The same person proposed it.
        DomainError: Nobody could open it.
    """
    selectors.require_keep(actor)
    actor.open_key()
    row = _proposed()
    policies.renew(row, user_id=actor.user_id).require()
    _require_openable()
    key = keys.hold_watch()
    if key is None:
        raise NotFound(_("No new key is proposed."))
    asks, questions = _end_what_is_sealed()
    keys.renew_watch(key, actor=actor)
    row.decide(ChangeState.CONFIRMED, user_id=actor.user_id)
    audit.record(
        Event.PAIR_KEY_CHANGE_CONFIRMED,
        actor=actor,
        target=row,
        detail=f"asks {asks}, questions {questions}",
    )


@transaction.atomic
def refuse(*, actor: "Actor") -> None:
    """Leave the key as it is; who proposed it may take it back too.

    Raises:
        NotFound: None is proposed, or it is not for the actor.
    """
    selectors.require_keep(actor)
    row = _proposed()
    row.decide(ChangeState.REFUSED, user_id=actor.user_id)
    audit.record(Event.PAIR_KEY_CHANGE_REFUSED, actor=actor, target=row)


def _end_what_is_sealed() -> tuple[int, int]:
    """Close questions, and empty what only the old key opens. Asks run on to the end that was drawn.

    Returns:
        How many asks wait, and how many questions were closed.
    """
    # Asks before questions, as all other deeds that hold both.
    asks = Ask.objects.waiting(clock.now()).count()
    Ask.objects.update(words=b"")
    questions = Question.objects.unsettled().update(state=QuestionState.CLOSED)
    Question.objects.update(ask=b"", answer=b"")
    return asks, questions


def _require_openable() -> None:
    """Make no key that nobody opens.

    Raises:
        DomainError: No member of any co-ordinating organisation opens its own key.
    """
    if not selectors.can_be_opened():
        raise DomainError(
            _(
                "No co-ordinating organisation can open its own key now, so nobody could open the new one. "
                "Open it first with the printed key of the organisation."
            )
        )


def _proposed() -> WatchRenewal:
    row = WatchRenewal.hold_proposed()
    if row is None:
        raise NotFound(_("No new key is proposed."))
    return row
