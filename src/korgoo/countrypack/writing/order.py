"""The order in which a record is written: that of its schema, whatever order it was stored in."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from korgoo.countrypack.schema.base import Data, Text
from korgoo.countrypack.schema.catalogues import CatalogueHead, IndicatorData
from korgoo.countrypack.schema.guideline import GuidelineHead, Vector
from korgoo.countrypack.schema.provenance import Provenance
from korgoo.countrypack.schema.views import ViewData


class _IndicatorFile(Data):
    provenance: Provenance
    indicators: tuple[IndicatorData, ...]


class _VectorFile(Data):
    provenance: Provenance
    vectors: tuple[Vector, ...]


def model_of(name: str) -> type[Data]:
    """Say what a file of a guideline holds, by its name."""
    if name == "guideline.yaml":
        return GuidelineHead
    if name == "vectors.yaml":
        return _VectorFile
    if name.startswith("views/"):
        return ViewData
    return CatalogueHead if name.endswith("/catalogue.yaml") else _IndicatorFile


def in_order(value: object, kind: object, languages: Sequence[str]) -> object:
    """Put the named values of a record, and of all records inside it, in the order of the schema.

    Args:
        value: plain data.
        kind: what the schema says about it: a model, or an annotation of a field.
        languages: codes in the order in which texts are written; others follow by alphabet.

    Returns:
        The same data. Names that the schema does not know come last, by alphabet.
    """
    if isinstance(value, list):
        return [in_order(one, kind, languages) for one in value]
    if not isinstance(value, dict):
        return value
    fields = _fields(kind)
    first = list(fields) if fields else _first(kind, languages)
    names = sorted(value, key=lambda name: (_place(first, name), name))
    return {name: in_order(value[name], fields.get(name), languages) for name in names}


def _place(first: Sequence[object], name: str) -> int:
    return first.index(name) if name in first else len(first)


def _fields(kind: object) -> Mapping[str, Any]:
    """Give the annotations of the model that an annotation speaks about; empty when of none."""
    if isinstance(kind, type) and issubclass(kind, Data):
        return {name: field.annotation for name, field in kind.model_fields.items()}
    found = (_fields(part) for part in get_args(kind))
    return next((fields for fields in found if fields), {})


def _first(kind: object, languages: Sequence[str]) -> Sequence[object]:
    """Give the names that a free mapping may have: languages of a text, or the listed words."""
    if _is_text(kind):
        return languages
    words = get_args(next(iter(get_args(kind)), None))
    return words if all(isinstance(word, str) for word in words) else ()


def _is_text(kind: object) -> bool:
    return kind is Text or any(_is_text(part) for part in get_args(kind))
