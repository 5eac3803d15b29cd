"""What the schema found wrong, in plain words."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from korgoo.countrypack.reading.items import name_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WRONG_KIND = {
    "string_type": "must be text; put it in quotes",
    "string_too_short": "must not be empty",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "tuple_type": "must be a list",
    "mapping_type": "must be a set of named values",
    "dict_type": "must be a set of named values",
    "model_type": "must be a set of named values",
    "model_attributes_type": "must be a set of named values",
    "too_short": "must not be empty",
}
_RULES = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "literal_error": "not-allowed",
    "string_pattern_mismatch": "wrong-form",
    "date": "date",
    "duration": "duration",
}


def in_words(error: "ErrorDetails", fields: Mapping[str, object]) -> tuple[str, str]:
    """Put one error of the schema into plain words.

    Args:
        error: as pydantic gives it.
        fields: names that the record knows, to suggest the one that was meant.

    Returns:
        The rule and the sentence.
    """
    kind = error["type"]
    name = name_of(error["loc"]) or "the record"
    if kind == "missing":
        return "missing", f"'{name}' is missing"
    if kind == "extra_forbidden":
        return "unknown-field", f"'{name}' is not known here{_meant(error['loc'][-1], fields)}"
    if error["input"] is None:
        return "empty", f"'{name}' is empty"
    if kind in _WRONG_KIND:
        return "wrong-kind", f"'{name}' {_WRONG_KIND[kind]}"
    if kind.startswith("date_"):
        return "date", f"'{name}': write a date like 2011-11-18"
    if kind == "literal_error":
        return "not-allowed", f"'{name}' is {error['input']!r}; allowed: {_allowed(error)}"
    return _RULES.get(kind, "wrong-value"), f"'{name}': {error['msg']}"


def _meant(name: object, fields: Mapping[str, object]) -> str:
    close = get_close_matches(str(name), list(fields), n=1)
    return f"; was '{close[0]}' meant?" if close else ""


def _allowed(error: "ErrorDetails") -> str:
    return str(error.get("ctx", {}).get("expected", "")).replace("'", "")
