"""What the person agreed to, and what is shared or opened without it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import pgettext_lazy

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Facet, Permission, Relation
from korgoo.casework import oversight, selectors, wording
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import Purpose
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.cards import Agreement
    from korgoo.casework.models import Case, GlassBreak, SharingAct

Row = dict[str, Any]
SOON = timedelta(days=14)
SHARING_STATES = {
    "proposed": pgettext_lazy("sharing without consent", "Waits for a second person"),
    "in_force": pgettext_lazy("sharing without consent", "In force"),
    "refused": pgettext_lazy("sharing without consent", "Refused"),
    "ended": pgettext_lazy("sharing without consent", "Ended"),
}
SHARING_TONES = {"proposed": "waiting", "in_force": "late", "refused": "closed", "ended": "closed"}
GLASS_STATES = {
    "asked": pgettext_lazy("emergency opening", "Waits for a second person"),
    "open_alone": pgettext_lazy("emergency opening", "Open, not confirmed"),
    "open": pgettext_lazy("emergency opening", "Open, confirmed"),
    "unconfirmed": pgettext_lazy("emergency opening", "Over, not confirmed"),
    "over": pgettext_lazy("emergency opening", "Over, confirmed"),
    "refused": pgettext_lazy("emergency opening", "Refused"),
}
GLASS_TONES = {
    "asked": "waiting",
    "open_alone": "late",
    "open": "active",
    "unconfirmed": "late",
    "over": "closed",
    "refused": "closed",
}


def consents_in_short(case: "Case") -> list[Row]:
    """Say for each organisation that was talked about what it may know now, and for what."""
    allowed: dict[int, list[Row]] = {}
    for one in selectors.list_agreements(case):
        allowed.setdefault(one.recipient_id, []).append(_agreement(one))
    return [
        {
            "id": recipient_id,
            "name": act.recipient.name,
            "at": act.recorded_at,
            "purposes": allowed.get(recipient_id, []),
        }
        for recipient_id, act in selectors.newest_talks(case).items()
    ]


def _agreement(one: "Agreement") -> Row:
    return {
        "purpose": str(Purpose(one.purpose).label),
        "given": [scope.label for scope in Scope if scope.value in one.scopes],
        "until": one.until,
        "is_soon": one.until is not None and one.until <= clock.now() + SOON,
    }


def sharing_of(case: "Case", actor: "Actor", stands: Relation) -> list[Row]:
    """Show to who decides on it what is shared without consent, after closing too."""
    may = policy.decide(actor, Permission.SHARING_DECIDE, stands)
    return sharing_in_short(case) if may else []


def sharing_in_short(case: "Case") -> list[Row]:
    """List what is shared, or proposed to be, without consent, for the page of the case."""
    return [
        sharing_row(act)
        for act in oversight.list_sharing(case)
        if act.state in {"proposed", "in_force"}
    ]


def sharing_row(act: "SharingAct") -> Row:
    """Describe one act of sharing without consent by its codes."""
    is_over = act.state == "in_force" and act.expires_at and act.expires_at <= clock.now()
    state = "ended" if is_over else act.state
    return {
        "id": act.pk,
        "case": act.case,
        "recipient": act.recipient.name,
        "ground": act.get_ground_display(),
        "parts": [wording.PARTS[Facet(part)] for part in act.parts],
        "state": state,
        "state_words": SHARING_STATES[state],
        "tone": SHARING_TONES[state],
        "at": act.confirmed_at or act.proposed_at,
        "until": act.expires_at,
        "is_told": act.is_person_told,
        "told_at": act.told_at,
        "tell_on": act.tell_on,
    }


def glass_row(row: "GlassBreak") -> Row:
    """Describe one emergency opening by its codes."""
    state = glass_state(row)
    return {
        "id": row.pk,
        "case": row.case,
        "who": access.member_name(row.user_id),
        "reason": row.get_reason_code_display(),
        "parts": [{"kind": kind, "name": wording.PARTS[Facet(kind)]} for kind in row.parts],
        "state": state,
        "state_words": GLASS_STATES[state],
        "tone": GLASS_TONES[state],
        "at": row.opened_at or row.asked_at,
        "until": row.ends_at,
        "is_alone": row.is_alone,
        "is_decided": row.second_id is not None,
    }


def glass_state(row: "GlassBreak") -> str:
    """Say where an emergency opening stands."""
    if row.refused_at is not None:
        return "refused"
    if row.ends_at is None:
        return "asked"
    is_open = row.ends_at > clock.now()
    if row.confirmed_at is None:
        return "open_alone" if is_open else "unconfirmed"
    return "open" if is_open else "over"
