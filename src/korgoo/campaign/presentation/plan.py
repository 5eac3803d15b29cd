"""The list of campaigns, and the page of one: its plan, what was answered, what is next."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.campaign import pledging, policies, registry, selectors, wording
from korgoo.campaign.enums import (
    MOVES,
    OPEN_TO_AIMS,
    OPEN_TO_PARTS,
    OPEN_TO_RESULTS,
    PUBLIC,
    Answer,
    Check,
    Part,
    Risk,
    State,
)
from korgoo.campaign.models import Audience, Partner
from korgoo.campaign.presentation.parts import Words, head, may_keep, sums
from korgoo.campaign.words import missing, told
from korgoo.commitments import api as commitments
from korgoo.countrypack import api as packs
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.campaign.models import Campaign

ANSWER_TONES = {Answer.AVOIDED: "good", Answer.LESSENED: "waiting", Answer.NONE: "closed"}


def list_page(*, actor: "Actor") -> Words:
    """List the campaigns that a member may know of."""
    rows = [head(row) for row in selectors.list_campaigns(actor=actor)]
    return {
        "rows": rows,
        "may_begin": bool(policies.may(actor, Permission.CAMPAIGN_EDIT)),
        "has_history": bool(packs.current().campaign.history),
    }


def page(key: str, *, actor: "Actor") -> Words:
    """Describe a campaign with all parts of its plan, and what the member may do.

    Raises:
        NotFound: There is none for the actor.
    """
    row = selectors.get_campaign(key, actor=actor)
    state, keeps = State(row.state), may_keep(row, actor)
    return head(row) | {
        "keeper": access.card(row.keeper_id).name,
        "is_keeper": keeps,
        "may_aim": keeps and state in OPEN_TO_AIMS,
        "may_part": keeps and state in OPEN_TO_PARTS,
        "may_result": keeps and state in OPEN_TO_RESULTS,
        "may_recall": state in PUBLIC and policy.may_enter(actor, Permission.ACTIVITY_LOG),
        "is_launched": row.is_public,
        "moves": _moves(row) if keeps else [],
        "lacks": _lacks(row),
        "missing_words": missing(row.name) + missing(row.ask),
        "objectives": list(row.objectives.all()),
        "audiences": [_audience(one) for one in row.audiences.all()],
        "partners": list(row.partners.select_related("organisation")),
        "pledges": commitments.of_origin(pledging.KIND, row.key, actor=actor),
        "may_promise": pledging.may_promise(row, actor),
        "budget": (budget := list(row.budget.all())),
        "sums": sums(budget),
        "risks": _risks(row),
        "checks": _checks(row),
        "codes": [_code(one) for one in row.codes.all()],
        "steps": _steps(row),
    }


def part_title(part: Part) -> str:
    """Name a kind of part."""
    return str(part.label)


def part_name(row: Any) -> str:
    """Name one part of a plan, so that nobody takes out another one."""
    if isinstance(row, Audience):
        return wording.audience_name(row.who)
    return str(row.organisation.name if isinstance(row, Partner) else row.what)


def check_facts(check: Check, campaign_id: UUID) -> list[registry.SeenCount]:
    """Ask other missions for the counts that stand beside a check."""
    return [one for fact in registry.facts_of(check) for one in fact.look(campaign_id)]


def said_to_risk(row: "Campaign", risk: Risk) -> Words:
    """Give what was said to a risk, to show it again; nothing when nobody did."""
    said = row.risks.filter(risk=risk).first()
    return {"answer": said.answer, "words": said.words} if said else {}


def said_to_check(row: "Campaign", check: Check) -> Words:
    """Give what was said to a check, to show it again; nothing when nobody did."""
    said = row.readiness.filter(check_key=check).first()
    if said is None:
        return {}
    answer = {"is_ready": "yes" if said.is_ready else "no", "said_by": said.said_by}
    return answer | {"said_on": said.said_on, "words": said.words}


def _moves(row: "Campaign") -> list[Words]:
    ways = [to for to in State if to in MOVES[State(row.state)]]
    return [
        {
            "text": wording.MOVE_WORDS[to],
            "href": reverse("campaign:move", args=[row.key, to.value]),
            "is_back": to is State.DRAFT or (to is State.ENDED and row.ends_on >= clock.today()),
        }
        for to in ways
    ]


def _lacks(row: "Campaign") -> Words:
    risks, checks = row.risks.count(), row.readiness.count()
    return {
        "risks": risks,
        "all_risks": len(Risk),
        "checks": checks,
        "all_checks": len(Check),
        "unready": len(selectors.unready(row)),
    }


def _audience(row: "Audience") -> Words:
    return {
        "id": row.pk,
        "who": wording.audience_name(row.who),
        "message": told(row.message),
        "missing": missing(row.message),
        "messenger": row.messenger,
        "channels": wording.channel_words(row.channels),
        "regions": wording.region_words(row.regions),
    }


def _risks(row: "Campaign") -> list[Words]:
    answers = {one.risk: one for one in row.risks.all()}
    names = access.member_names({one.by_id for one in answers.values()})
    return [
        {
            "key": risk.value,
            "text": risk.label,
            "answer": (said := answers.get(risk.value)),
            "tone": ANSWER_TONES[Answer(said.answer)] if said else "neutral",
            "by": names.get(said.by_id, "") if said else "",
        }
        for risk in Risk
    ]


def _checks(row: "Campaign") -> list[Words]:
    said = {one.check_key: one for one in row.readiness.all()}
    return [
        {"key": check.value, "text": check.label, "said": said.get(check.value)} for check in Check
    ]


def _code(row: Any) -> Words:
    return {
        "code": row.code,
        "label": row.label,
        "region": wording.region_name(row.region),
        "channel": wording.channel_words([row.channel]) if row.channel else "",
        "href": reverse("campaign_public:landing", args=[row.code]),
    }


def _steps(row: "Campaign") -> list[Words]:
    steps = list(row.steps.all())[::-1]
    names = access.member_names({one.by_id for one in steps})
    return [
        {
            "title": State(one.after).label,
            "when": one.at,
            "by": names.get(one.by_id, ""),
            "text": one.words,
            "tone": "late" if one.unready else "neutral",
        }
        for one in steps
    ]
