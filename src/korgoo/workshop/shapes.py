"""Whether data have the shape of a guideline. A draft may be faulty, but never of another shape.

What fits together, translations and rules among them, is the check of the whole guideline.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from korgoo.countrypack.schema.base import Data as Schema
from korgoo.countrypack.schema.catalogues import CatalogueHead, IndicatorData
from korgoo.countrypack.schema.guideline import GuidelineHead, Vector
from korgoo.countrypack.schema.provenance import Provenance
from korgoo.countrypack.schema.views import ViewData
from korgoo.workshop import files as parts
from korgoo.workshop.files import Files


class _Indicators(Schema):
    """A file with indicators; what the file says of their origin is already in each of them."""

    provenance: Provenance | None = None
    indicators: tuple[IndicatorData, ...]


class _Vectors(Schema):
    """The file with the test vectors."""

    provenance: Provenance | None = None
    vectors: tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class WrongShape:
    """One value of another shape than the schema wants.

    Attributes:
        file: the file.
        place: the way to the value inside it.
        rule: name of the broken rule, as the schema calls it.
        message: the schema's own sentence.
    """

    file: str
    place: tuple[str | int, ...]
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {'.'.join(map(str, self.place))}: {self.message}"


def wrong_shapes(files: Files, *, names: Iterable[str] | None = None) -> list[WrongShape]:
    """Find values of another shape than the schema wants.

    Args:
        files: file name to data, of any shape.
        names: look at these files only.
    """
    found: list[WrongShape] = []
    for name in sorted(files if names is None else set(names) & set(files)):
        model, data = _model(name), files[name]
        if model is None:
            found.append(WrongShape(name, (), "unknown-file", "no part of a guideline"))
        else:
            found += [
                WrongShape(name, place, rule, message)
                for place, rule, message in errors(model, _inherited(data))
            ]
    return found


def errors(model: type[Schema], data: Any) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Say what the schema refuses in one record: the place, the rule, the sentence."""
    try:
        model.model_validate(data)
    except ValidationError as refused:
        return [
            (error["loc"], error["type"], error["msg"])
            for error in refused.errors(include_url=False)
        ]
    return []


def _model(name: str) -> type[Schema] | None:
    alone: Mapping[str, type[Schema]] = {parts.HEAD: GuidelineHead, parts.VECTORS: _Vectors}
    if name in alone:
        return alone[name]
    if name.endswith("/catalogue.yaml") and name.startswith("catalogues/"):
        return CatalogueHead
    if "/indicators/" in name and name.startswith("catalogues/"):
        return _Indicators
    return ViewData if name.startswith("views/") else None


def _inherited(data: Any) -> Any:
    """Give each record of a list the origin that its file says for all of them."""
    if not isinstance(data, dict):
        return data
    for rows in ("indicators", "vectors"):
        if isinstance(data.get(rows), list):
            head = data.get("provenance") or {}
            return {**data, rows: [_with_origin(row, head) for row in data[rows]]}
    return data


def _with_origin(row: Any, head: Any) -> Any:
    if not isinstance(row, dict) or not isinstance(head, dict):
        return row
    own = row.get("provenance")
    if own is not None and not isinstance(own, dict):
        return row
    return {**row, "provenance": {**head, **(own or {})}}
