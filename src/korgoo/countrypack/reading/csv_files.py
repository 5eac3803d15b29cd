"""Tables. A cell left empty is a value that is not there."""

import csv
import io
from collections.abc import Collection

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Document, Path

Row = tuple[int, list[str]]


def read_csv(
    data: bytes, name: str, columns: Collection[str]
) -> tuple[Document | None, list[Fault]]:
    """Read a table of a pack.

    Args:
        data: the content of the file: UTF-8, comma, first row names the columns.
        name: its name inside the pack, for faults.
        columns: the columns it must have, in any order; others are refused.

    Returns:
        A document whose data is a list of rows (dictionaries without the empty cells), or None
        when it cannot be read as such a table, and the faults found.
    """
    try:
        rows = _rows(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return None, [Fault(name, 1, "encoding", "the file is not UTF-8 text")]
    except csv.Error as error:
        return None, [Fault(name, 1, "csv", f"not a valid table: {error}")]
    header = rows[0][1] if rows else []
    faults = _header_faults(name, header, columns)
    if faults:
        return None, faults
    return _document(name, header, rows[1:])


def _rows(text: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    first = 1
    for cells in reader:
        if cells:
            rows.append((first, cells))
        # A quoted cell may run over several lines; a row begins where the last one ended.
        first = reader.line_num + 1
    return rows


def _header_faults(name: str, header: list[str], columns: Collection[str]) -> list[Fault]:
    missing = [c for c in columns if c not in header]
    unknown = [c for c in header if c not in columns]
    repeated = sorted({c for c in header if header.count(c) > 1})
    return [
        *(Fault(name, 1, "missing-column", f"the column '{c}' is missing") for c in missing),
        *(Fault(name, 1, "unknown-column", f"the column '{c}' is not known") for c in unknown),
        *(Fault(name, 1, "repeated-key", f"the column '{c}' is there twice") for c in repeated),
    ]


def _document(name: str, header: list[str], rows: list[Row]) -> tuple[Document, list[Fault]]:
    faults: list[Fault] = []
    lines: dict[Path, int] = {}
    data: list[dict[str, str]] = []
    for line, cells in rows:
        if len(cells) != len(header):
            message = f"the row has {len(cells)} cells, the first row has {len(header)}"
            faults.append(Fault(name, line, "row-length", message))
            continue
        lines[(len(data),)] = line
        data.append(
            {c: cell.strip() for c, cell in zip(header, cells, strict=True) if cell.strip()}
        )
    return Document(name, data, lines), faults
