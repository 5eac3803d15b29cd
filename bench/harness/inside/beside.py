"""What stands beside cases in the tables: consents, referrals, clocks, moves, sealed parts, gaps.

Written from the cases themselves; ``c.n`` is the number of a case. What is still under way goes with the
open cases, everything else is over.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import models

from harness.inside.rows import Sql, insert, month, one_of
from korgoo.access.enums import Event
from korgoo.access.models import Organisation
from korgoo.casework.enums import Axis, Protection, ProtectionGround
from korgoo.casework.models import (
    CaseClock,
    CaseParty,
    ConsentAct,
    ConsentScope,
    FacetWrap,
    SealedFacet,
    StatusMove,
    TimelineEntry,
)
from korgoo.closing.models import Closure
from korgoo.demo import people
from korgoo.directory.models import Gap
from korgoo.lib import clock
from korgoo.mypage.models import DataRequest
from korgoo.referral.enums import LIVE, Urgency
from korgoo.referral.models import Referral

RECEIVERS = (people.CLINIC, people.LINE, people.SHELTER, people.OSH_CENTRE)
KIND = "shelter"
ASKED, LATE, LACKING, ASLEEP, REQUESTED = 2, 20, 20, 41, 501  # one case in so many
SEALED, WRAPPED = bytes(300), bytes(80)


CASE_ID, OWNER, OPENED, CLOSED = (
    Sql(f"c.{name}") for name in ("id", "owner_id", "opened_at", "closed_at")
)
IS_ASKED = f"(c.n / 2) % {ASKED} = 0"
IS_LIVE = f"{IS_ASKED} AND c.closed_at IS NULL"


def fill(codes: tuple[str, str]) -> None:
    """Add the rows that belong to the cases whose codes lie between these two."""
    now, receiver = clock.now(), _receiver()
    for deed in (_moves, _timeline, _clocks, _sealed, _closures):
        deed(codes, now)
    _consents(codes, receiver, now)
    _referrals(codes, receiver)
    _gaps(codes)
    _requests(codes)


def _moves(codes: tuple[str, str], _now: datetime) -> None:
    moved = {"before": Protection.CONTACT, "after": Sql("c.protection")}
    _write(
        StatusMove,
        codes,
        f"c.protection <> '{Protection.CONTACT}'",
        case=CASE_ID,
        axis=Axis.PROTECTION,
        ground=ProtectionGround.CARD,
        at=OPENED,
        by_id=1,
        organisation=OWNER,
        **moved,
    )


def _timeline(codes: tuple[str, str], _now: datetime) -> None:
    told = (Event.CASE_OPENED, Event.FACET_WRITTEN, Event.CONSENT_RECORDED, Event.REFERRAL_SENT)
    for event in told:
        detail = "identity" if event == Event.FACET_WRITTEN else ""
        where = IS_ASKED if event in told[2:] else ""
        row = {"case": CASE_ID, "at": OPENED, "organisation": OWNER, "event": event}
        _write(TimelineEntry, codes, where, **row, detail=detail)


def _clocks(codes: tuple[str, str], now: datetime) -> None:
    """Let one clock tick in most open cases, and leave a stopped one in each closed case."""
    row = {"case": CASE_ID, "responsible": OWNER, "started_at": OPENED}
    is_open = f"c.closed_at IS NULL AND c.n % {ASLEEP} <> 2"
    stopped = {"due_at": CLOSED, "stopped_at": CLOSED}
    closed = "c.closed_at IS NOT NULL"
    _write(CaseClock, codes, closed, key="shelter_first_stay", **row, **stopped)
    # Everybody was told of a late one; each of the others wakes somebody three days before its end.
    ends = [now + timedelta(days=day) for day in range(5, 65, 3)]
    marks, is_late = one_of(["%s"] * len(ends), f"c.n / {LATE}"), f"c.n % {LATE} = 1"
    wakes = [end - timedelta(days=3) for end in ends]
    due = Sql(f"CASE WHEN {is_late} THEN c.opened_at ELSE {marks} END", ends)
    wake = Sql(f"CASE WHEN NOT ({is_late}) THEN {marks} END", wakes)
    row |= {"referral_id": Sql(f"CASE WHEN {IS_ASKED} THEN c.id END"), "key": "referral_answer"}
    _write(CaseClock, codes, is_open, due_at=due, wake_at=wake, **row)


def _sealed(codes: tuple[str, str], _now: datetime) -> None:
    written = {"version": 1, "sealed": SEALED, "written_at": OPENED, "written_by_id": 1}
    _write(SealedFacet, codes, "", case=CASE_ID, kind="identity", is_rekey_due=False, **written)
    _write(
        FacetWrap,
        codes,
        "",
        joined="JOIN casework_sealedfacet f ON f.case_id = c.id"
        " JOIN access_organisationkey k ON k.organisation_id = c.owner_id AND k.retired_at IS NULL",
        facet=Sql("f.id"),
        organisation=OWNER,
        organisation_key=Sql("k.id"),
        version=1,
        wrapped=WRAPPED,
    )


def _closures(codes: tuple[str, str], _now: datetime) -> None:
    row = {"case": CASE_ID, "organisation": OWNER, "closed_at": CLOSED, "closed_by_id": 1}
    words = {"reason": "goal", "last_risk": "safe", "left_open": [], "ground": ""}
    _write(Closure, codes, "c.closed_at IS NOT NULL", **row, **words)


def _consents(codes: tuple[str, str], receiver: Sql, now: datetime) -> None:
    """Write down a talk about each organisation that was asked; a talk stands for a year."""
    ends = Sql(
        "CASE WHEN c.closed_at IS NULL THEN %s ELSE c.closed_at END", [now + timedelta(days=365)]
    )
    act = {"case": CASE_ID, "recipient": receiver, "purpose": "help", "language": "ky"}
    talk = {"had_interpreter": False, "told": [], "proof": "witness", "capacity": "able"}
    at = {"recorded_at": OPENED, "recorded_by_id": 1, "expires_at": ends, "decider": ""}
    _write(ConsentAct, codes, IS_ASKED, **act, **talk, **at)
    for scope in ("referral", "identity", "contact"):
        row = {"act": Sql("a.id"), "scope": scope, "is_given": scope != "contact"}
        joined = "JOIN casework_consentact a ON a.case_id = c.id"
        _write(ConsentScope, codes, "", joined=joined, **row)


def _referrals(codes: tuple[str, str], receiver: Sql) -> None:
    """Send one to the organisation that was agreed to; it has the number of its case."""
    over, live = "CASE WHEN c.closed_at IS NULL THEN %s ELSE %s END", sorted(LIVE)
    state = Sql(
        f"CASE WHEN c.closed_at IS NOT NULL THEN 'confirmed' ELSE {one_of(live, 'c.n / 4')} END"
    )
    only_over = {
        "helped": Sql(over, ["", "yes"]),
        "confirmed_how": Sql(over, ["", "phone"]),
        "closed_at": CLOSED,
        "completed_at": CLOSED,
    }
    asked = {"kind": KIND, "needs": ["safe_place"], "cautions": [], "questions": []}
    who = {"case": CASE_ID, "sender": OWNER, "receiver": receiver, "created_by_id": 1}
    when = {"created_at": OPENED, "sent_at": OPENED}
    none = {"needs_interpreter": False, "needs_transport": False, "is_on_paper": False}
    more = {"people": 1, "children": 0, "wrong_codes": 0, "decline_reason": ""}
    more |= {"confirmation_hash": "", "number": Sql("c.code"), "id": CASE_ID}
    urgency = Sql(one_of(Urgency.values, "c.n / 8"))
    given = {"state": state, "urgency": urgency, **who, **when, **asked, **none, **more}
    _write(Referral, codes, IS_ASKED, **given, **only_over)
    row = {"case": CASE_ID, "organisation": receiver, "since": OPENED, "until": CLOSED}
    _write(CaseParty, codes, IS_ASKED, **row)


def _gaps(codes: tuple[str, str]) -> None:
    """Note in the month of a case that nobody had a shelter."""
    who = {"id": CASE_ID, "case_id": CASE_ID, "organisation": OWNER, "region": Sql("c.region")}
    what = {"kind": KIND, "urgency": "now", "reason": "no_place", "people": 1}
    group = Sql(one_of(("women", "men", "families", "children", ""), "c.n / 40"))
    row = {**who, **what, "group": group, "month": month("c.opened_at"), "at": OPENED}
    _write(Gap, codes, f"c.n % {LACKING} = 3", **row)


def _requests(codes: tuple[str, str]) -> None:
    """Let some persons have asked for their data; in open cases nobody has noted it yet."""
    row = {"id": CASE_ID, "case": CASE_ID, "kind": "see", "asked_at": OPENED, "noted_at": CLOSED}
    _write(DataRequest, codes, f"c.n % {REQUESTED} = 4", **row)


def _receiver() -> Sql:
    """Ask another organisation than the owner: one of four, or the next of them."""
    found = dict(Organisation.objects.filter(code__in=RECEIVERS).values_list("code", "pk"))
    ids = [found[code] for code in RECEIVERS]
    one = one_of(ids, "c.n / 4")
    return Sql(
        f"CASE WHEN c.owner_id = ({one}) THEN {one_of([*ids[1:], ids[0]], 'c.n / 4')} ELSE {one} END"
    )


def _write(
    model: type[models.Model],
    codes: tuple[str, str],
    where: str,
    *,
    joined: str = "",
    **given: Any,
) -> None:
    """Write a row for each of these cases that the condition keeps; what is not given stays empty."""
    body = "SELECT *, CAST(substr(code, 1, 8) AS INTEGER) AS n FROM casework_case"
    condition = f"WHERE {where}" if where else ""
    kept = f"FROM ({body} WHERE code >= %s AND code < %s) c {joined} {condition}"
    insert(model, kept, codes, **given)
