"""What other missions may ask of cases. Plain data out, never a model."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Event, Facet, Permission, Relation
from korgoo.casework import (
    facets,
    grants,
    oversight,
    policies,
    selectors,
    services,
    signals,
    status_names,
    steps,
    time_limits,
    traces,
)
from korgoo.casework.cards import (
    Agreement,
    CaseCard,
    CaseLine,
    ClockCard,
    NoticeCard,
    PersonsCase,
    RunningClock,
    RunningOut,
    SleepingCase,
    StatusCard,
    ToldSharing,
)
from korgoo.casework.enums import AgeBand, Danger, Matter, NoteKind, Procedural, Protection, Scope
from korgoo.casework.grounds import Purpose
from korgoo.casework.late_limits import LateGroup, LateLine, count_late, group_late, list_late
from korgoo.casework.models import Case, CaseClock, CaseParty, ConsentScope
from korgoo.casework.waking import DueClock, clocks_to_wake, codes_of, set_waking
from korgoo.countrypack import api as packs
from korgoo.identification.enums import AgeCheck
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict

__all__ = [
    "Agreement",
    "CaseCard",
    "CaseLine",
    "ClockCard",
    "DueClock",
    "LateGroup",
    "LateLine",
    "NoticeCard",
    "PersonsCase",
    "RunningClock",
    "RunningOut",
    "SleepingCase",
    "StatusCard",
    "ToldSharing",
    "add_correction",
    "add_party",
    "agreements",
    "allows_research",
    "assign",
    "case_card",
    "clocks_changed",
    "clocks_of_referral",
    "clocks_of_referrals",
    "clocks_to_wake",
    "close_case",
    "close_expired_consents",
    "closed_cases",
    "codes_of",
    "consents_running_out",
    "count_late",
    "count_own_clocks",
    "decide_status",
    "end_party",
    "end_run_out_sharing",
    "erase",
    "for_person",
    "group_late",
    "hold_case",
    "hold_for_job",
    "known_age",
    "known_among",
    "leave_trace",
    "list_late",
    "may_decide_status",
    "may_move_procedural",
    "may_seal",
    "open_cases_by_worker",
    "open_cases_of",
    "open_facet",
    "open_from_field",
    "own_cases",
    "own_cases_by_id",
    "parties_of",
    "parts_of",
    "passages",
    "presumed_since",
    "protection_name",
    "protection_of",
    "raise_overdue_glass",
    "recent",
    "recent_watched",
    "register_step",
    "rekey",
    "reopen_case",
    "restrict",
    "run_clock",
    "run_step",
    "scopes_in_force",
    "seal_passage",
    "set_waking",
    "shared_without_consent",
    "sleeping",
    "start_clock",
    "status_card",
    "stop_case_clocks",
    "stop_clock",
    "stop_clocks",
    "unread_notices",
    "was_refused",
    "withdraw_by_person",
    "without_closed",
]
Rows = TypeVar("Rows", bound="QuerySet[Any]")

clocks_changed = signals.clocks_changed
register_step = steps.register


def sleeping(*, actor: "Actor", most: int = 15) -> list[SleepingCase]:
    """List open cases that nobody has touched for long and no clock watches, the longest first."""
    rows = time_limits.list_sleeping(actor=actor, most=most)
    return [SleepingCase(row.pk, row.code, row.owner.name, row.touched_at) for row in rows]


def run_step(
    case_id: UUID, word: str, *, actor: "Actor | None", other_id: int | None = None
) -> None:
    """Start and stop the clocks that the pack ties to a step, where no trace says it.

    Args:
        case_id: In which case.
        word: The step as packs call it.
        actor: Whose step it is.
        other_id: The other organisation concerned.
    """
    services.run_step(_case(case_id), word, actor=actor, other_id=other_id)


def recent(*, actor: "Actor", most: int = 5) -> list[CaseLine]:
    """List the newest cases of the actor's organisation."""
    return [_line(row) for row in selectors.list_own_cases(actor=actor).cases[:most]]


