"""The sealed parts of a case."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Facet, Permission
from korgoo.casework import facets, selectors, services, written
from korgoo.casework.api._found import case_of
from korgoo.casework.api.cases import case_card
from korgoo.casework.enums import NoteKind
from korgoo.casework.models import Case, SealedFacet
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor
    from korgoo.casework.models import CaseQuerySet


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


def add_correction(case_id: UUID, part: Facet, text: str, *, actor: "Actor") -> None:
    """Write a correction that the person asked for beside what stands in a sealed part.

    Raises:
        NotFound: Not an own case.
    """
    services.add_correction(case_id, part, text, actor=actor)


def rekey(case_id: UUID, *, actor: "Actor") -> int:
    """Give a new key to the parts that wait for one; only the owner's members can."""
    return facets.rekey(case_of(case_id), actor=actor)


def people_of(case_ids: "Iterable[UUID]", *, actor: "Actor") -> list[written.Person]:
    """Open who the people of own cases are, to be encoded and never shown; leaves audit rows.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or a seal does not fit.
    """
    rows = Case.objects.owned_by(actor.organisation_id).filter(pk__in=list(case_ids))
    return facets.people(rows, actor=actor)


def cases_with_a_person(*, actor: "Actor", without: "QuerySet[Any]", most: int) -> list[UUID]:
    """List own cases in which it is written who the person is or how to reach them.

    Args:
        actor: A case that a conflict of interest closes to them is left out.
        without: Numbers of cases to leave out (a query).
        most: How many at once.
    """
    return list(_with_a_person(actor).exclude(pk__in=without).values_list("pk", flat=True)[:most])


def count_with_a_person(*, actor: "Actor") -> int:
    """Count own cases in which it is written who the person is or how to reach them."""
    return _with_a_person(actor).count()


def has_both_names_and_contact(case_id: UUID) -> bool:
    """Tell whether both parts that name a person are written."""
    rows = SealedFacet.objects.filter(case_id=case_id, kind__in=sorted(written.TOLD))
    return rows.count() == len(written.TOLD)


def _with_a_person(actor: "Actor") -> "CaseQuerySet":
    told = SealedFacet.objects.filter(case_id=OuterRef("pk"), kind__in=sorted(written.TOLD))
    return Case.objects.owned_by(actor.organisation_id).open_to(actor).filter(Exists(told))
