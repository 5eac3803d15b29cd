"""Records of a file, each read on its own so that one fault does not hide the next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Document, Path
from korgoo.countrypack.reading.wording import in_words
from korgoo.countrypack.schema.base import Data
from korgoo.countrypack.schema.provenance import Provenance

M = TypeVar("M", bound=Data)

# Stands in for a head that is faulty itself, so that its fault is told once and not per record.
_PLACEHOLDER = {"source": "-", "as_of": "unknown", "trust": "proposal", "status": "needs_review"}


@dataclass(frozen=True, slots=True)
class Record(Generic[M]):
    """A record with the place where it is written."""

    document: Document
    path: Path
    value: M

    def fault(self, rule: str, message: str, *inside: str | int) -> Fault:
        """Make a fault that points at a value inside the record."""
        return self.document.fault((*self.path, *inside), rule, message)


@dataclass(frozen=True, slots=True)
class Section(Generic[M]):
    """The records of one kind.

    Attributes:
        records: those whose shape is right.
        declared: keys of all records, faulty ones too.
        readable: the file could be read as such; if not, nothing is known about its keys.
        complete: no record was left out for its shape.
    """

    records: tuple[Record[M], ...] = ()
    declared: frozenset[str] = frozenset()
    readable: bool = True
    complete: bool = True

    def lacks(self, key: str) -> bool:
        """Say whether a reference leads nowhere.

        A record that is faulty, or may stand in a file that cannot be read, is not reported
        again by everything that refers to it.
        """
        return self.readable and key not in self.declared

    @property
    def values(self) -> tuple[M, ...]:
        """The records without their places."""
        return tuple(record.value for record in self.records)

    def joined(self, other: "Section[M]") -> "Section[M]":
        """Put two files of one kind together."""
        return Section(
            self.records + other.records,
            self.declared | other.declared,
            readable=self.readable and other.readable,
            complete=self.complete and other.complete,
        )


def unreadable() -> Section[M]:
    """Give the section of a file that is not there or cannot be read."""
    return Section(readable=False, complete=False)


def read_record(
    document: Document, path: Path, raw: object, model: type[M]
) -> tuple[Record[M] | None, list[Fault]]:
    """Read one record; None and its faults when its shape is wrong."""
    try:
        return Record(document, path, model.model_validate(raw)), []
    except ValidationError as error:
        faults = []
        for detail in error.errors(include_url=False):
            rule, message = in_words(detail, model.model_fields)
            faults.append(document.fault((*path, *detail["loc"]), rule, message))
        return None, faults


def read_head(document: Document) -> tuple[Mapping[str, object], list[Fault]]:
    """Read the provenance that the records of a file inherit."""
    raw = document.data.get("provenance") if isinstance(document.data, dict) else None
    if raw is None:
        return {}, []
    record, faults = read_record(document, ("provenance",), raw, Provenance)
    return (_PLACEHOLDER, faults) if record is None else (dict(raw), [])


def inherit(raw: object, head: Mapping[str, object]) -> object:
    """Give a record the provenance of its file, under what the record says itself."""
    if not isinstance(raw, dict) or not head:
        return raw
    own = raw.get("provenance", {})
    return {**raw, "provenance": {**head, **own} if isinstance(own, dict) else own}


def read_section(
    document: Document, name: str, model: type[M], *, beside: Collection[str] = ()
) -> tuple[Section[M], list[Fault]]:
    """Read a list of records that a file holds under one name.

    Args:
        document: the file.
        name: the list ("bodies").
        model: what each record must be.
        beside: further lists of the same file, which are read on their own.

    Returns:
        The records and the faults. No two records may share their code or key.
    """
    stray = stray_keys(document, {"provenance", name, *beside})
    rows = document.data.get(name) if isinstance(document.data, dict) else None
    if not isinstance(rows, list):
        missing = document.fault((name,), "missing", f"the list '{name}' is missing")
        return unreadable(), [missing, *stray]
    head, faults = read_head(document)
    section, more = read_rows(document, (name,), rows, (model, head))
    return section, [*faults, *stray, *more]


def read_rows(
    document: Document,
    path: Path,
    rows: list[object],
    how: tuple[type[M], Mapping[str, object]],
) -> tuple[Section[M], list[Fault]]:
    """Read rows of one kind; `how` is the model and the provenance to inherit."""
    model, head = how
    if "provenance" not in model.model_fields:
        head = {}
    identity = "code" if "code" in model.model_fields else "key"
    records: list[Record[M]] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for index, raw in enumerate(rows):
        place = (*path, index)
        record, more = read_record(document, place, inherit(raw, head), model)
        faults += more
        records += [record] if record else []
        faults += _repeated(document, (*place, identity), raw, seen)
    complete = len(records) == len(rows)
    return Section(tuple(records), frozenset(seen), complete=complete), faults


def _repeated(document: Document, place: Path, raw: object, seen: dict[str, int]) -> list[Fault]:
    key = raw.get(place[-1]) if isinstance(raw, dict) else None
    if not isinstance(key, str):
        return []
    if key in seen:
        where = f"is already on line {seen[key]}" if seen[key] else "is there twice"
        return [document.fault(place, "repeated", f"'{key}' {where}")]
    seen[key] = document.line(place)
    return []


def stray_keys(document: Document, known: set[str]) -> list[Fault]:
    """Find keys at the top of a file that do not belong there."""
    keys = list(document.data) if isinstance(document.data, dict) else []
    return [
        document.fault((key,), "unknown-field", f"'{key}' is not known here")
        for key in keys
        if key not in known
    ]