def recent_watched(*, actor: "Actor", most: int = 5) -> list[CaseLine]:
    """List the newest cases of the whole mechanism, for the co-ordinator.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    return [_line(row) for row in selectors.list_watched_cases(actor=actor).cases[:most]]


def case_card(case_id: UUID, *, actor: "Actor", permission: Permission) -> CaseCard:
    """Describe a case for one purpose.

    Raises:
        NotFound: No such case, none the actor may know of, or not for this.
    """
    case = selectors.get_case(case_id, actor=actor, permission=permission)
    return _card(case, selectors.relation(case, actor=actor))


def hold_for_job(case_id: UUID) -> CaseCard:
    """Describe a case for the platform's own work, and hold it until the transaction ends."""
    return _card(Case.objects.select_for_update(of=("self",)).get(pk=case_id), Relation.NONE)


def own_cases_by_id(case_ids: "Iterable[UUID]", *, actor: "Actor") -> dict[UUID, CaseCard]:
    """Describe cases of the actor's own organisation by their numbers; others are left out."""
    rows = Case.objects.owned_by(actor.organisation_id).filter(pk__in=set(case_ids))
    return {row.pk: _card(row, Relation.OWNER) for row in rows}


def own_cases(case_codes: "Iterable[str]", *, actor: "Actor") -> dict[str, CaseCard]:
    """Find cases of the actor's own organisation by their codes.

    Args:
        case_codes: Nine digits each.
        actor: Who may fill in cards there.

    Returns:
        The cases found, by code. A case of others is missing as if there were none.
    """
    own = Case.objects.owned_by(actor.organisation_id).open_to(actor)
    rows = own.filter(code__in=set(case_codes))
    return {
        row.code: _card(row, Relation.OWNER)
        for row in rows
        if policy.decide(actor, Permission.SCREENING_FILL, Relation.OWNER)
    }


def open_from_field(*, channel: str, language: str, danger: Danger, actor: "Actor") -> UUID:
    """Open a case for a person whose questions were asked elsewhere, and brought in afterwards.

    Nothing but codes is known: what the person asks for was not among the questions.

    Args:
        channel: How the contact came.
        language: Code of the language that the person speaks best.
        danger: Was anyone in danger then?
        actor: Who brings the form in. Their organisation owns the case.

    Returns:
        The number of the case.

    Raises:
        NotFound: The actor may not open cases.
    """
    if not policy.may_enter(actor, Permission.CASE_OPEN):
        raise NotFound(_("We found no such page."))
    first = services.FirstContact(channel, language, danger, Matter.OTHER)
    return services.open_case(first, actor=actor).pk


def known_age(card: CaseCard) -> AgeCheck | None:
    """Say what a case tells of the age, so that it is not asked twice; None when it is open."""
    if card.age_band == AgeBand.UNKNOWN:
        return None
    if card.age_band == AgeBand.DOUBT:
        return AgeCheck.DOUBT
    return AgeCheck.CHILD if card.is_child else AgeCheck.ADULT


def scopes_in_force(case_id: UUID, *, recipient_id: int) -> frozenset[Scope]:
    """Say what the person agrees to share with an organisation now, for whatever purpose."""
    agreed = selectors.scopes_in_force(Case(pk=case_id), recipient_id=recipient_id)
    return agreed - {Scope.STATISTICS}


def allows_research(case_id: UUID, *, recipient_id: int) -> bool:
    """Tell whether the person agrees to be counted in research, without a name."""
    agreed = selectors.scopes_in_force(Case(pk=case_id), recipient_id=recipient_id)
    return Scope.STATISTICS in agreed


