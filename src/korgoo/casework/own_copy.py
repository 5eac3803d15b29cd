"""Everything that is kept of a person, opened for the person: the way to their own data."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access import policy
from korgoo.access.enums import Facet, Permission, Relation
from korgoo.casework import papers, presentation, selectors, services, wording
from korgoo.casework.enums import NoteKind, PaperKind

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Copy:
    """What is kept of one person, in the language of the page, and as it is stored.

    Attributes:
        code: of the case, in groups of three digits.
        facts: coded facts, as {name, value}.
        parts: sealed parts, as {title, lines, notes}; notes as {at, kind, text}.
        allowed: what who may know, as {name, purposes}.
        steps: what happened, as {title, when, by}, newest first.
        stored: the same as stored, for a machine.
        is_whole: False when somebody of another role has to open the rest.
    """

    code: str
    facts: list[Row]
    parts: list[Row]
    allowed: list[Row]
    steps: list[Row]
    stored: Row
    is_whole: bool


def gather(case_id: UUID, *, actor: "Actor") -> Copy:
    """Open everything that is kept of a person in an own case; each part leaves its audit row.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.REQUEST_ANSWER)
    states = selectors.facet_states(case, actor=actor)
    opened = {
        state.kind: services.open_facet(case_id, state.kind, actor=actor) or {}
        for state in states
        if state.can_open
    }
    return Copy(
        code=case.spoken_code,
        facts=presentation.coded_facts(case),
        parts=[_part(kind, payload) for kind, payload in opened.items()],
        allowed=presentation.consents_in_short(case),
        steps=[presentation.step(row) for row in selectors.list_timeline(case, actor=actor)],
        stored={"case": case.code, "coded": _coded(case), "sealed": _stored(opened)},
        is_whole=all(
            policy.decide(actor, Permission.FACET_OPEN, Relation.OWNER, k) for k in Facet
        ),
    )


def _stored(opened: dict[Facet, Row]) -> dict[str, Row]:
    """Give the parts as they are stored, but for the keys of papers: those open ciphertext only here."""
    return {
        kind.value: payload
        | {
            papers.PAPERS: [
                {name: value for name, value in row.items() if name != "key"}
                for row in payload.get(papers.PAPERS, [])
            ]
        }
        for kind, payload in opened.items()
    }


def _part(kind: Facet, payload: Row) -> Row:
    lines = [
        {"name": str(wording.FIELDS.get(name, name)), "value": str(value)}
        for name, value in payload.items()
        if name not in {"notes", papers.PAPERS} and value
    ]
    kept = [
        {"name": str(PaperKind(row["kind"]).label), "value": row["title"] or row["media_type"]}
        for row in payload.get(papers.PAPERS, [])
    ]
    return {
        "title": str(wording.PARTS[kind]),
        "lines": lines + kept,
        "notes": notes_of(payload),
    }


def notes_of(payload: Row) -> list[Row]:
    """List the passages of a sealed part, newest first."""
    kinds = dict(NoteKind.choices)
    return [
        {
            "at": datetime.fromisoformat(row["at"]),
            "kind": str(kinds.get(row["kind"], row["kind"])),
            "text": row["text"],
        }
        for row in reversed(payload.get("notes", []))
    ]


def _coded(case: "Case") -> Row:
    names = ("opened_at", "closed_at", "channel", "language", "danger", "matter", "protection")
    more = ("procedural", *services.CODED)
    return {name: getattr(case, name) for name in (*names, *more)}
