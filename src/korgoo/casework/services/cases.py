from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import facets, policies, selectors
from korgoo.casework.enums import (
    STATUS_AFTER,
    Danger,
    Decision,
    Ground,
    Matter,
    NoteKind,
    ProtectionGround,
)
from korgoo.casework.models import Case, CaseDecision
from korgoo.casework.services.moves import move_protection
from korgoo.casework.traces import leave
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

CODED = (
    "sex",
    "age_band",
    "citizenship",
    "exploitation",
    "sector",
    "country",
    "region",
    "caller",
)

# The others say "not known" by a code of their own.
MAY_BE_EMPTY = frozenset({"citizenship", "country", "region", "caller"})


@dataclass(frozen=True, slots=True)
class FirstContact:
    """What a first contact tells: four answers, and whatever else was said."""

    channel: str
    language: str
    danger: Danger
    matter: Matter
    coded: dict[str, str] = field(default_factory=dict)
    identity: dict[str, str] = field(default_factory=dict)
    contact: dict[str, str] = field(default_factory=dict)
    note: str = ""


@transaction.atomic
def open_case(first: FirstContact, *, actor: "Actor", is_demo: bool = False) -> Case:
    """Open a case from a first contact: a code at once, and whatever was told, sealed.

    Args:
        first: Four answers are enough; a name is never needed.
        actor: Who met the person. Their organisation owns the case.
        is_demo: A fictitious case.

    Raises:
        DomainError: Something is to be sealed and the organisation has no key.

    Source:
        Contact form for hotline, desk and consul: finished in 90 seconds, no name, no story.
    """
    case = Case(
        owner_id=actor.organisation_id,
        opened_at=clock.now(),
        opened_by_id=actor.user_id,
        channel=first.channel,
        language=first.language,
        danger=first.danger,
        matter=first.matter,
        protection_at=clock.now(),
        worker_id=actor.user_id,
        touched_at=clock.now(),
        is_demo=is_demo,
    )
    _set_coded(case, first.coded)
    case.save(force_insert=True)
    leave(Event.CASE_OPENED, case, actor=actor)
    _seal_told(case, first, actor)
    return case


@transaction.atomic
def update_coded_facts(case_id: UUID, coded: dict[str, str], *, actor: "Actor") -> Case:
    """Correct the coded facts of an own case; fields not given stay.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE, lock=True)
    _set_coded(case, coded)
    case.save(update_fields=list(CODED))
    leave(Event.CODED_FACTS_CHANGED, case, actor=actor)
    return case


@transaction.atomic
def write_facet(case_id: UUID, kind: Facet, payload: dict[str, Any], *, actor: "Actor") -> Case:
    """Seal a part of an own case; organisations that could read it can read the new version.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE, lock=True)
    facets.write(case, kind, payload, actor=actor)
    facets.rekey(case, actor=actor)
    leave(Event.FACET_WRITTEN, case, actor=actor, detail=kind)
    return case


@transaction.atomic
def add_note(
    case_id: UUID,
    text: str,
    *,
    kind: NoteKind,
    part: Facet = Facet.STORY,
    about: str = "",
    actor: "Actor",
) -> None:
    """Add a passage to a sealed part of an own case: its story, unless another is named.

    Args:
        case_id: The case.
        text: What was told or thought. Empty text adds nothing.
        kind: What it was written for.
        part: Where it belongs.
        about: Number of the record of another mission that the passage belongs to.
        actor: Who writes.

    Raises:
        NotFound: Not an own case.
    """
    if not text.strip():
        return
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE, lock=True)
    append_note(case, text, kind=kind, part=part, about=about, actor=actor)


def append_note(
    case: Case, text: str, *, kind: NoteKind, part: Facet, about: str = "", actor: "Actor"
) -> None:
    """Seal a passage into a part of a case; what stands there stays."""
    written = facets.read(case, part, actor=actor) or {}
    note = {
        "at": clock.now().isoformat(),
        "by": actor.user_id,
        "kind": str(kind),
        "text": text.strip(),
    }
    note |= {"about": about} if about else {}
    notes = [*written.get("notes", []), note]
    facets.write(case, part, {**written, "notes": notes}, actor=actor)
    leave(Event.FACET_WRITTEN, case, actor=actor, detail=part)


@transaction.atomic
def decide_after_screening(
    case_id: UUID,
    decision: Decision,
    *,
    reason: str,
    ground: Ground = Ground.READING,
    screening_id: UUID | None = None,
    actor: "Actor",
) -> Case:
    """Record what the officer decides; the status follows where it may, and no help waits for it.

    A case that stands higher already (a presumed victim, when a later card says labour rights) keeps
    its status: the decision is recorded beside it.

    Args:
        case_id: An own case.
        decision: The officer's conclusion, which may differ from the reading.
        reason: Sealed with the story.
        ground: On what it rests, coded: it stands beside the reading for who may not read the story.
        screening_id: The card that was read.
        actor: An officer of the owner.

    Raises:
        NotFound: Not an own case.
        Forbidden: No mandate to presume.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.SCREENING_FILL, lock=True
    )
    policies.decide_after_screening(actor, decision).require()
    case.decision = decision
    case.save(update_fields=["decision"])
    CaseDecision.objects.create(
        case=case,
        screening_id=screening_id,
        decision=decision,
        ground=ground,
        decided_at=clock.now(),
        decided_by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    status = STATUS_AFTER[decision]
    if status and policies.follows_card(case, status):
        move_protection(case, status, ground=ProtectionGround.CARD, actor=actor)
    add_note(case_id, reason, kind=NoteKind.DECISION, actor=actor)
    leave(Event.SCREENING_DECIDED, case, actor=actor, detail=decision)
    return case


def _set_coded(case: Case, coded: dict[str, str]) -> None:
    """Set facts; an empty value empties only those that may be empty."""
    for name, value in coded.items():
        if name not in CODED:
            raise ValueError(f"not a coded fact: {name}")
        if value or name in MAY_BE_EMPTY:
            setattr(case, name, value)


def _seal_told(case: Case, first: FirstContact, actor: "Actor") -> None:
    for kind, told in ((Facet.IDENTITY, first.identity), (Facet.CONTACT, first.contact)):
        filled = {name: value for name, value in told.items() if value}
        if filled:
            facets.write(case, kind, filled, actor=actor)
    if first.note.strip():
        add_note(case.pk, first.note, kind=NoteKind.CONTACT, actor=actor)
