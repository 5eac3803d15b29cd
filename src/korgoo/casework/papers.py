"""Seal and open papers and pictures. Each has a key of its own, which stands in its sealed part.

So whoever may open the part opens its papers, and nobody else; a part that gets a new key because an
organisation may no longer read it gives new keys to its papers too.
"""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from korgoo.casework.models import Case, SealedPaper
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden
from korgoo.lib.sealing import CannotOpen, DataKey, new_data_key, open_payload, seal_payload

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.enums import Facet

PAPERS = "papers"


def seal(case: Case, part: "Facet", data: bytes, *, actor: "Actor") -> tuple[SealedPaper, str]:
    """Seal a paper under a new key, in the caller's transaction.

    Returns:
        The row, and its key as text: to be written into the sealed part at once.
    """
    key = new_data_key()
    row = SealedPaper(case=case, part=part, written_at=clock.now(), written_by_id=actor.user_id)
    row.sealed = seal_payload(data, key=key, binding=binding(row))
    row.save(force_insert=True)
    return row, key.to_text()


def open_one(row: SealedPaper, key: str) -> bytes:
    """Open a paper with the key that its part holds.

    Raises:
        Forbidden: The seal does not fit: it was changed, or moved to another record.
    """
    try:
        return open_payload(bytes(row.sealed), key=DataKey.from_text(key), binding=binding(row))
    except CannotOpen:
        raise Forbidden(_("This paper cannot be opened: its seal does not fit.")) from None


def sealed_anew(case: Case, payload: dict[str, Any]) -> dict[str, Any]:
    """Give new keys to the papers of a part that gets a new key itself.

    Args:
        case: The case; the caller holds its parts.
        payload: The contents of the part; unchanged.

    Returns:
        The contents with the new keys; the same when it has no papers.
    """
    if not payload.get(PAPERS):
        return payload
    rows = {str(row.pk): row for row in SealedPaper.objects.filter(case=case)}
    return {**payload, PAPERS: [_anew(rows, entry) for entry in payload[PAPERS]]}


def binding(row: SealedPaper) -> bytes:
    """Bind a paper's ciphertext to its case, part and own number."""
    return f"korgoo paper v1 {row.case_id} {row.part} {row.pk}".encode()


def _anew(rows: dict[str, SealedPaper], entry: dict[str, Any]) -> dict[str, Any]:
    row = rows.get(entry["id"])
    if row is None:
        return entry
    key = new_data_key()
    data = open_one(row, entry["key"])
    row.sealed = seal_payload(data, key=key, binding=binding(row))
    row.save(update_fields=["sealed"])
    return {**entry, "key": key.to_text()}
