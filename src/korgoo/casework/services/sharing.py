from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import attachments, facets, grants, legal, policies, selectors
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import Attached, NoticeKind, ShareGround
from korgoo.casework.models import Case, CaseParty, SharingAct
from korgoo.casework.services.consents import close_what_nothing_opens
from korgoo.casework.services.notices import tell
from korgoo.casework.services.parties import end_party
from korgoo.casework.traces import leave
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Working values of the platform; no law that we know of sets them.
LASTS = timedelta(days=7)
WAITS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SharingWish:
    """What one member wants to share without consent, with whom and why. The reason is sealed."""

    recipient_id: int
    ground: ShareGround
    facets: frozenset[Facet]
    reason: str


@transaction.atomic
def propose_sharing(case_id: UUID, wish: SharingWish, *, actor: "Actor") -> SharingAct:
    """Propose to share parts without consent. Nothing is shared before a second person agrees.

    Raises:
        NotFound: Not an own case.
        Forbidden: The recipient's mandate, the ground or the law does not reach these parts.
    """
    case = _own(case_id, actor)
    _check(case, wish.ground, wish.facets, wish.recipient_id)
    reason = attachments.seal_words(case, Attached.SHARING, wish.reason, actor=actor)
    act = SharingAct.objects.create(
        case=case,
        recipient_id=wish.recipient_id,
        ground=wish.ground,
        parts=sorted(wish.facets),
        reason=reason,
        proposed_at=clock.now(),
        proposed_by_id=actor.user_id,
    )
    leave(Event.SHARING_ASKED, case, actor=actor, other_id=wish.recipient_id, detail=wish.ground)
    return act


@transaction.atomic
def confirm_sharing(case_id: UUID, act_id: int, *, actor: "Actor") -> SharingAct:
    """Agree as the second person: the parts are shared now, for seven days.

    Raises:
        NotFound: Not an own case, or no such proposal.
        Forbidden: One's own proposal, one decided already or older than a day, or what no longer holds.
    """
    act = _waiting(case_id, act_id, actor)
    case = act.case
    _check(case, ShareGround(act.ground), act.facets, act.recipient_id)
    _party, act.made_party = CaseParty.objects.get_or_create(
        case=case,
        organisation_id=act.recipient_id,
        until=None,
        defaults={"since": clock.now()},
    )
    act.confirmed_at, act.confirmed_by_id = clock.now(), actor.user_id
    act.expires_at = clock.now() + LASTS
    act.save()
    facets.rekey(case, actor=actor)
    facets.share(case, act.facets, organisation_id=act.recipient_id, actor=actor)
    tell(case, NoticeKind.SHARED, organisation_id=act.recipient_id)
    leave(Event.SHARING_CONFIRMED, case, actor=actor, other_id=act.recipient_id, detail=act.ground)
    return act


@transaction.atomic
def refuse_sharing(case_id: UUID, act_id: int, *, actor: "Actor") -> SharingAct:
    """Say no as the second person, or take one's own proposal back.

    Raises:
        NotFound: Not an own case, or no such proposal.
        Forbidden: It was decided already.
    """
    act = _act(case_id, act_id, actor, even_closed=True)
    _need_state(act, "proposed")
    act.ended_at = clock.now()
    act.save(update_fields=["ended_at"])
    leave(
        Event.SHARING_REFUSED, act.case, actor=actor, other_id=act.recipient_id, detail=act.ground
    )
    return act


@transaction.atomic
def end_sharing(case_id: UUID, act_id: int, *, actor: "Actor") -> SharingAct:
    """End sharing before its time: the keys go at once.

    Raises:
        NotFound: Not an own case, or no such act.
        Forbidden: It is not in force.
    """
    act = _act(case_id, act_id, actor, even_closed=True)
    _need_state(act, "in_force")
    _end(act, actor)
    return act


@transaction.atomic
def note_telling(
    case_id: UUID, act_id: int, *, tell_on: date | None, actor: "Actor"
) -> SharingAct:
    """Note that the person was told, or when to ask again whether telling is safe.

    Args:
        case_id: An own case.
        act_id: The act.
        tell_on: The day to ask again; None when the person has been told.
        actor: Who notes it.

    Raises:
        NotFound: Not an own case, or no such act.
    """
    act = _act(case_id, act_id, actor, even_closed=True)
    act.is_person_told, act.tell_on = tell_on is None, tell_on
    act.told_at = clock.now() if tell_on is None else None
    act.save(update_fields=["is_person_told", "tell_on", "told_at"])
    leave(
        Event.SHARING_TOLD,
        act.case,
        actor=actor,
        other_id=act.recipient_id,
        detail="told" if tell_on is None else "not-yet",
    )
    return act


@transaction.atomic
def end_run_out_sharing() -> int:
    """End sharing without consent whose time is over. Run by the sweep, as often as wanted.

    Reading is refused from the minute it runs out; this takes the keys away as well.

    Returns:
        How many acts ended.
    """
    rows = SharingAct.objects.run_out(clock.now()).select_for_update(of=("self",))
    acts = list(rows.select_related("case"))
    for act in acts:
        _end(act, None)
    return len(acts)


def _end(act: SharingAct, actor: "Actor | None") -> None:
    case, recipient_id = act.case, act.recipient_id
    act.ended_at = clock.now()
    act.save(update_fields=["ended_at"])
    close_what_nothing_opens(case, recipient_id, actor)
    agreed = grants.scopes_in_force(case, recipient_id=recipient_id)
    if act.made_party and Scope.REFERRAL not in agreed:
        end_party(case, organisation_id=recipient_id, actor=actor)
    tell(case, NoticeKind.SHARED_ENDED, organisation_id=recipient_id)
    leave(Event.SHARING_ENDED, case, actor=actor, other_id=recipient_id, detail=act.ground)


def _check(case: Case, ground: ShareGround, wanted: frozenset[Facet], recipient_id: int) -> None:
    if recipient_id == case.owner_id:
        raise Forbidden(_("Choose another organisation than your own."))
    policies.share_without_consent(
        case,
        ground,
        wanted,
        mandates=access.card(recipient_id).mandates,
        has_legal_basis=legal.ground_of(ground).is_named,
    ).require()


def _waiting(case_id: UUID, act_id: int, actor: "Actor") -> SharingAct:
    act = _act(case_id, act_id, actor)
    _need_state(act, "proposed")
    policies.second_person(act.proposed_by_id, actor).require()
    if act.proposed_at + WAITS <= clock.now():
        raise Forbidden(_("This proposal is older than a day. Look again and propose it anew."))
    return act


def _need_state(act: SharingAct, state: str) -> None:
    if act.state != state:
        raise Forbidden(
            _("This has been decided meanwhile. Look at its page again: nothing was changed.")
        )


def _act(case_id: UUID, act_id: int, actor: "Actor", *, even_closed: bool = False) -> SharingAct:
    case = _own(case_id, actor, even_closed=even_closed)
    rows = SharingAct.objects.select_for_update(of=("self",)).filter(case=case, pk=act_id)
    act = rows.select_related("case").first()
    if act is None:
        raise NotFound(_("We found no such page."))
    return act


def _own(case_id: UUID, actor: "Actor", *, even_closed: bool = False) -> Case:
    return selectors.get_case(
        case_id,
        actor=actor,
        permission=Permission.SHARING_DECIDE,
        lock=True,
        even_closed=even_closed,
    )
