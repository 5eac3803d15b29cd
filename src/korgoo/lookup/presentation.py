"""What the pages show: hits in words, cases put together, how far a new key is."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.by_two import ChangeState
from korgoo.lib.errors import NotFound
from korgoo.lookup import policies, reader, selectors
from korgoo.lookup.enums import Kind
from korgoo.lookup.models import CaseEncoding, HouseTally, KeyRotation, MatchingKey
from korgoo.lookup.wording import agrees, strength_words

if TYPE_CHECKING:
    from django.http import QueryDict

    from korgoo.access.actor import Actor
    from korgoo.lookup.forms import OtherCaseForm
    from korgoo.lookup.reader import Reading
    from korgoo.lookup.services.looking import Opened

MOST = 10
LABELS = {
    "name": _("Name, or what to call the person"),
    "other_names": _("Other names and spellings"),
    "birth": _("Date or year of birth"),
    "document_kind": _("Kind of document"),
    "document_number": _("Number of the document"),
    "phone": _("Telephone"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One own case that was found: code, status, day; no name."""

    case_id: UUID
    code: str
    status: str
    opened_on: date
    agrees: str
    address: str


def lines_of(text: str, *, actor: "Actor") -> list[Line]:
    """Find own cases by whatever was typed, the best first."""
    readings = reader.read(text)
    hits = selectors.find(readings, actor=actor, most=MOST)
    kinds = {UUID(hit.case): frozenset(Kind(one) for one in hit.kinds) for hit in hits}
    by_code = casework.own_lines((), case_codes=_codes(readings), actor=actor)
    lines = casework.own_lines(kinds, actor=actor) | by_code
    order = [*by_code, *(case_id for case_id in kinds if case_id not in by_code)]
    said = dict.fromkeys(by_code, frozenset({Kind.CODE})) | {
        case_id: kinds[case_id] | ({Kind.CODE} if case_id in by_code else set())
        for case_id in kinds
    }
    return [
        Line(
            case_id,
            lines[case_id].spoken_code,
            lines[case_id].protection_words,
            timezone.localdate(lines[case_id].opened_at),
            agrees(said[case_id]),
            reverse("casework:case", args=[case_id]),
        )
        for case_id in order
        if case_id in lines
    ]


def progress(*, actor: "Actor") -> dict[str, int]:
    """Count own cases that can be found under the newest key, and those with a person in them."""
    newest = MatchingKey.objects.first()
    rows = CaseEncoding.objects.filter(owner_id=actor.organisation_id, key=newest)
    known = casework.count_with_a_person(actor=actor)
    return {"found": min(rows.count(), known), "known": known}


def houses() -> list[dict[str, Any]]:
    """Say of each organisation how many people are in code under the newest key, and under older ones."""
    newest = MatchingKey.objects.first()
    tallies = list(HouseTally.objects.all())
    names = {row.owner_id: row.owner.name for row in HouseTally.objects.select_related("owner")}
    return [
        {
            "name": names[row.owner_id],
            "new": CaseEncoding.objects.filter(owner_id=row.owner_id, key=newest).count(),
            "old": CaseEncoding.objects.filter(owner_id=row.owner_id).exclude(key=newest).count(),
            "waits": row.waits_for_key,
        }
        for row in tallies
    ]


def of_case(case_id: UUID, *, actor: "Actor") -> list[dict[str, Any]]:
    """Show on the page of an own case which cases it was put together with."""
    if not policy.may_enter(actor, Permission.CASE_OPEN):
        return []
    links = selectors.parts_of(case_id)
    others = {row.lead_id if row.part_id == case_id else row.part_id for row in links}
    lines = casework.own_lines(others, actor=actor) if others else {}
    return [
        {
            "is_part": row.part_id == case_id,
            "part_id": row.part_id,
            "code": line.spoken_code,
            "address": reverse("casework:case", args=[line.id]),
            "day": timezone.localdate(row.linked_at),
            "may_undo": bool(policies.take_apart(row, now=clock.now())),
        }
        for row in links
        if (line := lines.get(row.lead_id if row.part_id == case_id else row.part_id))
    ]


def _codes(readings: "list[Reading]") -> list[str]:
    return [one.code for one in readings if one.code]


def person(opened: "Opened") -> dict[str, Any]:
    """Write out who was opened, for the page of one hit."""
    rows = [
        {"name": str(label), "value": str(opened.parts[name])}
        for name, label in LABELS.items()
        if opened.parts.get(name)
    ]
    address = reverse("casework:case", args=[opened.case_id])
    return {"code": opened.code, "address": address, "rows": rows, "id": opened.case_id}


def answer_of(post: "QueryDict") -> tuple[str, UUID | None]:
    """Read which button was pressed, and for which case; garbage is none."""
    deed, _colon, case = post.get("known", "").partition(":")
    try:
        return deed, UUID(case)
    except ValueError:
        return "", None


def own_case(case_id: UUID, form: "OtherCaseForm", *, actor: "Actor") -> UUID | None:
    """Find another own case by the code in a form; where there is none, the form says so."""
    found = casework.own_lines((), case_codes=[form.cleaned_data["other_code"]], actor=actor)
    other = next((one for one in found if one != case_id), None)
    if other is None:
        form.add_error(
            "other_code", _("We found no other case of your organisation with this code.")
        )
    return other


def like(case_id: UUID, *, actor: "Actor", chosen: UUID | None = None) -> dict[str, Any]:
    """List own cases that may be of the same person as one of them.

    Args:
        case_id: An own case.
        actor: A member of its owner.
        chosen: Another own case that is looked at, also when it is not found alike.

    Raises:
        NotFound: Not an own case.
    """
    here = casework.own_lines([case_id], actor=actor).get(case_id)
    if here is None:
        raise NotFound(_("We found no such case."))
    found = selectors.similar(case_id, actor=actor, own=True)
    said = {one.case_id: (strength_words(one.strength), agrees(one.kinds)) for one in found}
    if chosen is not None:
        said.setdefault(chosen, ("", ""))
    lines = casework.own_lines(said, actor=actor)
    rows = [
        {
            "case_id": other,
            "code": lines[other].spoken_code,
            "address": reverse("casework:case", args=[other]),
            "strength": strength,
            "agrees": what,
        }
        for other, (strength, what) in said.items()
        if other in lines
    ]
    return {"case_id": case_id, "code": here.spoken_code, "rows": rows}


def beside(other_id: UUID | None, both: "tuple[Opened, Opened]") -> dict[str, Any]:
    """Lay two persons side by side, with what differs marked."""
    here, there = both
    rows = []
    for name, label in LABELS.items():
        one, other = str(here.parts.get(name, "")), str(there.parts.get(name, ""))
        if one or other:
            differs = bool(one and other) and one.casefold().split() != other.casefold().split()
            rows.append({"label": str(label), "here": one, "there": other, "differs": differs})
    return {"case_id": other_id, "rows": rows}


def of_key(*, actor: "Actor") -> dict[str, Any]:
    """Say how the matching key stands, and what this person may do about it."""
    newest = MatchingKey.objects.filter(ended_at__isnull=True).first()
    proposed = KeyRotation.objects.filter(state=ChangeState.PROPOSED).first()
    rows = houses()
    return {
        "generation": newest,
        "proposed": proposed,
        "may_confirm": bool(proposed and policies.confirm_change(proposed, user_id=actor.user_id)),
        "houses": rows,
        "is_changing": any(row["old"] for row in rows),
    }