def consents_running_out(before: datetime) -> list[RunningOut]:
    """List consents in force that run out before a moment, the soonest first, for reminders."""
    return [
        RunningOut(
            act.case_id,
            act.case.code,
            act.case.owner_id,
            act.case.worker_id,
            act.recipient_id,
            act.purpose,
            act.expires_at,
        )
        for act in selectors.running_out(before=before)
        if act.expires_at is not None
    ]


def for_person(case_id: UUID) -> PersonsCase:
    """Say for the person's own page whose case it is and where it stands; the caller knows the code."""
    case = Case.objects.select_related("owner").get(pk=case_id)
    return PersonsCase(case.pk, case.owner_id, case.owner.name, case.protection)


def withdraw_by_person(
    case_id: UUID,
    *,
    recipient_id: int,
    purpose: str = "",
    scopes: frozenset[Scope] = frozenset(Scope),
) -> bool:
    """Take back, on the person's own page, what one organisation may know.

    Its keys go at once, it is told, and its open referrals end. The owner's next step seals the
    parts anew.

    Args:
        case_id: The case of the person whose code was right.
        recipient_id: From whom.
        purpose: A value of ``Purpose``; empty for everything.
        scopes: Which parts; with the referral everything shared for it goes too.

    Returns:
        Whether anything of it was in force.
    """
    gone = services.withdraw_by_person(
        case_id,
        scopes,
        recipient_id=recipient_id,
        purpose=Purpose(purpose) if purpose else None,
    )
    return bool(gone)


def agreements(case_id: UUID) -> list[Agreement]:
    """List for the person's own page what is allowed to whom and until when; the caller knows the code."""
    return selectors.list_agreements(Case(pk=case_id))


def shared_without_consent(case_id: UUID) -> list[ToldSharing]:
    """List what was shared without consent and the person was told of, for their own page."""
    return oversight.list_told_sharing(case_id)


def without_closed(rows: Rows, *, actor: "Actor") -> Rows:
    """Leave out another mission's rows of cases that a conflict of interest closes to a member.

    Args:
        rows: Of a model with a ``case`` or a ``case_id``.
        actor: For whom there are no such cases. No further query is asked.
    """
    return grants.without_closed(rows, actor=actor)


def closed_cases(*, actor: "Actor") -> frozenset[UUID]:
    """List the cases that a conflict of interest closes to a member: for them there are none."""
    return grants.closed_cases(actor=actor)


def unread_notices(*, actor: "Actor") -> list[NoticeCard]:
    """List what the actor's organisation is told about cases and nobody has read, newest first."""
    return oversight.list_notices(actor=actor)


def end_run_out_sharing() -> int:
    """End sharing without consent whose time is over; tell how many acts ended."""
    return services.end_run_out_sharing()


def raise_overdue_glass() -> int:
    """Raise the alarm for lone emergency openings that nobody confirmed; tell how many."""
    return services.raise_overdue_glass()


def was_refused(case_id: UUID, *, recipient_id: int) -> bool:
    """Tell whether the newest talk about an organisation ended in a no to asking it for help.

    Taking a yes back counts as a no; an agreement that ran out, or no talk at all, does not.
    """
    if Scope.REFERRAL in scopes_in_force(case_id, recipient_id=recipient_id):
        return False
    answers = ConsentScope.objects.filter(
        act__case_id=case_id, act__recipient_id=recipient_id, scope=Scope.REFERRAL
    )
    newest = answers.order_by("-act__recorded_at", "-act_id").first()
    return newest is not None and (not newest.is_given or newest.withdrawn_at is not None)


