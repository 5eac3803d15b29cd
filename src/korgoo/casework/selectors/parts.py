"""The sealed parts of a case: what a member may know of each, and why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet, Permission, Relation
from korgoo.casework import grants, policies
from korgoo.casework.grants import relation
from korgoo.casework.models import Case, ErasedFacet, SealedPaper
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict


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
