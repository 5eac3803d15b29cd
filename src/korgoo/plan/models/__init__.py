from korgoo.plan.models.files import FixedReport, PlanImport
from korgoo.plan.models.reports import (
    Evidence,
    MeasureEntry,
    Report,
    ReportNote,
    ReportRound,
    SpentEntry,
    ValueEntry,
)
from korgoo.plan.models.tree import (
    BudgetLine,
    Indicator,
    Measure,
    MeasureBody,
    PlanVersion,
    Programme,
    RegionReporter,
    Task,
)

__all__ = [
    "BudgetLine",
    "Evidence",
    "FixedReport",
    "Indicator",
    "Measure",
    "MeasureBody",
    "MeasureEntry",
    "PlanImport",
    "PlanVersion",
    "Programme",
    "RegionReporter",
    "Report",
    "ReportNote",
    "ReportRound",
    "SpentEntry",
    "Task",
    "ValueEntry",
]
