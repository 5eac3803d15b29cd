"""What the pages show: to the person, and to who works on the case."""

from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.casework import api as casework
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import Purpose, ShareGround
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.mypage import selectors, services, wording
from korgoo.mypage.enums import Author, Said
from korgoo.referral import api as referral
from korgoo.referral.enums import ReferralState

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.mypage.visits import Visit

Row = dict[str, Any]
OVER = frozenset({ReferralState.DECLINED, ReferralState.WITHDRAWN, ReferralState.EXPIRED})


def page_of_person(visit: "Visit") -> Row:
    """Gather what the person may know of their case."""
    case = casework.for_person(visit.case_id)
    said = Said(visit.session.said)
    return {
        "case": case,
        "status": wording.status_words(case.protection),
        "asked": [_asked(row) for row in referral.for_person(case.id)],
        "agreements": [_agreement(row) for row in casework.agreements(case.id)],
        "exceptions": [_exception(row) for row in casework.shared_without_consent(case.id)],
        "appointments": [_appointment(*pair) for pair in services.read_appointments(visit)],
        "answers": [{"at": r.at, "text": p["text"]} for r, p in services.read_answers(visit)],
        "written": _written(case.id),
        "said": said.label if said else "",
        "said_well": said not in {Said.NOTHING, Said.TOO_LATE},
        "numbers": wording.numbers("emergency", "help"),
    }


def harmless() -> Row:
    """Gather the page behind the other code: what anybody may read, and the numbers everybody knows.

    A helpline's name would say what the page is about.
    """
    return {"numbers": wording.numbers("emergency")}


def of_case(case_id: UUID, *, actor: "Actor") -> list[Row]:
    """Describe the person's page for the page of a case; empty for who may not know of it."""
    try:
        casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    except NotFound:
        return []
    pages = selectors.pages_of(case_id)
    page = next((one for one in pages if one.cancelled_at is None), None)
    # Nobody writes or asks who never had a page; what came under an earlier code stays.
    had_page = bool(pages)
    return [
        {
            "page": page,
            "is_open": page is not None and page.expires_at > clock.now(),
            "waits_until": _waits_until(page),
            "new": len(selectors.new_messages(case_id)) if had_page else 0,
            "requests": selectors.open_requests(case_id) if had_page else [],
            "days": [row.day for row in selectors.list_appointments(case_id)],
        }
    ]


def messages_of_case(case_id: UUID, *, actor: "Actor") -> list[Row]:
    """Open the messages of a case for its owner; each leaves an audit row."""
    rows = services.open_messages(case_id, actor=actor)
    return [
        {
            "at": row.at,
            "is_persons": row.author == Author.PERSON,
            "by": access.member_name(row.by_id) if row.by_id else "",
            "is_new": row.author == Author.PERSON and row.noted_at is None,
            **payload,
        }
        for row, payload in rows
    ]


def appointments_of_case(case_id: UUID, *, actor: "Actor") -> list[Row]:
    """Open the appointments of a case for its owner; each leaves an audit row."""
    rows = services.open_appointments(case_id, actor=actor)
    return [{"id": row.pk, **_appointment(row, payload)} for row, payload in rows]


def _asked(row: referral.PersonsReferral) -> Row:
    is_still_needed = row.state is ReferralState.IN_SERVICE and row.helped in {"no", "partly"}
    words = wording.STILL_NEEDED if is_still_needed else wording.STATES.get(row.state, "")
    return {
        "id": row.id,
        "receiver": row.receiver,
        "kind": wording.kind_words(row.kind),
        "words": str(words),
        "awaits_word": row.awaits_word,
        "is_over": row.state in OVER,
    }


def _agreement(row: casework.Agreement) -> Row:
    parts = [{"value": s, "words": wording.scope_words(Scope(s))} for s in row.scopes]
    return {
        "id": row.recipient_id,
        "name": row.recipient,
        "purpose": row.purpose,
        "what_for": str(Purpose(row.purpose).label),
        "parts": parts,
        "since": row.since,
        "until": row.until,
    }


def _exception(row: casework.ToldSharing) -> Row:
    return {
        "name": row.recipient,
        "ground": str(ShareGround(row.ground).label),
        "since": row.since,
        "until": row.until,
    }


def _appointment(row: Any, payload: Row) -> Row:
    with_id = payload.get("with")
    found = access.cards([with_id]) if with_id else {}
    return {
        "day": row.day,
        "hour": time.fromisoformat(payload["hour"]),
        "with": found[with_id].name if with_id in found else "",
        "words": payload.get("words", ""),
    }


def _written(case_id: UUID) -> list[datetime]:
    rows = selectors.list_messages(case_id)
    return [row.at for row in rows if row.author == Author.PERSON]


def _waits_until(page: Any) -> datetime | None:
    if page is None or page.waits_until is None:
        return None
    until: datetime = page.waits_until
    return until if until > clock.now() else None
