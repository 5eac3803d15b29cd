"""Who answers the public: the first of some bodies that exists today and has a key to seal to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.access import keyring
from korgoo.access.models import Organisation
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Answering:
    """An organisation to which the public may seal. ``public``: the open half of its key, 32 bytes."""

    organisation_id: int
    code: str
    name: str
    key_id: int
    public: bytes


def answering(codes: "Iterable[str]") -> Answering | None:
    """Find who answers: the first body, in the order given, that exists today and has a key.

    Args:
        codes: Of organisations, the one to be asked first standing first.

    Returns:
        It, named in the language of the page; None when none of them can read yet.
    """
    wanted = list(dict.fromkeys(codes))
    rows = Organisation.objects.valid_on(clock.today()).filter(code__in=wanted)
    found = {row.code: row for row in rows}
    readers = keyring.readers({row.pk for row in found.values()})
    for code in wanted:
        row = found.get(code)
        reader = readers.get(row.pk) if row else None
        if row and reader:
            return Answering(row.pk, row.code, row.name, reader.key_id, reader.public)
    return None