def parts_of(case_id: UUID, *, actor: "Actor") -> list[selectors.FacetState]:
    """Say of each sealed part what the actor may know and do.

    Raises:
        NotFound: No such case, or none the actor may know of.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_VIEW)
    return selectors.facet_states(case, actor=actor)


def open_facet(case_id: UUID, kind: Facet, *, actor: "Actor") -> facets.Payload | None:
    """Open a sealed part for a member who may read it now; leaves an audit row.

    Raises:
        NotFound: The case, the role, the relation or the consent does not allow it.
    """
    return services.open_facet(case_id, kind, actor=actor)


def hold_case(case_id: UUID, *, actor: "Actor", permission: Permission) -> CaseCard:
    """Describe a case for one purpose, and hold it until the deed is done: one deed after the other.

    Raises:
        NotFound: No such case, none the actor may know of, or not for this.
        Forbidden: The case is closed, and this is no deed for a closed case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=permission, lock=True)
    return _card(case, selectors.relation(case, actor=actor))


def parties_of(case_id: UUID) -> frozenset[int]:
    """Say which organisations take part in a case besides the owner. For who may know of all."""
    rows = CaseParty.objects.filter(case_id=case_id, until__isnull=True)
    return frozenset(rows.values_list("organisation_id", flat=True))


def may_seal(case_id: UUID, part: Facet, *, actor: "Actor") -> bool:
    """Tell whether a member may write to a sealed part of an own case: who gives no care, no health."""
    card = case_card(case_id, actor=actor, permission=Permission.CASE_VIEW)
    return bool(policy.decide(actor, Permission.FACET_WRITE, card.relation, part))


def seal_passage(
    case_id: UUID, text: str, *, kind: NoteKind, part: Facet, about: str, actor: "Actor"
) -> None:
    """Seal words of another mission into a part of an own case; empty words seal nothing.

    Args:
        case_id: The case.
        text: The words.
        kind: What they were written for.
        part: Where they belong: consent to this part is consent to these words.
        about: Number of the record they belong to, to find them again with ``passages``.
        actor: Who writes.

    Raises:
        NotFound: Not an own case, or a part that the actor may not write.
    """
    if text.strip() and not may_seal(case_id, part, actor=actor):
        raise NotFound(_("We found no such part."))
    services.add_note(case_id, text, kind=kind, part=part, about=about, actor=actor)


def passages(case_id: UUID, part: Facet, *, actor: "Actor") -> list[dict[str, str]]:
    """Open the passages of a sealed part, oldest first: when, kind, words, and what they are about.

    Raises:
        NotFound: The case, the role, the relation or the consent does not allow it.
    """
    opened = services.open_facet(case_id, part, actor=actor) or {}
    return [
        {name: str(note.get(name, "")) for name in ("at", "kind", "text", "about")}
        for note in opened.get("notes", [])
    ]


def add_party(case_id: UUID, *, organisation_id: int, actor: "Actor") -> frozenset[Facet]:
    """Let an organisation take part in a case; say which parts it can open."""
    return services.add_party(_case(case_id), organisation_id=organisation_id, actor=actor)


def end_party(case_id: UUID, *, organisation_id: int, actor: "Actor | None") -> None:
    """End an organisation's part in a case; what was shared is closed at once."""
    services.end_party(_case(case_id), organisation_id=organisation_id, actor=actor)


def rekey(case_id: UUID, *, actor: "Actor") -> int:
    """Give a new key to the parts that wait for one; only the owner's members can."""
    return facets.rekey(_case(case_id), actor=actor)


def leave_trace(
    event: Event,
    case_id: UUID,
    *,
    actor: "Actor | None",
    other_id: int | None = None,
    detail: str = "",
) -> None:
    """Record another mission's step in the audit trail and on the timeline of the case."""
    traces.leave(event, _case(case_id), actor=actor, other_id=other_id, detail=detail)


def start_clock(
    case_id: UUID,
    key: str,
    *,
    responsible_id: int,
    actor: "Actor | None",
    referral_id: UUID | None = None,
    urgency: str = "",
) -> None:
    """Start a clock of the pack, for a referral or for the case itself."""
    services.start_clock(
        _case(case_id),
        key,
        responsible_id=responsible_id,
        actor=actor,
        referral_id=referral_id,
        urgency=urgency,
    )


