"""Steps that several stories take."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from korgoo.access.actor import Actor
from korgoo.casework import services as casework
from korgoo.casework.enums import ConsentAge, Decision, Scope
from korgoo.casework.models import Case
from korgoo.casework.services import ConsentTalk, FirstContact
from korgoo.demo.cards import TOLD
from korgoo.identification import api as identification
from korgoo.identification import editions
from korgoo.identification import services as screenings
from korgoo.identification.agency_views import view_of
from korgoo.identification.enums import Opinion, Talk
from korgoo.identification.guidelines import Choice, questions_of
from korgoo.referral import services as referrals
from korgoo.referral.models import Referral
from korgoo.referral.services import Request


def meet(actor: Actor, first: FirstContact) -> Case:
    """Open a demo case."""
    return casework.open_case(first, actor=actor, is_demo=True)


def screen(
    actor: Actor, case: Case, view: str, chosen: Mapping[str, str], opinion: Opinion
) -> UUID:
    """Fill a card: question and option by key, all told by the person."""
    card = identification.start(case.pk, view=view, talk=Talk.ALONE, actor=actor)
    questions = questions_of(view_of(view, editions.current().data))
    known = {question.key for question in questions}
    unknown = set(chosen) - known
    if unknown:
        raise ValueError(f"the card {view} has no question {sorted(unknown)}")
    choices = [Choice(question, option, "told") for question, option in chosen.items()]
    screenings.save_answers(card.id, choices, asked=known, actor=actor)
    screenings.give_opinion(card.id, opinion, actor=actor)
    return card.id


def decide(actor: Actor, case: Case, decision: Decision, reason: str) -> None:
    """Record the officer's decision."""
    casework.decide_after_screening(case.pk, decision, reason=reason, actor=actor)


def agree(
    actor: Actor,
    case: Case,
    recipient: int,
    scopes: Iterable[Scope],
    *,
    guardian_agreed: bool | None = None,
) -> None:
    """Record a talk about consent; no scope at all is a refusal."""
    talk = ConsentTalk(
        recipient_id=recipient,
        given=frozenset(scopes),
        language=case.language,
        proof="signature",
        told=TOLD,
        guardian_agreed=guardian_agreed,
        lasts=ConsentAge.QUARTER,
    )
    casework.record_consent(case.pk, talk, actor=actor)


def refer(actor: Actor, case: Case, request: Request) -> Referral:
    """Write and send a referral."""
    written = referrals.draft(case.pk, request, actor=actor)
    sent, _code = referrals.send(written.pk, actor=actor)
    return sent
