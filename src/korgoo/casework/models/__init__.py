from korgoo.casework.models.attachments import SealedAttachment
from korgoo.casework.models.cases import Case, CaseParty, CaseQuerySet, TimelineEntry
from korgoo.casework.models.clocks import CaseClock, ClockExtension, ClockPause
from korgoo.casework.models.conflicts import ConflictMark
from korgoo.casework.models.consents import ConsentAct, ConsentScope
from korgoo.casework.models.decisions import CaseDecision
from korgoo.casework.models.facets import ErasedFacet, FacetWrap, SealedFacet
from korgoo.casework.models.filters import SavedFilter
from korgoo.casework.models.glass import GlassBreak
from korgoo.casework.models.moves import StatusMove
from korgoo.casework.models.notices import CaseNotice
from korgoo.casework.models.papers import SealedPaper
from korgoo.casework.models.sharing import SharingAct

__all__ = [
    "Case",
    "CaseClock",
    "CaseDecision",
    "CaseNotice",
    "CaseParty",
    "CaseQuerySet",
    "ClockExtension",
    "ClockPause",
    "ConflictMark",
    "ConsentAct",
    "ConsentScope",
    "ErasedFacet",
    "FacetWrap",
    "GlassBreak",
    "SavedFilter",
    "SealedAttachment",
    "SealedFacet",
    "SealedPaper",
    "SharingAct",
    "StatusMove",
    "TimelineEntry",
]
