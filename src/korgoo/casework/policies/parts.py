"""Who may open and write the sealed parts."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Facet, Mandate, Permission, Relation
from korgoo.lib.verdict import Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Papers of health stand with health, evidence with the facts of the offence, the rest by itself.
WITH_PAPERS = (Facet.DOCUMENTS, Facet.HEALTH, Facet.CRIME)


def open_facet(actor: "Actor", relation: Relation, facet: Facet) -> Verdict:
    """Who may open a sealed part: the table, and consent on top for everybody but the owner."""
    return policy.decide(actor, Permission.FACET_OPEN, relation, facet)


def write_facet(actor: "Actor", relation: Relation, facet: Facet) -> Verdict:
    """Who may write a sealed part: the owner's members whose role and mandate reach it."""
    return policy.decide(actor, Permission.FACET_WRITE, relation, facet)


def break_glass(actor: "Actor", relation: Relation, facet: Facet) -> Verdict:
    """In an emergency a front-line member of a party may open what its organisation holds.

    Never an investigating body what is told for care: no emergency makes police a doctor.
    """
    if Mandate.INVESTIGATE in actor.mandates and facet in policy.CLOSED_TO_INVESTIGATORS:
        return Verdict(_("Your organisation may not read this part."))
    return policy.decide(actor, Permission.GLASS_BREAK, relation)


def keep_papers(actor: "Actor", part: Facet) -> Verdict:
    """Papers are kept in three parts, by an owner that may write there."""
    if part not in WITH_PAPERS:
        return Verdict(_("No papers are kept in this part."))
    return policy.decide(actor, Permission.FACET_WRITE, Relation.OWNER, part)
