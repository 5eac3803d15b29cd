from korgoo.plan.services.correcting import begin_correction
from korgoo.plan.services.drafting import (
    remove,
    save_indicator,
    save_line,
    save_measure,
    save_task,
)
from korgoo.plan.services.evidence import add_evidence, remove_evidence
from korgoo.plan.services.files import drop_file, keep_file, sweep_files, take_file
from korgoo.plan.services.fixing import fix_report, record_export
from korgoo.plan.services.reports import accept, comment, give_back, save_entry, send
from korgoo.plan.services.rounds import open_due, open_round
from korgoo.plan.services.versions import (
    add_programme,
    adopt_version,
    begin_version,
    drop_version,
    fill_draft,
    set_reporters,
)

__all__ = [
    "accept",
    "add_evidence",
    "add_programme",
    "adopt_version",
    "begin_correction",
    "begin_version",
    "comment",
    "drop_file",
    "drop_version",
    "fill_draft",
    "fix_report",
    "give_back",
    "keep_file",
    "open_due",
    "open_round",
    "record_export",
    "remove",
    "remove_evidence",
    "save_entry",
    "save_indicator",
    "save_line",
    "save_measure",
    "save_task",
    "send",
    "set_reporters",
    "sweep_files",
    "take_file",
]
