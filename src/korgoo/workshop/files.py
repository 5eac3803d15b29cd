"""What a guideline is made of: files by name, each with the plain data that YAML would give.

Nothing here knows Django, and nothing changes what it is given.
"""

import re
from collections.abc import Mapping
from typing import Any

Data = dict[str, Any]
Files = Mapping[str, Any]

HEAD = "guideline.yaml"
VECTORS = "vectors.yaml"
_CATALOGUE = re.compile(r"^catalogues/([^/]+)/catalogue\.yaml$")
_SIGNS = "/indicators/"
_VIEW = re.compile(r"^views/([^/]+)\.yaml$")


def approving_mandates(head: Data | None) -> list[str]:
    """List the mandates of the organisations that must approve a change, as a head says it.

    Args:
        head: Data of the file with the head; None where there is none.
    """
    return [str(key) for key in (head or {}).get("approving_mandates") or ("coordinate",)]


def catalogue_keys(files: Files) -> list[str]:
    """List the catalogues of a guideline, by the names of their folders."""
    return sorted(found[1] for name in files if (found := _CATALOGUE.match(name)))


def view_keys(files: Files) -> list[str]:
    """List the views of a guideline, by the names of their files."""
    return sorted(found[1] for name in files if (found := _VIEW.match(name)))


def catalogue_file(catalogue: str) -> str:
    """Name the file with the head of a catalogue."""
    return f"catalogues/{catalogue}/catalogue.yaml"


def view_file(view: str) -> str:
    """Name the file of a view."""
    return f"views/{view}.yaml"


def indicator_files(files: Files, catalogue: str) -> list[str]:
    """List the files with the indicators of a catalogue, in the order in which they are read."""
    start = f"catalogues/{catalogue}{_SIGNS}"
    return sorted(name for name in files if name.startswith(start))


def indicators(files: Files, catalogue: str) -> list[tuple[str, Data]]:
    """List the indicators of a catalogue, each with the file in which it stands."""
    return [
        (name, record)
        for name in indicator_files(files, catalogue)
        for record in files[name].get("indicators") or ()
    ]


def indicator(files: Files, catalogue: str, code: str) -> Data | None:
    """Find an indicator by its code; None when the catalogue has none such."""
    return next((row for _name, row in indicators(files, catalogue) if row["code"] == code), None)


def count_indicators(files: Files) -> int:
    """Count the indicators of all catalogues, also of those without a head."""
    return sum(len(data.get("indicators") or ()) for name, data in files.items() if _SIGNS in name)


def vectors(files: Files) -> list[Data]:
    """List the test vectors: answers, and the outcome on which people agreed."""
    return list((files.get(VECTORS) or {}).get("vectors") or ())


def question_key(question: Data) -> str:
    """Say by which key others refer to a question."""
    return str(question.get("key") or question.get("indicator") or "")


def questions(view: Data) -> list[Data]:
    """List the questions of all pages of a view."""
    return [question for page in view.get("pages") or () for question in page["questions"]]


def codes_asked(view: Data) -> frozenset[str]:
    """List the codes of the indicators that a view asks about or carries on its card."""
    asked = {question["indicator"] for question in questions(view) if question.get("indicator")}
    for question in questions(view):
        for option in question.get("options") or ():
            asked |= set(option.get("sets") or {})
    return frozenset(asked | set((view.get("pocket") or {}).get("signs") or ()))


def provenance_of(files: Files, name: str, record: Data) -> Data:
    """Say where a record comes from: what it says itself, over what its file says for all."""
    head = files[name].get("provenance") or {}
    return {**head, **(record.get("provenance") or {})}
