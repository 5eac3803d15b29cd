from korgoo.plan.forms.drafting import IndicatorForm, LineForm, MeasureForm, TaskForm
from korgoo.plan.forms.plans import (
    AdoptionForm,
    FileForm,
    FixForm,
    ProgrammeForm,
    ReportersForm,
)
from korgoo.plan.forms.reporting import (
    CommentForm,
    CorrectionForm,
    EntryForm,
    EvidenceForm,
    ReturnForm,
)

__all__ = [
    "AdoptionForm",
    "CommentForm",
    "CorrectionForm",
    "EntryForm",
    "EvidenceForm",
    "FileForm",
    "FixForm",
    "IndicatorForm",
    "LineForm",
    "MeasureForm",
    "ProgrammeForm",
    "ReportersForm",
    "ReturnForm",
    "TaskForm",
]
