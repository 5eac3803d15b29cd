"""Units stand in units.yaml, or in a table that units.yaml names."""

from collections.abc import Sequence

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.csv_files import read_csv
from korgoo.countrypack.reading.documents import Document
from korgoo.countrypack.reading.files import FolderFiles
from korgoo.countrypack.reading.records import (
    Section,
    read_head,
    read_rows,
    read_section,
    stray_keys,
    unreadable,
)
from korgoo.countrypack.schema.units import Unit, Village

_COLUMNS = ("code", "level", "parent", "p_code", "iso_3166_2", "untranslated")
_DAYS = ("valid_from", "valid_to")


def table_name(document: Document) -> str | None:
    """Give the name of the table that units.yaml points at, None when it has its own list."""
    table = document.data.get("table") if isinstance(document.data, dict) else None
    return table if isinstance(table, str) else None


def read_units(
    files: FolderFiles, document: Document, languages: Sequence[str]
) -> tuple[Section[Unit], list[Fault]]:
    """Read the units of a pack.

    Args:
        files: the folder of the pack.
        document: units.yaml.
        languages: codes of the pack's languages; the table has a column name_<code> for each.

    Returns:
        The units and the faults of form.
    """
    table = table_name(document)
    if table is None:
        return read_section(document, "units", Unit)
    if "/" in table or table not in files.names():
        message = f"the pack has no table '{table}' beside units.yaml"
        return unreadable(), [document.fault(("table",), "missing-file", message)]
    head, faults = read_head(document)
    faults += stray_keys(document, {"provenance", "table"})
    columns = (*_COLUMNS, *_DAYS, *(f"name_{code}" for code in languages))
    rows, more = read_csv(files.data(table), table, columns)
    if rows is None or not isinstance(rows.data, list):
        return unreadable(), [*faults, *more]
    records = [_unit(row, languages) for row in rows.data]
    section, wrong = read_rows(rows, (), records, (Unit, head))
    return section, [*faults, *more, *wrong]


def _unit(row: dict[str, str], languages: Sequence[str]) -> object:
    names = {code: row.pop(f"name_{code}") for code in languages if f"name_{code}" in row}
    untranslated = row.pop("untranslated", "").split()
    return {**row, "name": names, "untranslated": untranslated}


def read_villages(files: FolderFiles, name: str) -> tuple[Section[Village], list[Fault]]:
    """Read the table of settlements: one row each, with the unit in which it lies."""
    rows, faults = read_csv(files.data(name), name, tuple(Village.model_fields))
    if rows is None or not isinstance(rows.data, list):
        return unreadable(), faults
    section, wrong = read_rows(rows, (), list(rows.data), (Village, {}))
    return section, [*faults, *wrong]
