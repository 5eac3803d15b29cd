from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Event, Facet, Permission, Relation
from korgoo.casework import grants, policies
from korgoo.casework.cards import Agreement
from korgoo.casework.enums import AWAY, Axis, Protection
from korgoo.casework.filters import USUAL, CaseFilter, Order, narrowed
from korgoo.casework.grants import consents_in_force, relation, scopes_in_force
from korgoo.casework.models import (
    Case,
    CaseDecision,
    ConsentAct,
    ConsentScope,
    ErasedFacet,
    SavedFilter,
    SealedPaper,
    StatusMove,
    TimelineEntry,
)
from korgoo.lib import clock
from korgoo.lib.dates import long_day
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import CaseQuerySet
    from korgoo.lib.verdict import Verdict

__all__ = [
    "CasePage",
    "FacetState",
    "consents_in_force",
    "count_papers",
    "decisions_after",
    "facet_states",
    "find_by_code",
    "get_case",
    "list_agreements",
    "list_consents",
    "list_filters",
    "list_own_cases",
    "list_timeline",
    "list_watched_cases",
    "may_read_facet",
    "own_cases",
    "parts_for_papers",
    "relation",
    "running_out",
    "scopes_in_force",
    "watched_cases",
]
PAGE = 25
OF_PARTS = (Event.FACET_WRITTEN, Event.PAPER_ADDED, Event.PAPER_REMOVED)


_on_the_page: "ContextVar[tuple[Case, Actor] | None]" = ContextVar(
    "case on the page", default=None
)


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of a list of cases, newest first. ``after`` asks for the next one; empty at the end."""

    cases: list[Case]
    after: str


@dataclass(frozen=True, slots=True)
class FacetState:
    """What the actor may know of one sealed part: is it written, may they open it, why not.

    ``why_not`` is empty when they may read the part, also when nothing was written yet; then
    ``reason`` says by what. ``is_held``: the actor's house holds a key of it. ``is_key_due``: its key is
    to be exchanged.
    """

    kind: Facet
    is_written: bool
    can_open: bool
    can_write: bool
    why_not: str
    reason: grants.Reason | None = None
    is_held: bool = False
    is_key_due: bool = False


def get_case(
    case_id: UUID,
    *,
    actor: "Actor",
    permission: Permission,
    lock: bool = False,
    even_closed: bool = False,
) -> Case:
    """Fetch a case for one purpose.

    Args:
        case_id: As in the address.
        actor: Who asks.
        permission: What for.
        lock: Hold the row until the transaction ends.
        even_closed: The deed may be done after the case was closed too.

    Raises:
        NotFound: No such case, none they may know of, or not for this.
        Forbidden: The case is closed, or restricted at the person's wish.
    """
    case = None if lock else _read_already(case_id, actor)
    if case is None:
        rows = Case.objects.visible_to(actor).select_related("owner")
        if lock:
            rows = rows.select_for_update(of=("self",))
        case = rows.filter(pk=case_id).first()
    if case is None or not policy.decide(actor, permission, relation(case, actor=actor)):
        raise NotFound(_("We found no such case."))
    if not even_closed:
        policies.go_on(case, permission).require()
    return case


@contextmanager
def reading(case: Case, *, actor: "Actor") -> Iterator[None]:
    """Let the missions that show parts of one page have its case without fetching it anew each.

    Args:
        case: Fetched for this reader, in this request.
        actor: The reader; for anybody else it is fetched as ever.
    """
    token = _on_the_page.set((case, actor))
    try:
        yield
    finally:
        _on_the_page.reset(token)


def _read_already(case_id: UUID, actor: "Actor") -> Case | None:
    on_the_page = _on_the_page.get()
    if on_the_page is None:
        return None
    case, reader = on_the_page
    return case if case.pk == case_id and reader is actor else None


def find_by_code(code: str, *, actor: "Actor") -> Case:
    """Fetch a case by its code (nine digits).

    Raises:
        NotFound: No such case, or none they may know of.
    """
    case = Case.objects.visible_to(actor).filter(code=code).first()
    if case is None:
        raise NotFound(_("We found no such case."))
    return get_case(case.pk, actor=actor, permission=Permission.CASE_VIEW)


def list_own_cases(*, actor: "Actor", after: str = "", wanted: CaseFilter = USUAL) -> CasePage:
    """List the cases that the actor's organisation owns, a page at a time.

    Args:
        actor: Who asks.
        after: ``CasePage.after`` of the page before; garbage starts from the top.
        wanted: Which of them, and in which order.
    """
    return _page(own_cases(actor=actor, wanted=wanted), after, wanted)


def list_watched_cases(*, actor: "Actor", after: str = "", wanted: CaseFilter = USUAL) -> CasePage:
    """List the cases of the whole mechanism for the co-ordinator.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    return _page(watched_cases(actor=actor, wanted=wanted), after, wanted)


