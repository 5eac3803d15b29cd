"""Plans and their versions: begun, changed as a draft, adopted from a day, never changed after."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.plan import policies, regions, selectors, turns
from korgoo.plan.enums import VersionState
from korgoo.plan.models import PlanVersion, Programme
from korgoo.plan.services import writing
from korgoo.plan.tree import Names, TreeFacts

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

TAKEN_CODE = _("Another plan stands under this code.")
HAS_DRAFT = _("A draft is there already. Go on with that one, or throw it away first.")


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """What is told of a new plan. ``collector_id``: the organisation that collects its reports."""

    code: str
    names: Names
    first_day: date
    last_day: date
    collector_id: int
    document: str = ""
    is_fictitious: bool = False


@dataclass(frozen=True, slots=True)
class AdoptionFacts:
    """From which day a draft is in force, by which document, and what it changes in words."""

    day: date
    document: str
    summary: str = ""


@transaction.atomic
def add_programme(facts: ProgrammeFacts, *, actor: "Actor | None") -> Programme:
    """Enter a plan, with an empty draft of its first version.

    Raises:
        Forbidden: The actor may not keep plans, or not for this organisation.
        DomainError: Its code is that of another plan, or its days do not fit.
    """
    policies.keep(actor, facts.collector_id).require()
    if facts.last_day < facts.first_day:
        raise DomainError(_("The last day lies before the first one."))
    if Programme.objects.filter(code=facts.code).exists():
        raise DomainError(TAKEN_CODE)
    programme = Programme.objects.create(
        code=facts.code,
        collector_id=facts.collector_id,
        first_day=facts.first_day,
        last_day=facts.last_day,
        is_fictitious=facts.is_fictitious,
        added_at=clock.now(),
    )
    _new_draft(programme, 1, facts.names, facts.document)
    audit.record(Event.PLAN_PROGRAMME_ADDED, actor=actor, target=programme)
    return programme


@transaction.atomic
def begin_version(code: str, *, actor: "Actor | None") -> PlanVersion:
    """Begin the next version of a plan as a copy of the one adopted last.

    Raises:
        NotFound: No such plan, or not for this actor.
        Forbidden: The actor does not keep the plan.
        DomainError: There is a draft already.
    """
    programme = selectors.get_programme(code, actor=actor, lock=True)
    policies.keep(actor, selectors.keeper_of(programme)).require()
    if programme.versions.filter(state=VersionState.DRAFT).exists():
        raise DomainError(HAS_DRAFT)
    last = selectors.newest_adopted(programme)
    draft = _new_draft(programme, (last.number if last else 0) + 1, last.names if last else {}, "")
    if last:
        writing.write_tree(draft, selectors.read_tree(last))
    audit.record(Event.PLAN_VERSION_BEGUN, actor=actor, target=draft, detail=str(draft.number))
    return draft


@transaction.atomic
def fill_draft(code: str, tree: TreeFacts, *, actor: "Actor | None") -> PlanVersion:
    """Put a whole plan into the draft, in the place of what stood there.

    Raises:
        NotFound: There is no draft, or the actor does not keep the plan.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    writing.write_tree(draft, tree)
    touch(draft)
    audit.record(Event.PLAN_VERSION_CHANGED, actor=actor, target=draft, detail="all")
    return draft


@transaction.atomic
def set_reporters(code: str, reporters: dict[str, int], *, actor: "Actor | None") -> PlanVersion:
    """Say in the draft which organisation reports for which region.

    Raises:
        NotFound: There is no draft, or the actor does not keep the plan.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    writing.write_reporters(draft, reporters)
    touch(draft)
    audit.record(Event.PLAN_VERSION_CHANGED, actor=actor, target=draft, detail="reporters")
    return draft


@transaction.atomic
def adopt_version(code: str, facts: AdoptionFacts, *, actor: "Actor | None") -> PlanVersion:
    """Let the draft come into force on a day. From then on it never changes.

    Raises:
        NotFound: There is no draft, or the actor does not keep the plan.
        Forbidden: The day does not fit, or somebody who must report is not named.
        DomainError: It changes a version before, and does not say in words what.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    programme, last = draft.programme, selectors.newest_adopted(draft.programme)
    _check_adoption(draft, last, facts)
    draft.state, draft.in_force_from = VersionState.ADOPTED, facts.day
    draft.document, draft.summary = facts.document, facts.summary
    draft.adopted_at = draft.changed_at = clock.now()
    draft.adopted_by_id = actor.user_id if actor else None
    draft.save()
    audit.record(Event.PLAN_VERSION_ADOPTED, actor=actor, target=draft, detail=programme.code)
    return draft


def _check_adoption(draft: PlanVersion, last: PlanVersion | None, facts: AdoptionFacts) -> None:
    tree = selectors.read_tree(draft)
    policies.adopt(
        facts.day,
        first_day=draft.programme.first_day,
        last_day=draft.programme.last_day,
        newest=last.in_force_from if last else None,
        is_empty=not tree.measures,
    ).require()
    places = [code for one in tree.measures.values() for code in one.regions]
    silent = turns.silent_regions(places, tree.reporters)
    policies.adopt_parts(
        unowned=[code for code, one in tree.measures.items() if not one.responsible],
        silent=[regions.name(one) for one in silent],
    ).require()
    if last and not facts.summary.strip():
        raise DomainError(_("Write what changes, in words."))


@transaction.atomic
def drop_version(code: str, *, actor: "Actor") -> None:
    """Throw the draft of a plan away.

    Raises:
        NotFound: There is no draft, or the actor does not keep the plan.
    """
    draft = selectors.get_draft(code, actor=actor, lock=True)
    programme = draft.programme
    try:
        draft.delete()
    except ProtectedError as error:  # a round names it: it was adopted after all
        raise DomainError(_("This version is in use.")) from error
    audit.record(Event.PLAN_VERSION_DROPPED, actor=actor, target=programme)


def touch(draft: PlanVersion) -> None:
    """Note that a draft changed, in the transaction of the deed."""
    draft.changed_at = clock.now()
    draft.save(update_fields=["changed_at"])


def _new_draft(programme: Programme, number: int, names: Names, document: str) -> PlanVersion:
    return PlanVersion.objects.create(
        programme=programme,
        number=number,
        state=VersionState.DRAFT,
        document=document,
        changed_at=clock.now(),
        **writing.names(names),
    )
