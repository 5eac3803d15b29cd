"""Risks are answered, and checks of readiness looked at, each by a person and in words."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.campaign import policies, selectors
from korgoo.campaign.enums import Answer, Check, Risk, State
from korgoo.campaign.models import Readiness, RiskAnswer
from korgoo.campaign.services.campaigns import touch
from korgoo.campaign.services.facts import ReadyFacts
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def answer_risk(key: str, risk: Risk, answer: Answer, words: str, *, actor: "Actor") -> RiskAnswer:
    """Answer one risk of the checklist; a later word replaces an earlier one.

    Raises:
        NotFound: No such campaign for the actor.
        Forbidden: Another organisation keeps it, or it was launched.
    """
    campaign = selectors.get_own(key, actor=actor)
    policies.change(State(campaign.state)).require()
    said = {"answer": answer, "words": words, "at": clock.now(), "by_id": actor.user_id}
    row, _is_new = RiskAnswer.objects.update_or_create(campaign=campaign, risk=risk, defaults=said)
    touch(campaign)
    audit.record(Event.CAMPAIGN_RISK_ANSWERED, actor=actor, target=row, detail=answer)
    return row


@transaction.atomic
def say_ready(key: str, check: Check, facts: ReadyFacts, *, actor: "Actor") -> Readiness:
    """Write what an office said to one check; a later word replaces an earlier one.

    Args:
        key: Of the campaign.
        check: Which check.
        facts: Who said what, and when.
        actor: Who writes it down.

    Raises:
        NotFound: No such campaign for the actor.
        Forbidden: Another organisation keeps it, it was launched, or "not ready" is said without words.
    """
    campaign = selectors.get_own(key, actor=actor)
    policies.change(State(campaign.state)).require()
    policies.say_ready(is_ready=facts.is_ready, words=facts.words).require()
    said = {
        "is_ready": facts.is_ready,
        "said_by": facts.said_by,
        "said_on": facts.said_on,
        "words": facts.words.strip(),
        "seen": [asdict(one) for one in facts.seen],
        "at": clock.now(),
        "by_id": actor.user_id,
    }
    row, _is_new = Readiness.objects.update_or_create(
        campaign=campaign, check_key=check, defaults=said
    )
    touch(campaign)
    detail = "ready" if facts.is_ready else "not-ready"
    audit.record(Event.CAMPAIGN_READINESS_SAID, actor=actor, target=row, detail=detail)
    return row
