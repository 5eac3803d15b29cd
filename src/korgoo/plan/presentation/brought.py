"""A plan that was brought as a file: what it would put into the draft, or what is wrong with it."""

from typing import Any

from korgoo.plan import selectors, wording
from korgoo.plan.comparing import compare
from korgoo.plan.lists.faults import Fault
from korgoo.plan.models import PlanImport
from korgoo.plan.presentation import changes
from korgoo.plan.tree import TreeFacts

TONES = {"waiting": "waiting", "taken": "good", "refused": "late", "dropped": "closed"}


def file_page(row: PlanImport) -> dict[str, Any]:
    """Describe a file that was brought."""
    page: dict[str, Any] = {
        "file": row,
        "state": row.get_state_display(),
        "tone": TONES[row.state],
        "faults": fault_rows([Fault.from_data(one) for one in row.faults]),
        "counts": None,
        "changes": [],
    }
    return page | _preview(row) if row.is_waiting else page


def fault_rows(faults: list[Fault]) -> list[list[str]]:
    """Lay out what is wrong: in which cell, what stands there, what is expected."""
    return [
        [
            fault.cell or wording.NOT_SAID,
            fault.column or wording.NOT_SAID,
            fault.found or wording.NOT_SAID,
            str(wording.RULES[fault.rule]),
        ]
        for fault in faults
    ]


def _preview(row: PlanImport) -> dict[str, Any]:
    """Compare the file with what the draft holds now."""
    new = TreeFacts.from_data(row.rows)
    old = selectors.read_tree(row.version)
    # Who reports for regions does not stand in a file: it stays.
    new = TreeFacts(new.tasks, old.reporters)
    measures = new.measures.values()
    return {
        "counts": {
            "tasks": len(new.tasks),
            "measures": len(new.measures),
            "indicators": sum(len(one.indicators) for one in measures),
            "lines": sum(len(one.lines) for one in measures),
        },
        "changes": changes.lay_out(compare(old, new)),
    }
