"""Before saving: perhaps the person is known here already. Everything typed is kept; saving is one step away."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access.enums import Facet
from korgoo.casework import recognising, services
from korgoo.casework.forms import DetailsForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import QueryDict

    from korgoo.access.actor import Actor

ANSWER, SHOWN = "known", "known_shown"
NEW, SAME, LOOK = "new", "same", "look"
COMPARED = ("name", "other_names", "birth", "document_number", "phone")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the worker said of those that were shown: nothing yet, a deed, and which case it is about."""

    deed: str
    case_id: UUID | None
    shown: list[UUID]

    @classmethod
    def of(cls, post: "QueryDict") -> "Answer":
        """Read it from the form; garbage is no answer."""
        deed, _colon, case = post.get(ANSWER, "").partition(":")
        shown = [one for text in post.getlist(SHOWN) if (one := _uuid(text))]
        case_id = _uuid(case)
        if (deed in {SAME, LOOK} and case_id not in shown) or deed not in {NEW, SAME, LOOK}:
            return cls("", None, shown)
        return cls(deed, case_id, shown)

    @property
    def is_final(self) -> bool:
        """Tell whether it is said what to do: nothing more is asked."""
        return self.deed in {NEW, SAME}

    def remember(self, case_id: UUID, *, actor: "Actor") -> None:
        """Keep what was said, in the transaction that saves."""
        if self.is_final and self.shown:
            same = self.case_id if self.deed == SAME else None
            recognising.decide(case_id, same=same, shown=self.shown, actor=actor)


def perhaps_known(
    told: recognising.Told, answer: Answer, *, actor: "Actor"
) -> dict[str, Any] | None:
    """Say for the page who may be known here; None: save at once."""
    if answer.is_final or not (told.identity or told.contact):
        return None
    rows = recognising.who(told, actor=actor)
    if not rows:
        return None
    beside = answer.case_id if answer.deed == LOOK else None
    if beside not in {row.case_id for row in rows}:
        beside = None
    compared = _compared(beside, {**told.contact, **told.identity}, actor) if beside else []
    return {"rows": rows, "beside": beside, "compared": compared}


def _compared(case_id: UUID, typed: "Mapping[str, str]", actor: "Actor") -> list[dict[str, Any]]:
    """Open the other one's parts, with their audit rows, and lay them beside what was typed."""
    there: dict[str, Any] = {}
    for part in (Facet.CONTACT, Facet.IDENTITY):
        there |= services.open_facet(case_id, part, actor=actor) or {}
    rows = []
    for name in COMPARED:
        one, other = str(typed.get(name, "")), str(there.get(name, ""))
        if one or other:
            label = DetailsForm.base_fields[name].label
            differs = bool(one and other) and one.casefold().split() != other.casefold().split()
            rows.append({"label": label, "typed": one, "there": other, "differs": differs})
    return rows


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