def own_cases(*, actor: "Actor", wanted: CaseFilter) -> "CaseQuerySet":
    """Give the actor's own cases that fit a wish, in no order."""
    rows = Case.objects.owned_by(actor.organisation_id).open_to(actor).select_related("owner")
    return narrowed(rows, wanted, actor=actor, moment=clock.now())


def watched_cases(*, actor: "Actor", wanted: CaseFilter) -> "CaseQuerySet":
    """Give all cases that fit a wish, in no order, for the co-ordinator.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    if not policy.decide(actor, Permission.CASE_WATCH, Relation.NONE):
        raise NotFound(_("We found no such page."))
    rows = Case.objects.open_to(actor).select_related("owner")
    return narrowed(rows, wanted, actor=actor, moment=clock.now())


def list_filters(*, actor: "Actor", is_watch: bool) -> list[SavedFilter]:
    """List the wishes that the actor keeps for a list, the oldest first."""
    return list(
        SavedFilter.objects.filter(
            user_id=actor.user_id, organisation_id=actor.organisation_id, is_watch=is_watch
        )
    )


def list_timeline(case: Case, *, actor: "Actor", most: int = 100) -> list[TimelineEntry]:
    """List what happened in a case as far as the actor may know, newest first.

    A receiver does not learn which other organisations were asked, or agreed to.

    Args:
        case: The caller fetched it for the actor.
        actor: Who reads.
        most: How many steps at most.
    """
    rows = TimelineEntry.objects.filter(case=case).select_related("organisation", "other")
    stands = relation(case, actor=actor)
    if stands is not Relation.OWNER:
        rows = rows.exclude(event=Event.REFERRAL_DRAFTED)  # a draft is its writer's alone
    if stands is Relation.RECEIVER:
        own, opened = actor.organisation_id, grants.reasons(case, actor=actor)
        # What is closed to a receiver is not known to be written either.
        rows = rows.exclude(Q(event__in=OF_PARTS) & ~Q(detail__in=list(opened)))
        rows = rows.filter(Q(other__isnull=True) | Q(other_id=own) | Q(organisation_id=own))
    if not may_see_procedural(case, actor=actor):
        rows = rows.exclude(event=Event.CASE_PROCEDURAL_CHANGED)
    return list(rows[:most])


def may_see_procedural(case: Case, *, actor: "Actor", stands: Relation | None = None) -> bool:
    """Tell whether the actor may know where the person stands in criminal proceedings.

    Who gives services need not ask, and does not learn.

    Args:
        case: The case.
        actor: Who asks.
        stands: What their organisation is to the case, when that is known already.
    """
    stands = stands or relation(case, actor=actor)
    return bool(policy.decide(actor, Permission.PROCEDURAL_VIEW, stands))


def may_record_procedural(case: Case, *, actor: "Actor") -> bool:
    """Tell whether the actor may record where the person stands in criminal proceedings."""
    shared = grants.shared_facets(case, organisation_id=actor.organisation_id)
    return bool(policies.record_procedural(actor, relation(case, actor=actor), shared))


def get_for_procedural(case_id: UUID, *, actor: "Actor") -> Case:
    """Fetch and hold a case whose procedural status the actor may record.

    Raises:
        NotFound: No such case for them, or not theirs to record.
    """
    case = get_case(case_id, actor=actor, permission=Permission.PROCEDURAL_RECORD, lock=True)
    if not may_record_procedural(case, actor=actor):
        raise NotFound(_("We found no such case."))
    return case


def list_moves(case: Case, *, actor: "Actor") -> list[StatusMove]:
    """List the history of both statuses, newest first; of proceedings nothing to who need not know."""
    rows = StatusMove.objects.filter(case=case).select_related("organisation")
    if not may_see_procedural(case, actor=actor):
        rows = rows.filter(axis=Axis.PROTECTION)
    return list(rows)


def stood_before(case: Case) -> Protection | None:
    """Say where a case stood before the person left or was lost; None when they are there."""
    if case.protection not in AWAY:
        return None
    rows = StatusMove.objects.filter(case=case, axis=Axis.PROTECTION).exclude(before__in=AWAY)
    before = rows.values_list("before", flat=True).first()
    return Protection(before) if before else None


def presumed_since(case: Case) -> datetime | None:
    """Say since when the person has been presumed or identified a victim, without a break."""
    since = None
    for row in StatusMove.objects.filter(case=case, axis=Axis.PROTECTION):
        if row.after not in (Protection.PRESUMED, Protection.IDENTIFIED):
            break
        since = row.at
    return since


def list_agreements(case: Case) -> list[Agreement]:
    """List what the person allows now, by organisation and purpose, the newest talk first."""
    rows = ConsentScope.objects.in_force(clock.now()).filter(act__case=case)
    talks: dict[int, tuple[ConsentAct, list[str]]] = {}
    for row in rows.select_related("act__recipient").order_by("-act_id", "pk"):
        talks.setdefault(row.act_id, (row.act, []))[1].append(row.scope)
    return [
        Agreement(
            act.recipient_id,
            act.recipient.name,
            act.purpose,
            tuple(scopes),
            act.recorded_at,
            act.expires_at,
        )
        for act, scopes in talks.values()
    ]


def list_consents(case: Case) -> list[ConsentAct]:
    """List every talk about consent, newest first, with its answers."""
    rows = ConsentAct.objects.filter(case=case).select_related("recipient")
    return list(rows.prefetch_related("scopes"))


def newest_talks(case: Case) -> dict[int, ConsentAct]:
    """Find the newest talk about each organisation, without its answers; the newest first."""
    newest: dict[int, ConsentAct] = {}
    for act in ConsentAct.objects.filter(case=case).select_related("recipient"):
        newest.setdefault(act.recipient_id, act)
    return newest


def facet_states(case: Case, *, actor: "Actor") -> list[FacetState]:
    """Say of each sealed part what the actor may know and do, and why."""
    stands = relation(case, actor=actor)
    opened = grants.reasons(case, actor=actor)
    written = dict(case.facets.values_list("kind", "is_rekey_due"))
    held = grants.held(case, actor=actor)
    states = []
    erased = _erased(case)
    goes_on = bool(policies.go_on(case, Permission.FACET_WRITE))
    for kind in Facet:
        verdict = policies.open_facet(actor, stands, kind)
        is_keyless = kind in written and kind not in held
        why_not = _why_not(verdict, is_open=kind in opened, is_keyless=is_keyless)
        if not why_not and kind in erased and kind not in written:
            why_not = _("Erased on %(day)s: nobody can open it any more.") % {"day": erased[kind]}
        is_known = not why_not and kind in written
        can_write = goes_on and bool(policies.write_facet(actor, stands, kind))
        reason = opened.get(kind)
        states.append(
            FacetState(
                kind,
                is_written=is_known,
                can_open=is_known,
                can_write=can_write,
                why_not=why_not,
                reason=reason,
                is_held=kind in held,
                is_key_due=written.get(kind, False),
            )
        )
    return states


def parts_for_papers(case: Case, *, actor: "Actor") -> list[Facet]:
    """List the parts of a case in which the actor may keep papers."""
    if not policies.go_on(case, Permission.FACET_WRITE):
        return []
    stands = relation(case, actor=actor)
    return [
        part
        for part in policies.WITH_PAPERS
        if stands is Relation.OWNER and policies.keep_papers(actor, part)
    ]


def count_papers(case: Case) -> dict[Facet, int]:
    """Count the papers of a case by part, for who may know of the parts."""
    rows = (
        SealedPaper.objects.filter(case=case)
        .values_list("part")
        .order_by("part")
        .annotate(number=Count("pk"))
    )
    return {Facet(part): number for part, number in rows}


def may_read_facet(case: Case, kind: Facet, *, actor: "Actor") -> bool:
    """Tell whether a part is open to the actor now, by whatever ground."""
    return kind in grants.reasons(case, actor=actor)


def _erased(case: Case) -> dict[str, str]:
    rows = ErasedFacet.objects.filter(case=case).order_by("erased_at")
    return {row.kind: long_day(timezone.localdate(row.erased_at)) for row in rows}


def _why_not(verdict: "Verdict", *, is_open: bool, is_keyless: bool) -> str:
    """Say why a part cannot be opened; empty when it can, or was never written."""
    if not is_open:
        if not verdict:
            return str(verdict.reason)
        return str(_("The person did not agree to share this with your organisation."))
    if is_keyless:
        return str(_("The key of this part was not passed on yet. Ask the owner of the case."))
    return ""


def running_out(*, before: datetime, organisation_id: int | None = None) -> list[ConsentAct]:
    """List talks that allow something now and run out before a moment, the soonest first.

    Args:
        before: Until when to look ahead.
        organisation_id: Only cases that this organisation owns; None for all, for reminders.
    """
    rows = ConsentAct.objects.running_out(before, now=clock.now())
    if organisation_id is not None:
        rows = rows.filter(case__owner_id=organisation_id)
    return list(rows.select_related("case", "recipient").order_by("expires_at", "pk"))


def _page(rows: "CaseQuerySet", after: str, wanted: CaseFilter) -> CasePage:
    is_resting = wanted.order == Order.RESTING
    mark = _read_mark(after)
    if mark:
        at, pk = mark
        # Engines use the index for the first bound, and check the rest row by row.
        if is_resting:
            rows = rows.filter(touched_at__gte=at)
            rows = rows.filter(Q(touched_at__gt=at) | Q(touched_at=at, pk__gt=pk))
        else:
            rows = rows.filter(opened_at__lte=at)
            rows = rows.filter(Q(opened_at__lt=at) | Q(opened_at=at, pk__lt=pk))
    rows = rows.longest_resting_first() if is_resting else rows.newest_first()
    found = list(rows[: PAGE + 1])
    if len(found) <= PAGE:
        return CasePage(found, "")
    last = found[PAGE - 1]
    at = last.touched_at if is_resting else last.opened_at
    return CasePage(found[:PAGE], f"{at.isoformat()}~{last.pk}")


def _read_mark(after: str) -> tuple[datetime, UUID] | None:
    at, _tilde, pk = after.partition("~")
    try:
        moment = datetime.fromisoformat(at.replace(" ", "+"))
        return (moment, UUID(pk)) if moment.tzinfo else None
    except ValueError:
        return None


def decisions_after(screening_id: UUID) -> list[CaseDecision]:
    """List the decisions after one card, newest first. The caller may read the card."""
    return list(CaseDecision.objects.filter(screening_id=screening_id))
