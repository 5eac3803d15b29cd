"""Values that can be compared: without defaults, without spaces around words, one name for each."""

from collections.abc import Mapping
from typing import Any

from korgoo.workshop.files import Data

# Written by the adoption, from what the draft and the two persons say.
SET_BY_ADOPTION = frozenset({"edition", "valid_from", "legal_basis"})
# Names of the record itself, and lists whose entries are things of their own.
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "head": SET_BY_ADOPTION,
    "catalogue": frozenset({"dimensions", "elements"}),
    "dimension": frozenset({"key"}),
    "element": frozenset({"key"}),
    "indicator": frozenset({"code"}),
    "view": frozenset({"pages"}),
    "page": frozenset({"questions"}),
    "question": frozenset({"key", "options"}),
    "option": frozenset({"key"}),
    "vector": frozenset({"key"}),
}
# Values that hold several, each changed by itself.
OPENED = frozenset({"weights", "sets", "advice", "answers", "pocket"})
DEFAULTS: Mapping[str, Any] = {"rule": "weighted", "kind": "indicator", "at_least": 1}


def plain(value: Any) -> Any:
    """Give a value as it is compared: no spaces around words, no empty parts, lists for tuples."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        parts = {str(key): plain(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if not _is_nothing(part)}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value


def fields_of(record: Data, what: str) -> dict[str, Any]:
    """Give the values of a record by name, without those that say only what holds anyway."""
    left_out = LEFT_OUT.get(what, frozenset())
    found: dict[str, Any] = {}
    for name, raw in record.items():
        value = plain(raw)
        if name in left_out or _is_nothing(value) or value == DEFAULTS.get(name):
            continue
        if name in OPENED and isinstance(value, dict):
            found |= {f"{name}.{key}": part for key, part in value.items()}
        else:
            found[name] = value
    return found


def _is_nothing(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})
