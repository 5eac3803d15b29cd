"""Read a file of whatever kind it is."""

from dataclasses import dataclass, field

from korgoo.fieldforms.enums import FileKind
from korgoo.fieldforms.incoming import csv_files, json_files, xml_files, zip_files
from korgoo.fieldforms.incoming.faults import MOST_NOTED, Fault, Place, Rule, shortened
from korgoo.fieldforms.incoming.raw import MOST_SUBMISSIONS, Raw, too_many

MOST_BYTES = 5 * 1024 * 1024
SPREADSHEET = "[Content_Types].xml"
File = tuple[str, bytes]
READERS = {
    FileKind.CSV: csv_files.read,
    FileKind.JSON: json_files.read,
    FileKind.XML: xml_files.read,
}


@dataclass(slots=True)
class Contents:
    """What a file holds: filled forms, and what is wrong with the file."""

    kind: FileKind
    forms: list[Raw] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_file(data: bytes, name: str) -> Contents:
    """Read filled forms from a file; the kind is taken from what it holds, not from its name.

    Args:
        data: What the file holds, at most ``MOST_BYTES``.
        name: For the faults.
    """
    contents = Contents(_kind_of(data))
    if len(data) > MOST_BYTES:
        contents.faults = [Fault(Place(shortened(name)), "", Rule.TOO_LARGE)]
        return contents
    files, contents.faults = _files(contents.kind, data, name)
    for member, inside in files:
        if len(contents.faults) >= MOST_NOTED:
            break
        _add(contents, inside, member)
    if len(contents.forms) > MOST_SUBMISSIONS:
        contents.faults = [too_many(name)]
    elif not contents.forms and not contents.faults:
        contents.faults = [Fault(Place(shortened(name)), "", Rule.NOTHING)]
    return contents


def _files(kind: FileKind, data: bytes, name: str) -> tuple[list[File], list[Fault]]:
    if kind is not FileKind.ZIP:
        return [(name, data)], []
    unpacked = zip_files.unpack(data, name)
    if any(member == SPREADSHEET for member, _inside in unpacked.files):
        return [], [Fault(Place(shortened(name)), "", Rule.UNKNOWN_KIND)]
    return unpacked.files, unpacked.faults


def _add(contents: Contents, data: bytes, name: str) -> None:
    reader = READERS.get(_kind_of(data))
    if reader is None:
        contents.faults.append(Fault(Place(shortened(name)), "", Rule.UNKNOWN_KIND))
    elif len(contents.forms) <= MOST_SUBMISSIONS:
        forms, faults = reader(data, name)
        contents.forms += forms
        contents.faults += faults


def _kind_of(data: bytes) -> FileKind:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if data.startswith(b"PK"):
        return FileKind.ZIP
    if start == b"<":
        return FileKind.XML
    return FileKind.JSON if start in (b"{", b"[") else FileKind.CSV