def close_expired_consents() -> int:
    """Take the keys away that consent gave for a time that is over; tell how many lost them."""
    return services.close_expired_consents()


def stop_clocks(
    case_id: UUID, key: str, *, actor: "Actor | None", referral_id: UUID | None = None
) -> None:
    """Stop the clock of that name that runs for a referral, or for the case itself."""
    services.stop_clocks(_case(case_id), key, actor=actor, referral_id=referral_id)


def known_among(case_ids: "Iterable[UUID]", *, actor: "Actor") -> frozenset[UUID]:
    """Tell of which of these cases the actor may know, in one query."""
    rows = Case.objects.visible_to(actor).filter(pk__in=set(case_ids))
    return frozenset(rows.values_list("pk", flat=True))


def stop_case_clocks(case_id: UUID, key: str, *, actor: "Actor") -> int:
    """Stop every running clock of that name in a case, whatever referral started it."""
    return services.stop_every_clock(_case(case_id), key, actor=actor)


def status_card(case_id: UUID, *, actor: "Actor", permission: Permission) -> StatusCard:
    """Say where a case stands on both axes, as far as the actor may know.

    Raises:
        NotFound: No such case, none the actor may know of, or not for this.
    """
    case = selectors.get_case(case_id, actor=actor, permission=permission)
    knows = selectors.may_see_procedural(case, actor=actor)
    return StatusCard(
        case.pk,
        case.code,
        case.owner_id,
        selectors.relation(case, actor=actor),
        case.is_child,
        case.language,
        case.protection,
        case.protection_words,
        case.protection_at,
        case.procedural if knows else "",
        case.procedural_words if knows else "",
        case.procedural_at if knows else None,
        case.is_demo,
    )


def presumed_since(case_id: UUID) -> datetime | None:
    """Say since when the person is presumed or identified a victim without a break; None: not now."""
    return selectors.presumed_since(_case(case_id))


def may_decide_status(case_id: UUID, status: Protection) -> "Verdict":
    """Say whether a decision could set this status now."""
    return policies.decide_status(_case(case_id), status)


def decide_status(case_id: UUID, status: Protection, *, decision_id: UUID, actor: "Actor") -> None:
    """Set the protection status that the deciding body decided, in its deed.

    Raises:
        Forbidden: The person withdrew or was lost meanwhile.
    """
    services.decide_status(case_id, status, decision_id=decision_id, actor=actor)


def protection_of(case_id: UUID) -> Protection:
    """Say the protection status of a case, for a deed that holds it."""
    return Protection(_case(case_id).protection)


def may_move_procedural(case_id: UUID, status: Procedural, *, actor: "Actor") -> bool:
    """Tell whether the actor could record this procedural status now."""
    case = _case(case_id)
    is_offered = status in policies.procedural_moves(case)
    return is_offered and selectors.may_record_procedural(case, actor=actor)


def protection_name(status: str) -> str:
    """Name a protection status as the country calls it, in the language of the page."""
    return status_names.protection(status)


def run_clock(case_id: UUID, key: str, *, actor: "Actor | None") -> RunningClock | None:
    """Start a clock of the pack that the owner of a case must mind; None when the pack has none."""
    if key not in packs.current().clocks:
        return None
    case = _case(case_id)
    row = services.start_clock(case, key, responsible_id=case.owner_id, actor=actor)
    return RunningClock(row.pk, row.due_at)


def stop_clock(clock_id: int, *, actor: "Actor | None") -> None:
    """Stop one clock, if it still runs."""
    services.stop_clock(clock_id, actor=actor)


def count_own_clocks(case_id: UUID, *, besides: "Iterable[int]" = ()) -> int:
    """Count the running clocks of a case that belong to no referral."""
    rows = CaseClock.objects.running().filter(case_id=case_id, referral_id__isnull=True)
    return rows.exclude(pk__in=list(besides)).count()


