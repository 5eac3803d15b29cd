from korgoo.casework.models.cases import Case, CaseParty, CaseQuerySet, TimelineEntry
from korgoo.casework.models.clocks import CaseClock
from korgoo.casework.models.consents import ConsentAct, ConsentScope
from korgoo.casework.models.decisions import CaseDecision
from korgoo.casework.models.facets import FacetWrap, SealedFacet
from korgoo.casework.models.filters import SavedFilter
from korgoo.casework.models.papers import SealedPaper

__all__ = [
    "Case",
    "CaseClock",
    "CaseDecision",
    "CaseParty",
    "CaseQuerySet",
    "ConsentAct",
    "ConsentScope",
    "FacetWrap",
    "SavedFilter",
    "SealedFacet",
    "SealedPaper",
    "TimelineEntry",
]
