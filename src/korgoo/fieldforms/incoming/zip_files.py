"""Several files in one archive. What it unpacks to is counted while it is unpacked."""

from dataclasses import dataclass, field

from korgoo.fieldforms.incoming.faults import Fault, Place, Rule, shortened
from korgoo.fieldforms.incoming.raw import MOST_SUBMISSIONS
from korgoo.lib import archives
from korgoo.lib.archives import Limits, Why

MOST_UNPACKED = 8 * 1024 * 1024
# A file of many forms repeats itself more than prose does.
LIMITS = Limits(file=MOST_UNPACKED, unpacked=MOST_UNPACKED, files=MOST_SUBMISSIONS, ratio=1000)
RULES = {
    Why.TOO_LARGE: Rule.PACKED,
    Why.BOMB: Rule.PACKED,
    Why.TOO_MANY: Rule.TOO_MANY,
}


@dataclass(slots=True)
class Unpacked:
    """Files of an archive with their names, or what is wrong with it."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def unpack(data: bytes, file: str) -> Unpacked:
    """Unpack an archive in memory.

    Args:
        data: What the archive holds.
        file: Its name, for the faults.

    Returns:
        Its files. An archive that is broken, locked, or unpacks to more than ``MOST_UNPACKED``
        bytes or ``MOST_SUBMISSIONS`` files gives a fault and none of its files.
    """
    try:
        return Unpacked(files=list(archives.unpack(data, LIMITS).items()))
    except archives.Refused as refused:
        if refused.why is Why.EMPTY:
            return Unpacked()
        rule = RULES.get(refused.why, Rule.UNREADABLE)
        return Unpacked(faults=[Fault(Place(shortened(file)), "", rule)])
