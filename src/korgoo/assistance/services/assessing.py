from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access.enums import Event, Permission
from korgoo.assistance import policies, words
from korgoo.assistance.enums import (
    Answer,
    HealthNeed,
    HealthRisk,
    Level,
    Need,
    NeedState,
    Occasion,
    Risk,
    Vulnerability,
)
from korgoo.assistance.models import Assessment
from korgoo.assistance.services.traces import leave
from korgoo.casework import api as casework
from korgoo.casework.enums import NoteKind
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found when needs and dangers were looked at. What is left out was not asked.

    ``health_needs``, ``health_risks`` and ``health_words`` are sealed with the person's health.
    """

    occasion: Occasion
    level: Level
    grounds: tuple[str, ...]
    needs: Mapping[Need, NeedState] = field(default_factory=dict)
    risks: Mapping[Risk, Answer] = field(default_factory=dict)
    measures: tuple[str, ...] = ()
    individual: Vulnerability = Vulnerability.NOT_ASSESSED
    household: Vulnerability = Vulnerability.NOT_ASSESSED
    community: Vulnerability = Vulnerability.NOT_ASSESSED
    review_on: date | None = None
    words: str = ""
    health_needs: Mapping[HealthNeed, NeedState] = field(default_factory=dict)
    health_risks: Mapping[HealthRisk, Answer] = field(default_factory=dict)
    health_words: str = ""


@transaction.atomic
def assess(case_id: UUID, findings: Findings, *, actor: "Actor") -> Assessment:
    """Write down what a person needs and what endangers them; the newest one counts.

    Args:
        case_id: An own case.
        findings: Coded answers, and words that are sealed.
        actor: Who assesses, and judges the level of danger themself.

    Raises:
        NotFound: Not an own case, or health is written by who gives no care.
        Forbidden: The judgement names no ground, or the review lies in the past.

    Source:
        Fields of needs and risk assessment (2.7) after the ODIHR handbook and HTCDS 2.0.
    """
    case = casework.hold_case(case_id, actor=actor, permission=Permission.ASSESSMENT_WRITE)
    today = clock.today()
    policies.assess(findings.level, findings.grounds, findings.review_on, today).require()
    now = clock.now()
    Assessment.objects.current().filter(case_id=case_id).update(superseded_at=now)
    row = Assessment.objects.create(
        case_id=case_id,
        organisation_id=actor.organisation_id,
        made_at=now,
        made_by_id=actor.user_id,
        **_coded(findings),
    )
    words.seal(case_id, findings.words, kind=NoteKind.ASSESSMENT, about=row.pk, actor=actor)
    words.seal_health(case_id, _health(findings), about=row.pk, actor=actor)
    leave(Event.ASSESSMENT_MADE, case, actor=actor, detail=findings.occasion)
    return row


def previous(assessment: Assessment) -> Assessment | None:
    """Find the assessment before this one in the same case."""
    before = Assessment.objects.filter(case_id=assessment.case_id)
    return before.filter(made_at__lt=assessment.made_at).first()


def _coded(findings: Findings) -> dict[str, object]:
    return {
        "occasion": findings.occasion,
        "needs": {n: findings.needs.get(n, NeedState.NOT_ASKED) for n in Need},
        "risks": {r: findings.risks.get(r, Answer.NOT_ASKED) for r in Risk},
        "level": findings.level,
        "grounds": list(findings.grounds),
        "measures": list(findings.measures),
        "individual": findings.individual,
        "household": findings.household,
        "community": findings.community,
        "review_on": findings.review_on,
    }


def _health(findings: Findings) -> str:
    """Write the details of health as lines, in the language of who assesses; empty when none."""
    needs = [(n.label, s.label) for n, s in findings.health_needs.items() if s != "not_asked"]
    risks = [(r.label, a.label) for r, a in findings.health_risks.items() if a != "not_asked"]
    lines = [_("%(what)s: %(state)s") % {"what": w, "state": s} for w, s in [*needs, *risks]]
    return "\n".join([*lines, findings.health_words.strip()]).strip()