def assign(
    case_ids: "Mapping[UUID, int]", *, only_from: int | None = None, actor: "Actor"
) -> dict[UUID, int | None]:
    """Make members responsible for own cases; say who was before, where it changed.

    Args:
        case_ids: The new responsible member of each case.
        only_from: Leave alone what is no longer this member's.
        actor: Who does it.
    """
    return services.assign(case_ids, only_from=only_from, actor=actor)


def open_cases_by_worker(organisation_id: int) -> dict[int | None, int]:
    """Count the open cases of an organisation by responsible member."""
    return services.open_cases_by_worker(organisation_id)


def open_cases_of(worker_id: int, *, organisation_id: int) -> list[UUID]:
    """List the open cases for which a member is responsible, the oldest first."""
    rows = Case.objects.owned_by(organisation_id).worked_on_by(worker_id)
    return list(rows.order_by("opened_at", "pk").values_list("pk", flat=True))


def close_case(case_id: UUID, *, keep: "Collection[int]" = (), actor: "Actor") -> list[int]:
    """Close an own case; its own clocks stop but for those to keep. The caller records it.

    Returns:
        The clocks that were stopped.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_CLOSE, lock=True)
    return services.set_closed(case, is_closed=True, keep=keep)


def reopen_case(case_id: UUID, *, actor: "Actor") -> None:
    """Open a closed case of one's own again. The caller records it.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_REOPEN, lock=True)
    services.set_closed(case, is_closed=False)


def restrict(case_id: UUID, *, is_restricted: bool, actor: "Actor") -> None:
    """Leave what is kept of a case alone at the person's wish, or lift that. The caller records it.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.REQUEST_ANSWER, lock=True
    )
    services.set_restricted(case, is_restricted=is_restricted)


def add_correction(case_id: UUID, part: Facet, text: str, *, actor: "Actor") -> None:
    """Write a correction that the person asked for beside what stands in a sealed part.

    Raises:
        NotFound: Not an own case.
    """
    services.add_correction(case_id, part, text, actor=actor)


def erase(case_id: UUID, parts: frozenset[str]) -> frozenset[str]:
    """Erase parts of a case for ever (see ``casework.erasers.PARTS``). The caller has the right, and records it.

    Returns:
        The parts of which something was there.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    return services.erase(case, parts)


def clocks_of_referrals(referral_ids: "Iterable[UUID]") -> dict[UUID, ClockCard]:
    """Find the running clock of each referral (the soonest due), in one query."""
    rows = CaseClock.objects.running().filter(referral_id__in=list(referral_ids))
    found: dict[UUID, ClockCard] = {}
    for row in rows.order_by("due_at", "started_at"):
        if row.referral_id and row.referral_id not in found:
            found[row.referral_id] = ClockCard(
                row.key, row.responsible_id, row.started_at, row.due_at
            )
    return found


def clocks_of_referral(referral_id: UUID) -> list[ClockCard]:
    """List every running clock of one referral, the soonest due first."""
    rows = CaseClock.objects.running().filter(referral_id=referral_id)
    return [
        ClockCard(row.key, row.responsible_id, row.started_at, row.due_at)
        for row in rows.order_by("due_at", "started_at")
    ]


def _case(case_id: UUID) -> Case:
    return Case.objects.get(pk=case_id)


def _card(case: Case, relation: Relation) -> CaseCard:
    return CaseCard(
        case.pk,
        case.code,
        case.owner_id,
        relation,
        case.language,
        case.protection,
        case.sex,
        case.age_band,
        case.is_child,
        case.danger,
        case.is_demo,
        case.region,
        case.worker_id,
        case.touched_at,
        case.closed_at,
        case.restricted_at,
    )


def _line(row: Case) -> CaseLine:
    return CaseLine(
        row.pk,
        row.code,
        row.owner.name,
        row.opened_at,
        row.protection,
        row.protection_words,
    )
