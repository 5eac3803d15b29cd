"""A list of the Ministry as rows of words, or what is wrong with the file."""

from dataclasses import dataclass, field

from korgoo.agencies.lists.faults import Fault, Rule
from korgoo.lib import tables
from korgoo.lib.tables import Line

MOST = tables.Most()
MOST_BYTES, MOST_ROWS, MOST_COLUMNS = MOST.size, MOST.rows, MOST.columns


@dataclass(slots=True)
class Table:
    """Filled lines of a file with their numbers, the head first; or what is wrong with the file."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(data: bytes) -> Table:
    """Read a file; its kind is taken from what it holds, not from its name.

    Args:
        data: What the file holds.
    """
    try:
        return Table(tables.read(data, tables.Most(MOST_BYTES, MOST_ROWS, MOST_COLUMNS)))
    except tables.Refused as refused:
        return Table(faults=[Fault(refused.line, "", Rule(refused.problem.value))])
