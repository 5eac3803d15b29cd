"""What other missions and the pages may ask of public information. Plain data out, never a model."""

from korgoo.rights.addresses import public_paths
from korgoo.rights.api.content import export, load_file, load_pack
from korgoo.rights.api.places import (
    Step,
    Trouble,
    destination,
    destinations,
    question,
    questions,
    step,
    steps,
)
from korgoo.rights.api.told import (
    Card,
    Found,
    cards_for,
    changed_on,
    find,
    items_for,
    numbers_for,
    replaced_by,
    statement,
    version,
)
from korgoo.rights.selectors import Waiting, waiting
from korgoo.rights.services import (
    Loaded,
    confirm_number,
    confirm_statement,
    expire_due,
    load,
    publish_due,
    sweep_files,
)
from korgoo.rights.telling import CallNumber, Place, Statement

__all__ = [
    "CallNumber",
    "Card",
    "Found",
    "Loaded",
    "Place",
    "Statement",
    "Step",
    "Trouble",
    "Waiting",
    "cards_for",
    "changed_on",
    "confirm_number",
    "confirm_statement",
    "destination",
    "destinations",
    "expire_due",
    "export",
    "find",
    "items_for",
    "load",
    "load_file",
    "load_pack",
    "numbers_for",
    "public_paths",
    "publish_due",
    "question",
    "questions",
    "replaced_by",
    "statement",
    "step",
    "steps",
    "sweep_files",
    "version",
    "waiting",
]
