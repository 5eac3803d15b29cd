"""A campaign is made, changed, and moved on from state to state."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.campaign import policies, selectors
from korgoo.campaign.enums import Risk, State
from korgoo.campaign.errors import Overtaken
from korgoo.campaign.models import Audience, BudgetLine, Campaign, CampaignStep, Objective, Partner
from korgoo.campaign.services.facts import CampaignFacts
from korgoo.campaign.words import missing
from korgoo.lib import clock
from korgoo.lib.verdict import ALLOWED

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict

OVERTAKEN = _("A colleague changed it meanwhile. Look at it again, then send yours once more.")
# Parts that a new campaign takes over from an earlier one, and what of them it leaves behind.
COPIED: tuple[tuple[type[models.Model], dict[str, Any]], ...] = (
    (Objective, {"result": None, "result_source": "", "baseline": None, "baseline_source": ""}),
    (Audience, {}),
    (Partner, {"is_public": False}),
    (BudgetLine, {"spent": None}),
)


@transaction.atomic
def make(
    facts: CampaignFacts,
    *,
    actor: "Actor",
    from_key: str = "",
    is_fictitious: bool = False,
) -> Campaign:
    """Begin a campaign; the actor's organisation keeps it.

    Args:
        facts: What it is.
        actor: Who begins it.
        from_key: An earlier campaign whose parts are taken over: what it aimed at, whom it spoke to,
            with whom, for what. Figures, answers to risks, codes and counts stay with the earlier one.
        is_fictitious: For the demonstration.

    Raises:
        Forbidden: The actor keeps no campaigns, or the days do not fit.
        NotFound: There is no such earlier campaign, or not for the actor.
    """
    policies.may(actor, Permission.CAMPAIGN_EDIT).require()
    policies.dates(facts.starts_on, facts.ends_on).require()
    earlier = selectors.get_campaign(from_key, actor=actor) if from_key else None
    row = Campaign.objects.create(
        **asdict(facts),
        key=_new_key(facts.starts_on.year),
        keeper_id=actor.organisation_id,
        made_from=earlier,
        made_at=clock.now(),
        is_fictitious=is_fictitious,
    )
    if earlier is not None:
        _take_over(earlier, row)
    audit.record(Event.CAMPAIGN_MADE, actor=actor, target=row, detail=from_key)
    return row


@transaction.atomic
def change(key: str, facts: CampaignFacts, *, seen: int, actor: "Actor") -> Campaign:
    """Change what a campaign is, before it is launched.

    Args:
        key: Its key, which stays.
        facts: What it is now.
        seen: How often it had been changed when the actor's page was drawn.
        actor: Who changes it.

    Raises:
        NotFound: There is none for the actor.
        Forbidden: Another organisation keeps it, or it was launched, or the days do not fit.
        Overtaken: A colleague changed it meanwhile.
    """
    row = selectors.get_own(key, actor=actor)
    policies.change(State(row.state)).require()
    policies.dates(facts.starts_on, facts.ends_on).require()
    if row.changes != seen:
        raise Overtaken(OVERTAKEN)
    for name, value in asdict(facts).items():
        setattr(row, name, value)
    touch(row)
    audit.record(Event.CAMPAIGN_CHANGED, actor=actor, target=row)
    return row


@transaction.atomic
def move(key: str, to: State, *, seen: State, words: str = "", actor: "Actor") -> Campaign:
    """Move a campaign on, with words where they are needed.

    Args:
        key: Its key.
        to: Where it shall stand.
        seen: Where it stood on the actor's page.
        words: Why it is launched unready, or ends early.
        actor: Who moves it: one person, of the organisation that keeps it.

    Raises:
        NotFound: There is none for the actor.
        Forbidden: Another organisation keeps it; a colleague was quicker; something is missing.
    """
    row = selectors.get_own(key, actor=actor)
    before = State(row.state)
    policies.move(before, to, seen=seen).require()
    unready = selectors.unready(row)
    _asks(row, to, words, unready).require()
    row.state = to
    touch(row)
    CampaignStep.objects.create(
        campaign=row,
        before=before,
        after=to,
        on=clock.today(),
        at=clock.now(),
        by_id=actor.user_id,
        unready=unready if to is State.RUNNING else [],
        words=words.strip(),
    )
    audit.record(Event.CAMPAIGN_MOVED, actor=actor, target=row, detail=to)
    return row


def touch(row: Campaign) -> None:
    """Save a campaign that is held, and let pages drawn from it be drawn anew."""
    row.changes += 1
    row.save()


def _asks(row: Campaign, to: State, words: str, unready: list[str]) -> "Verdict":
    if to is State.PLANNED:
        return policies.plan(
            missing=missing(row.name) + missing(row.ask),
            objectives=row.objectives.count(),
            audiences=row.audiences.count(),
        )
    if to is State.RUNNING:
        return policies.launch(
            open_risks=len(Risk) - row.risks.count(),
            unlooked=selectors.count_unlooked(row),
            unready=len(unready),
            is_over=row.ends_on < clock.today(),
            words=words,
        )
    if to is State.ENDED:
        return policies.end(is_early=clock.today() <= row.ends_on, words=words)
    if to is State.REPORTED:
        without = row.objectives.filter(result__isnull=True).count()
        return policies.report(without_result=without)
    return ALLOWED


def _new_key(year: int) -> str:
    """Give the year, and a number after it for the second campaign of a year and further ones."""
    taken = set(Campaign.objects.filter(key__startswith=str(year)).values_list("key", flat=True))
    keys = [str(year), *(f"{year}-{number}" for number in range(2, len(taken) + 3))]
    return next(key for key in keys if key not in taken)


def _take_over(earlier: Campaign, row: Campaign) -> None:
    for model, left_behind in COPIED:
        for part in model._default_manager.filter(campaign=earlier).order_by("pk"):
            part.pk = None
            part._state.adding = True
            for name, value in {**left_behind, "campaign": row}.items():
                setattr(part, name, value)
            part.save()
