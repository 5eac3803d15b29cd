"""The co-ordinator passes an ask on, closes it, or connects two organisations that both agreed."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, keyring
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.matching.strengths import strength
from korgoo.pairs import policies, sealed, selectors
from korgoo.pairs.enums import AskState, QuestionState
from korgoo.pairs.models import Connection, Question, Settled
from korgoo.pairs.services import keys
from korgoo.pairs.services.judging import note

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def pass_on(ask_id: UUID, *, mark: str, actor: "Actor") -> Question:
    """Ask the owner of the other case of a pair, who does not see who asks.

    Args:
        ask_id: The ask.
        mark: Of the pair it is about.
        actor: A co-ordinator with an open session.

    Raises:
        NotFound: No such ask or pair, or the actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: It was passed on or ended already, or the pair is settled.
    """
    selectors.require_watch(actor)
    keys.hold_watch()
    weighed = selectors.hold_ask(ask_id, actor=actor)
    pair = next((one for one in weighed.pairs if one.mark == mark), None)
    if pair is None:
        raise NotFound(_("We found no such pair."))
    policies.pass_on(
        weighed.ask,
        has_question=weighed.question is not None,
        is_settled=pair.is_same is not None,
        is_readable=weighed.is_readable,
        now=clock.now(),
    ).require()
    there = pair.there if pair.here.case_id == weighed.ask.case_id else pair.here
    row = _question(weighed.ask.pk, pair, there, actor)
    # The row of the ask is left alone and not named: no two rows tell that they belong together.
    audit.record(Event.ASK_PASSED_ON, actor=actor, target=row)
    keys.give_watch(actor=actor)
    return row


@transaction.atomic
def close(ask_id: UUID, *, actor: "Actor") -> None:
    """Close an ask without an answer. Who asked learns no more than when nobody answers, and at the same time.

    Raises:
        NotFound: No such ask, or the actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: It ended already.
    """
    selectors.require_watch(actor)
    keys.hold_watch()
    weighed = selectors.hold_ask(ask_id, actor=actor)
    policies.close(weighed.ask).require()
    question = weighed.question
    if question is not None:
        if question.state == QuestionState.NOT_SAME:
            _remember_not_same(weighed.mark)
            if pair := weighed.pair:
                note(
                    posterior=pair.posterior,
                    is_same=False,
                    case_id=weighed.ask.case_id,
                    actor=actor,
                    about=weighed.about,
                )
        Question.objects.filter(pk=question.pk).update(state=QuestionState.CLOSED)
    weighed.ask.state = AskState.CLOSED
    weighed.ask.save(update_fields=["state"])
    audit.record(Event.ASK_CLOSED, actor=actor, target=weighed.ask)
    keys.give_watch(actor=actor)


@transaction.atomic
def close_left(*, actor: "Actor") -> int:
    """Close questions whose ask was taken back or went with its case.

    Returns:
        How many there were.

    Raises:
        NotFound: The actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The key was not given to them yet.
    """
    selectors.require_watch(actor)
    left = selectors.left_questions(actor=actor)
    for row, mark in left:
        if row.state == QuestionState.NOT_SAME:
            _remember_not_same(mark)
    Question.objects.filter(pk__in=[row.pk for row, _mark in left]).update(
        state=QuestionState.CLOSED
    )
    for row, _mark in left:
        audit.record(Event.ASK_CLOSED, actor=actor, target=row)
    return len(left)


@transaction.atomic
def release(ask_id: UUID, *, actor: "Actor") -> Connection:
    """Connect two organisations that both agreed: each learns who the other is, and its code.

    Raises:
        NotFound: No such ask, or the actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The other owner has not agreed, or it ended.
    """
    weighed = selectors.hold_ask(ask_id, actor=actor)
    question = weighed.question
    if question is not None:
        question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    policies.release(weighed.ask, question, now=clock.now()).require()
    pair = weighed.pair
    if question is None or pair is None:
        raise NotFound(_("We found no such pair."))
    row = Connection.objects.create(
        asking_id=weighed.ask.case_id,
        asked_id=question.case_id,
        mark=weighed.mark,
        posterior=pair.posterior,
        connected_at=clock.now(),
        connected_by_id=actor.user_id,
    )
    weighed.ask.state = AskState.CONNECTED
    weighed.ask.save(update_fields=["state"])
    Question.objects.filter(pk=question.pk).update(state=QuestionState.CONNECTED)
    Settled.objects.update_or_create(
        mark=weighed.mark, defaults={"is_same": True, "is_told": True}
    )
    note(
        posterior=pair.posterior,
        is_same=True,
        case_id=weighed.ask.case_id,
        actor=actor,
        about=weighed.about,
    )
    audit.record(Event.CASES_CONNECTED, actor=actor, target=row)
    return row


def _remember_not_same(mark: str) -> None:
    Settled.objects.get_or_create(mark=mark, defaults={"is_same": False})


def _question(
    ask_id: UUID, pair: selectors.Pair, there: selectors.Side, actor: "Actor"
) -> Question:
    reader = keyring.readers({there.owner_id}).get(there.owner_id)
    watch = keys.watch_public(actor=actor)
    if reader is None or watch is None:
        raise DomainError(_("The other organisation has no key and cannot be asked here."))
    number, today = uuid4(), clock.today()
    near = {"strength": strength(pair.posterior)}
    link = {"ask": ask_id.hex, "mark": pair.mark}
    return Question.objects.create(
        id=number,
        case_id=there.case_id,
        owner_id=there.owner_id,
        asked_on=today,
        last_day=today + policies.ANSWER_WITHIN,
        owner_key_id=reader.key_id,
        strength=sealed.seal(
            near, to=reader.public, size=sealed.LINK, name="strength", record=number
        ),
        ask=sealed.seal(link, to=watch, size=sealed.LINK, name="ask", record=number),
    )
